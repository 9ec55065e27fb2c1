import type { Span } from '../../span.ts';
import { type Draft, typeOf } from './draft.ts';
import type { Speaker } from './speakers.ts';

/** Why a draft is proposed as a quote, in a reader's words. */
export function explain(
  text: string,
  draft: Draft,
  cue: Span | undefined,
  subject: Span | undefined,
  speaker: Speaker | undefined,
): string[] {
  const reasons = [`${shape(draft)}${attributed(text, draft, cue, subject)}`];
  if (speaker?.resolved && subject && speaker.name !== text.slice(subject.start, subject.end)) {
    reasons.push(`“${text.slice(subject.start, subject.end)}” is ${speaker.name}`);
  } else if (speaker && !subject) reasons.push(`${speaker.name} spoke last`);
  return reasons;
}

function shape(draft: Draft): string {
  const type = typeOf(draft);
  if (type === 'direct')
    return draft.parts.length > 1 ? 'between quote marks, in several parts' : 'between quote marks';
  return type === 'mixed' ? 'reported, partly between quote marks' : 'reported speech';
}

function attributed(text: string, draft: Draft, cue: Span | undefined, subject: Span | undefined): string {
  if (!cue) return ', without attribution';
  const near = subject && Math.max(subject.end, cue.end) - Math.min(subject.start, cue.start) < 90;
  const words = near
    ? text.slice(Math.min(subject.start, cue.start), Math.max(subject.end, cue.end))
    : text.slice(cue.start, cue.end);
  const first = draft.parts[0];
  return `, ${first && first.start < cue.start ? 'followed by' : 'after'} “${words.replace(/\s+/g, ' ')}”`;
}

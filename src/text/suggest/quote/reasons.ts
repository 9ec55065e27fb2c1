import type { Span } from '../../span.ts';
import type { Reason } from '../suggestion.ts';
import { type Draft, typeOf } from './draft.ts';
import type { Speaker } from './speakers.ts';

/** Why a draft is proposed as a quote. */
export function explain(
  text: string,
  draft: Draft,
  cue: Span | undefined,
  subject: Span | undefined,
  speaker: Speaker | undefined,
): Reason[] {
  const reasons: Reason[] = [shape(draft), attributed(text, draft, cue, subject)];
  if (speaker?.resolved && subject && speaker.name !== text.slice(subject.start, subject.end)) {
    reasons.push({
      code: 'standsFor',
      words: text.slice(subject.start, subject.end),
      name: speaker.name,
    });
  } else if (speaker && !subject) reasons.push({ code: 'spokeLast', name: speaker.name });
  return reasons;
}

function shape(draft: Draft): Reason {
  const type = typeOf(draft);
  if (type === 'direct') return { code: draft.parts.length > 1 ? 'quotedInParts' : 'quoted' };
  return { code: type === 'mixed' ? 'partlyQuoted' : 'reported' };
}

function attributed(text: string, draft: Draft, cue: Span | undefined, subject: Span | undefined): Reason {
  if (!cue) return { code: 'unattributed' };
  const near = subject && Math.max(subject.end, cue.end) - Math.min(subject.start, cue.start) < 90;
  const words = near
    ? text.slice(Math.min(subject.start, cue.start), Math.max(subject.end, cue.end))
    : text.slice(cue.start, cue.end);
  const first = draft.parts[0];
  const code = first && first.start < cue.start ? 'attributedAfter' : 'attributedBefore';
  return { code, words: words.replace(/\s+/g, ' ') };
}

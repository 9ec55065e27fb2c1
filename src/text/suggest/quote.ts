import type { Span } from '../span.ts';
import { leadingSubject } from './quote/attributions.ts';
import { type Draft, readDrafts, typeOf } from './quote/drafts.ts';
import { NameRegister } from './quote/names.ts';
import { readParagraphs } from './quote/paragraphs.ts';
import { explain } from './quote/reasons.ts';
import { type Speaker, SpeakerReader } from './quote/speakers.ts';
import type { QuoteSuggestion } from './suggestion.ts';

/**
 * The quotes of an article, in text order: direct, mixed and indirect speech, each with its cue and speaker where the text
 * gives them. `sentences` are those of `text`, in order; words outside them are not read. Never throws; time is linear.
 */
export function suggestQuotes(text: string, sentences: readonly Span[]): QuoteSuggestion[] {
  const paragraphs = readParagraphs(text, sentences);
  const register = new NameRegister(text, paragraphs);
  const reader = new SpeakerReader(text, register);
  const drafts = readDrafts(paragraphs).filter((draft) => isNamedLabel(draft, register));
  const suggestions: QuoteSuggestion[] = [];
  let last: Speaker | undefined;
  for (const draft of drafts) {
    const { tokens } = draft.paragraph;
    const lead = leadingSubject(tokens, draft.statement);
    if (lead) reader.notice(tokens, lead);
    const subject = draft.attribution?.subject;
    const speaker = subject ? reader.read(tokens, subject) : draft.attribution ? undefined : last;
    if (speaker) last = speaker;
    suggestions.push(toSuggestion(text, draft, speaker));
  }
  return suggestions.sort((a, b) => (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0));
}

/** "Jones: …" counts where the label is a name of the article or a kind of source, or where a quote follows. */
function isNamedLabel(draft: Draft, register: NameRegister): boolean {
  const { attribution, paragraph } = draft;
  if (!attribution?.label || draft.direct || !attribution.subject) return true;
  const words = paragraph.tokens
    .slice(attribution.subject.from, attribution.subject.to)
    .map((token) => token.word);
  return register.find(words) !== undefined || SOURCES.has(words.at(-1) ?? '');
}

const SOURCES: ReadonlySet<string> = new Set(
  'poll report study survey police officials source sources exclusive lawyer minister expert experts judge court mp'.split(
    ' ',
  ),
);

function toSuggestion(text: string, draft: Draft, speaker: Speaker | undefined): QuoteSuggestion {
  const { attribution, paragraph } = draft;
  const spanOf = (range: { from: number; to: number }): Span => ({
    start: paragraph.tokens[range.from]?.start ?? 0,
    end: paragraph.tokens[range.to - 1]?.end ?? 0,
  });
  const cueSpan = attribution && spanOf(attribution.cue);
  const speakerSpan = attribution?.subject && spanOf(attribution.subject);
  return {
    tag: 'quote',
    parts: draft.parts.toSorted((a, b) => a.start - b.start),
    quoteType: typeOf(draft),
    ...(speakerSpan && { speakerSpan }),
    ...(speaker && { speaker: speaker.name, speakerResolved: speaker.resolved }),
    ...(speaker?.role && { speakerRole: speaker.role }),
    ...(cueSpan && { cueSpan, cue: text.slice(cueSpan.start, cueSpan.end) }),
    reasons: explain(text, draft, cueSpan, speakerSpan, speaker),
  };
}

import { languageOf, type TextLanguage } from '../language.ts';
import { withoutMarkup } from '../markup.ts';
import type { Span } from '../span.ts';
import { type Draft, typeOf } from './quote/draft.ts';
import { readDrafts } from './quote/drafts.ts';
import { NameRegister } from './quote/names.ts';
import type { Range } from './quote/noun-phrases.ts';
import { type Paragraph, readParagraphs } from './quote/paragraphs.ts';
import { plainQuotes } from './quote/plain-quotes.ts';
import { closest, neighbourhood, type QuoteReading, typeByMarks } from './quote/read.ts';
import { explain } from './quote/reasons.ts';
import { leadingSubject } from './quote/shared-subjects.ts';
import { type Speaker, SpeakerReader } from './quote/speakers.ts';
import type { Token } from './quote/tokens.ts';
import type { QuoteSuggestion } from './suggestion.ts';

/**
 * The quotes of an article, in text order: direct, mixed and indirect speech, each with its cue and speaker
 * where the text gives them; in another language than English, direct speech that its marks show. `sentences` are those
 * of `text`, in order; words outside them are not read. Never throws; time is linear.
 */
export function suggestQuotes(
  text: string,
  sentences: readonly Span[],
  { english }: TextLanguage = languageOf(text),
): QuoteSuggestion[] {
  const plain = withoutMarkup(text);
  if (!english) return plainQuotes(plain, sentences);
  const paragraphs = readParagraphs(plain, sentences);
  const register = new NameRegister(plain, paragraphs);
  const drafts = readDrafts(paragraphs).filter((draft) => isNamedLabel(draft, register));
  const speakers = readSpeakers(plain, paragraphs, register, drafts);
  const suggestions = drafts.map((draft, index) => toSuggestion(plain, draft, speakers[index]));
  return suggestions.sort((a, b) => (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0));
}

/**
 * What the text says about a span that somebody tagged as a quote, whether or not the engine would propose
 * just that span: its type by its quote marks, and the speaker and cue of the closest of `quotes`, those of
 * the text or of a part of it. `parts` are in order and not empty.
 */
export function readQuote(
  text: string,
  parts: readonly Span[],
  quotes: readonly QuoteSuggestion[],
): QuoteReading {
  const quoteType = typeByMarks(text, parts);
  const found = closest(parts, quotes);
  if (!found) return { quoteType };
  const { speaker, speakerRole, speakerResolved, speakerSpan, cue, cueSpan } = found;
  return {
    quoteType,
    ...(speaker !== undefined && { speaker }),
    ...(speakerRole !== undefined && { speakerRole }),
    ...(speakerResolved !== undefined && { speakerResolved }),
    ...(speakerSpan && { speakerSpan }),
    ...(cue !== undefined && { cue }),
    ...(cueSpan && { cueSpan }),
  };
}

/**
 * The quotes a few thousand code units around a span, for where those of the whole text are not at hand. A
 * name that is fuller further off is not found.
 */
export function quotesNear(
  text: string,
  parts: readonly Span[],
  sentences: readonly Span[],
  language: TextLanguage = languageOf(text),
): QuoteSuggestion[] {
  return suggestQuotes(text, neighbourhood(parts, sentences), language);
}

/** Who speaks in each draft, read in text order. A quote without cue goes to whoever spoke last. */
function readSpeakers(
  text: string,
  paragraphs: readonly Paragraph[],
  register: NameRegister,
  drafts: readonly Draft[],
): (Speaker | undefined)[] {
  const reader = new SpeakerReader(text, register);
  const leads = leadsOf(paragraphs);
  let next = 0;
  let last: Speaker | undefined;
  return drafts.map((draft) => {
    const { tokens } = draft.paragraph;
    const start = tokens[draft.statement.from]?.start ?? 0;
    for (let lead = leads[next]; lead && lead.start <= start; lead = leads[++next])
      reader.notice(lead.tokens, lead.phrase);
    const subject = draft.attribution?.subject;
    const { guest } = draft;
    const other = guest ? reader.read(guest.tokens, guest.name) : draft.attribution ? undefined : last;
    const speaker = subject ? reader.read(tokens, subject) : other;
    last = isSigned(draft) ? undefined : (speaker ?? last);
    return speaker;
  });
}

/** Signed with a dash, one quote stands for itself: the next may be anybody's. */
function isSigned({ attribution, paragraph }: Draft): boolean {
  return attribution !== undefined && paragraph.tokens[attribution.cue.from]?.kind === 'dash';
}

/** The subjects that statements open with, in order: those that a later "he" can mean. */
function leadsOf(
  paragraphs: readonly Paragraph[],
): { start: number; tokens: readonly Token[]; phrase: Range }[] {
  return paragraphs.flatMap(({ tokens, statements }) =>
    statements.flatMap((statement) => {
      const phrase = leadingSubject(tokens, statement);
      return phrase ? [{ start: tokens[statement.from]?.start ?? 0, tokens, phrase }] : [];
    }),
  );
}

/**
 * "Jones: …" counts where the label is a name of the article or a kind of source, or where a quote follows.
 */
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
    ...(speaker && { speaker: onOneSpace(speaker.name), speakerResolved: speaker.resolved }),
    ...(speaker?.role && { speakerRole: speaker.role }),
    ...(cueSpan && { cueSpan, cue: text.slice(cueSpan.start, cueSpan.end) }),
    reasons: explain(text, draft, cueSpan, speakerSpan, speaker),
  };
}

/** Marks of emphasis inside a name leave gaps. */
function onOneSpace(name: string): string {
  return name.includes('  ') ? name.replace(/ {2,}/g, ' ') : name;
}

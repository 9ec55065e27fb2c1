import type { Span } from '../../span.ts';
import type { Attribution } from './attribution.ts';
import { findAttributions } from './attributions.ts';
import { withoutDateline } from './datelines.ts';
import type { Draft } from './draft.ts';
import { addLone, endsAsSpeech, isSingle, leadingQuote, loneQuote, removeAt } from './lone-quotes.ts';
import { announcedBefore, attributed, readMarkedSpeech, signature } from './marked-speech.ts';
import type { Range } from './noun-phrases.ts';
import { trimOverlaps } from './overlaps.ts';
import type { Paragraph, Statement } from './paragraphs.ts';
import type { Token } from './tokens.ts';
import { readTranscript } from './transcripts.ts';

/** The quotes of an article in the order of their cues, those of several parts and paragraphs joined. */
export function readDrafts(paragraphs: readonly Paragraph[]): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let announced: Draft | undefined;
  const transcript = readTranscript(paragraphs);
  for (const paragraph of paragraphs) {
    if (signLast(drafts, paragraph)) continue;
    const answer = transcript?.answer(paragraph);
    const found = answer
      ? [answer]
      : readParagraphDrafts(paragraph, announced, transcript?.questionStart(paragraph));
    const first = found[0];
    if (open && first && startsWithStretch(paragraph)) {
      const continued = found.find((draft) => draft.parts[0]?.start === paragraph.stretches[0]?.start);
      if (continued) {
        join(open, continued);
        found.splice(found.indexOf(continued), 1);
      }
    }
    drafts.push(...found);
    const last = paragraph.stretches.at(-1);
    if (!last?.unclosed) open = undefined;
    else open = [...found, ...(open ? [open] : [])].find((draft) => draft.parts.at(-1)?.end === last.end);
    announced = announcement(paragraph);
  }
  return drafts;
}

function startsWithStretch(paragraph: Paragraph): boolean {
  return paragraph.tokens[0]?.kind === 'quote';
}

function join(open: Draft, next: Draft): void {
  open.parts.push(...next.parts);
  open.direct &&= next.direct;
  open.marked ||= next.marked;
  if (!open.attribution && next.attribution) {
    open.attribution = next.attribution;
    open.paragraph = next.paragraph;
    open.statement = next.statement;
  }
}

/** "Jones said:" at the end of a paragraph announces the quote that opens the next one. */
function announcement(paragraph: Paragraph): Draft | undefined {
  const statement = paragraph.statements.at(-1);
  if (!statement || paragraph.tokens[statement.to - 1]?.kind !== 'colon') return undefined;
  const { tokens } = paragraph;
  const placeholder: Token = {
    kind: 'quote',
    word: '“',
    start: 0,
    end: 0,
    capital: false,
    possessive: false,
    bits: 0,
  };
  const extended = [...tokens, placeholder];
  const found = findAttributions(extended, { from: statement.from, to: statement.to + 1 });
  const cued = found.findLast((one) => one.contents.some((range) => range.to === extended.length));
  const told = cued ? undefined : announcedBefore(tokens, statement, statement.to - 1);
  const attribution = cued ?? (told && attributed(told, []));
  return { parts: [], paragraph, statement, direct: true, marked: true, ...(attribution && { attribution }) };
}

/** `from`: where the words begin that are read, behind the label of a question. */
function readParagraphDrafts(paragraph: Paragraph, announced: Draft | undefined, from = 0): Draft[] {
  const drafts: Draft[] = [];
  let before = announced;
  for (const whole of paragraph.statements) {
    const statement = whole.from < from && from < whole.to ? { from, to: whole.to } : whole;
    const found = readStatement(paragraph, withoutDateline(paragraph, statement));
    const label = found.find((draft) => draft.attribution?.label);
    if (label && !label.direct) return [...drafts, toParagraphEnd(label)];
    const quote = loneQuote(paragraph, statement);
    const leading = leadingQuote(paragraph, statement, found);
    if (leading && before) {
      addLone(drafts, before, paragraph, statement, leading);
      removeAt(found, leading);
    }
    if (quote && found.length === 0 && (before || !isHeading(paragraph, quote)))
      addLone(drafts, before, paragraph, statement, quote);
    drafts.push(...found);
    before =
      found.findLast((draft) => draft.direct && draft.attribution) ??
      found.at(-1) ??
      (quote ? (drafts.at(-1) ?? before) : undefined);
  }
  return drafts;
}

/** A line of its own between single marks is rather a heading, unless it ends and reads as speech does. */
function isHeading(paragraph: Paragraph, quote: Span): boolean {
  return isSingle(paragraph, quote) && (!endsAsSpeech(paragraph, quote) || isTitle(paragraph, quote));
}

/** In a transcript the speaker's words run to the end of the paragraph. */
function toParagraphEnd(label: Draft): Draft {
  const { paragraph } = label;
  const first = label.parts[0];
  const span =
    first &&
    spanOf(paragraph.tokens, {
      from: paragraph.tokens.findIndex((token) => token.start >= first.start),
      to: paragraph.tokens.length,
    });
  return { ...label, parts: span ? [span] : label.parts };
}

function readStatement(paragraph: Paragraph, statement: Statement): Draft[] {
  const { tokens } = paragraph;
  const attributions = trimOverlaps(tokens, findAttributions(tokens, statement));
  const drafts: Draft[] = [];
  for (const attribution of attributions) {
    const contents = attribution.contents.filter((range) => isWorthy(tokens, range, attribution));
    if (!contents.length) continue;
    drafts.push({
      parts: contents.map((range) => spanOf(tokens, range)),
      paragraph,
      statement,
      attribution,
      direct: contents.every((range) => isAllQuotes(tokens, range)),
      marked: contents.some((range) => hasQuote(tokens, range)),
    });
  }
  const marked = readMarked(paragraph, statement, attributions);
  const all = [...attributions, ...marked.flatMap(({ attribution }) => attribution ?? [])];
  return [...drafts, ...marked, ...unattributed(paragraph, statement, all)];
}

/** Quotes whose speaker the marks show, where no cue does. */
function readMarked(
  paragraph: Paragraph,
  statement: Statement,
  attributions: readonly Attribution[],
): Draft[] {
  const { tokens } = paragraph;
  const drafts: Draft[] = [];
  const covered = (at: number) =>
    [...attributions, ...drafts.flatMap((draft) => draft.attribution ?? [])].some(({ contents }) =>
      contents.some((range) => range.from <= at && at < range.to),
    );
  for (let at = statement.from; at < statement.to; at++) {
    if (tokens[at]?.kind !== 'quote' || covered(at)) continue;
    const attribution = readMarkedSpeech(tokens, statement, at);
    if (!attribution) continue;
    const parts = attribution.contents.map((range) => spanOf(tokens, range));
    drafts.push({ parts, paragraph, statement, attribution, direct: true, marked: true });
  }
  return drafts;
}

/** A line that only signs the quote above it: "– Ann Lee, mayor of Kettleby". */
function signLast(drafts: readonly Draft[], paragraph: Paragraph): boolean {
  const last = drafts.at(-1);
  const [statement, other] = paragraph.statements;
  if (!last || last.attribution || !statement || other || paragraph.tokens[0]?.kind !== 'dash') return false;
  const told = signature(paragraph.tokens, statement);
  if (!told) return false;
  last.attribution = attributed(told, []);
  last.paragraph = paragraph;
  last.statement = statement;
  return true;
}

/** Words that a quote without a cue needs; shorter ones are scare quotes, titles and nicknames. */
const LONG_ENOUGH = 6;

/** Long quoted stretches that no cue covers. */
function unattributed(
  paragraph: Paragraph,
  statement: Statement,
  attributions: readonly Attribution[],
): Draft[] {
  const { tokens } = paragraph;
  if (loneQuote(paragraph, statement)) return [];
  const covered = new Uint8Array(statement.to - statement.from);
  for (const { contents } of attributions) {
    for (const range of contents) covered.fill(1, range.from - statement.from, range.to - statement.from);
  }
  const drafts: Draft[] = [];
  for (let at = statement.from; at < statement.to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'quote' || covered[at - statement.from]) continue;
    if ((token.end - token.start) / 6 < LONG_ENOUGH || isTitle(paragraph, token)) continue;
    drafts.push({ parts: [token], paragraph, statement, direct: true, marked: true });
  }
  return drafts;
}

/** The name of a work: no word of four letters or more is in lower case. */
function isTitle({ text }: Paragraph, { start, end }: Span): boolean {
  if (end - start > 90) return false;
  const words = text.slice(start, end).match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
  return words.length > 0 && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase());
}

function isWorthy(tokens: readonly Token[], range: Range, attribution: Attribution): boolean {
  const size = range.to - range.from;
  if (size < 1) return false;
  if (hasQuote(tokens, range)) return true;
  return size > 1 || attribution.contents.length > 1;
}

function isAllQuotes(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'word' || kind === 'number' || kind === 'other') return false;
  }
  return true;
}

function hasQuote(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.kind === 'quote') return true;
  return false;
}

function spanOf(tokens: readonly Token[], { from, to }: Range): Span {
  let last = to - 1;
  while (
    last > from &&
    (tokens[last]?.kind === 'stop' || tokens[last]?.kind === 'comma' || tokens[last]?.kind === 'dash')
  )
    last--;
  return { start: tokens[from]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

import type { Span } from '../../span.ts';
import { findStretches, type Stretch } from './marks.ts';
import { readTokens, type Token } from './tokens.ts';

/** A sentence as the quote reader sees it: a run of `tokens` in which every quoted stretch is one token. */
export interface Statement {
  /** Index of the first token. */
  readonly from: number;
  /** Index after the last token. */
  readonly to: number;
}

/** One line of the text. A quoted stretch of several sentences is one token within its statement. */
export interface Paragraph extends Span {
  /** The whole text, which all offsets count in. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly tokens: readonly Token[];
  readonly statements: readonly Statement[];
}

/** A shorter line holds no quote. */
const MIN_LENGTH = 4;

/** The paragraphs of `text` that hold any of `sentences`, in order. Both lists are in text order. */
export function readParagraphs(text: string, sentences: readonly Span[]): Paragraph[] {
  return linesOf(text, sentences).map(({ start, end, sentences: inside }) =>
    readParagraph(text, { start, end }, inside),
  );
}

/** A line of the text, from its first sentence to the end of its last. */
interface Line extends Span {
  readonly sentences: readonly Span[];
}

/** The lines of `text` that hold any of `sentences`. */
export function linesOf(text: string, sentences: readonly Span[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  while (next < sentences.length) {
    const first = sentences[next];
    if (!first) break;
    const newline = text.indexOf('\n', first.start + 1);
    const lineEnd = newline < 0 ? text.length : newline;
    const inside: Span[] = [];
    for (; next < sentences.length; next++) {
      const sentence = sentences[next];
      if (!sentence || (sentence.start >= lineEnd && inside.length > 0)) break;
      inside.push(sentence);
    }
    const end = inside.at(-1)?.end ?? lineEnd;
    if (end - first.start >= MIN_LENGTH) lines.push({ start: first.start, end, sentences: inside });
  }
  return lines;
}

function readParagraph(text: string, span: Span, sentences: readonly Span[]): Paragraph {
  const stretches = findStretches(text, span);
  const tokens = readTokens(text, span, stretches, endFinder(sentences));
  const statements = readStatements(tokens, sentences);
  return { start: span.start, end: span.end, text, stretches, tokens, statements };
}

/** Tells whether a sentence ends at an offset or right after it; asked in rising order. */
function endFinder(sentences: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < sentences.length && (sentences[next]?.end ?? 0) < offset) next++;
    const end = sentences[next]?.end;
    return end === offset || end === offset + 1;
  };
}

/** A sentence end inside a quoted stretch ends no statement. */
function readStatements(tokens: readonly Token[], sentences: readonly Span[]): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  let at = 0;
  for (const { end } of sentences) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= end) at++;
    const inside = tokens[at];
    if (at > from && !(inside && inside.start < end)) {
      statements.push({ from, to: at });
      from = at;
    }
  }
  if (from < tokens.length) statements.push({ from, to: tokens.length });
  return statements;
}

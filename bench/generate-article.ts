import { type AnnotationContent, orderParts, wordsOf } from '../src/domain/annotation.ts';
import { NO_ATTRIBUTES } from '../src/domain/attributes.ts';
import { hullOf, type Span } from '../src/text/span.ts';
import { type Mark, newsHeading, newsSentence, newsTitle, type Piece } from './news-sentences.ts';
import { type Random, randomFrom } from './random.ts';

/** A made-up news article, with what a careful reader would tag in it, in text order. */
export interface GeneratedArticle {
  readonly title: string;
  readonly text: string;
  readonly annotations: readonly AnnotationContent[];
}

/** What to generate; the same wishes give the same article. */
export interface Wishes {
  /** In UTF-16 code units; the text ends with the paragraph that reaches it. */
  readonly length: number;
  /** How many annotations, exactly. */
  readonly annotations: number;
  readonly seed: number;
}

/** Where a sentence stands, and the paragraph that holds it. */
interface WrittenSentence extends Span {
  readonly paragraph: number;
}

interface Writing {
  text: string;
  readonly parts: Map<Mark, Span[]>;
  readonly sentences: WrittenSentence[];
}

/** Headings, paragraphs of two to five sentences, and annotations that nest, have parts, and cross. */
export function generateArticle({ length, annotations, seed }: Wishes): GeneratedArticle {
  const random = randomFrom(seed);
  const title = newsTitle(random);
  const writing: Writing = { text: '', parts: new Map(), sentences: [] };
  for (let paragraph = 0; writing.text.length < length; paragraph++) {
    if (paragraph > 0) writing.text += '\n\n';
    if (paragraph % 6 === 5) writing.text += `${newsHeading(random)}\n\n`;
    writeParagraph(writing, random, paragraph);
  }
  const found = [...writing.parts].map(([mark, parts]) => contentOf(writing.text, mark, parts));
  const chosen = found.length > annotations ? thinned(found, annotations) : found;
  const crossing = crossings(writing, random, annotations - chosen.length);
  return { title, text: writing.text, annotations: inTextOrder([...chosen, ...crossing]) };
}

function writeParagraph(writing: Writing, random: Random, paragraph: number): void {
  const count = random.whole(2, 5);
  for (let at = 0; at < count; at++) {
    if (at > 0) writing.text += ' ';
    const start = writing.text.length;
    for (const piece of newsSentence(random)) write(writing, piece);
    writing.sentences.push({ start, end: writing.text.length, paragraph });
  }
}

function write(writing: Writing, piece: Piece): void {
  if (typeof piece === 'string') {
    writing.text += piece;
    return;
  }
  const start = writing.text.length;
  const parts = writing.parts.get(piece.mark) ?? [];
  writing.parts.set(piece.mark, parts);
  for (const inner of piece.pieces) write(writing, inner);
  parts.push({ start, end: writing.text.length });
}

/** As many as wanted, evenly out of all. */
function thinned<T>(all: readonly T[], wanted: number): T[] {
  return Array.from({ length: wanted }, (_, at) => all[Math.floor((at * all.length) / wanted)] as T);
}

/**
 * Claims that begin inside of one sentence and end inside of the next, across whatever is tagged there: what
 * a second reader's work looks like.
 */
function crossings({ text, sentences }: Writing, random: Random, wanted: number): AnnotationContent[] {
  const pairs = sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1];
    return next?.paragraph === sentence.paragraph ? [[sentence, next] as const] : [];
  });
  if (pairs.length === 0 && wanted > 0)
    throw new RangeError('The text is too short for as many annotations.');
  return Array.from({ length: wanted }, (_, at) => {
    const [first, second] = pairs[Math.floor((at * pairs.length) / wanted)] as (typeof pairs)[number];
    const start = wordStart(text, first, random.whole(2, 8));
    const end = wordStart(text, second, random.whole(2, 8)) - 1;
    const attributes = { ...NO_ATTRIBUTES, confidence: 'unsure' as const };
    return contentOf(text, { tag: 'claim', attributes }, [{ start, end }]);
  });
}

/** Where the word of this number begins in a sentence. */
function wordStart(text: string, sentence: Span, word: number): number {
  let at = sentence.start;
  for (let passed = 0; passed < word; passed++) {
    const space = text.indexOf(' ', at);
    if (space < 0 || space >= sentence.end - 1) break;
    at = space + 1;
  }
  return at;
}

function contentOf(text: string, { tag, attributes }: Mark, spans: readonly Span[]): AnnotationContent {
  const parts = orderParts(spans, text.length);
  return { ...attributes, answers: null, tag, parts, text: wordsOf(text, parts), origin: 'manual' };
}

function inTextOrder(annotations: readonly AnnotationContent[]): AnnotationContent[] {
  const placed = annotations.map((annotation) => ({ annotation, hull: hullOf(annotation.parts) }));
  placed.sort((a, b) => a.hull.start - b.hull.start || b.hull.end - a.hull.end);
  return placed.map(({ annotation }) => annotation);
}

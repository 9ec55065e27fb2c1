import { t } from '../messages/language.ts';
import { isInsideGrapheme } from '../text/graphemes.ts';
import { fitsText, hullOf, type Span, touching } from '../text/span.ts';
import { isShown } from '../text/trim.ts';
import type { ArticleText } from './article.ts';
import type { Attributes } from './attributes.ts';
import type { Answers } from './codebook/field.ts';
import { InvalidInputError, WordsMismatchError } from './errors.ts';
import type { Lane } from './lane.ts';
import type { Tag } from './tag.ts';

/** Whether a person tagged the span, or accepted what the text engine proposed, unchanged or edited. */
export const ORIGINS = ['manual', 'suggestion', 'suggestion-edited'] as const;

/** Where an annotation came from. */
export type Origin = (typeof ORIGINS)[number];

/** What joins the words of several parts. */
export const PART_JOINT = ' […] ';

/** What a person decides about an annotation; everything that undo must bring back. */
export interface AnnotationContent extends Attributes {
  readonly tag: Tag;
  /** What is filled in in the project's own fields; null where nothing is. */
  readonly answers: Answers | null;
  /** In text order, not overlapping, not touching. */
  readonly parts: readonly Span[];
  /** The exact words of the parts, joined by `PART_JOINT`. */
  readonly text: string;
  readonly origin: Origin;
}

/** A tag on one or more spans of one article by one person, in one coding. `start` and `end` are the hull of the parts. */
export interface Annotation extends AnnotationContent, Span {
  readonly id: string;
  readonly projectId: string;
  readonly articleId: string;
  readonly annotatorId: string;
  readonly lane: Lane;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The words of the parts as they are stored, shown and exported. */
export function wordsOf(text: string, parts: readonly Span[]): string {
  return parts.map((part) => text.slice(part.start, part.end)).join(PART_JOINT);
}

/**
 * Parts in their one stored form: in text order, with overlapping and touching ones joined.
 * Throws InvalidInputError (field `parts`) where there is none, or one is empty or outside the text.
 */
export function orderParts(parts: readonly Span[], length: number): Span[] {
  if (parts.length === 0) throw new InvalidInputError({ parts: t('words.none') });
  if (!parts.every((part) => fitsText(part, length))) {
    throw new InvalidInputError({
      parts: t('words.outside'),
    });
  }
  const ordered = parts.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const joined: Span[] = [];
  for (const part of ordered) {
    const last = joined.at(-1);
    if (last && part.start <= last.end) joined[joined.length - 1] = hullOf([last, part]);
    else joined.push({ start: part.start, end: part.end });
  }
  return joined;
}

/** Throws InvalidInputError where a part would cut a character as people see it: a flag, a letter from its accent. */
export function refuseCutCharacters(text: string, parts: readonly Span[]): void {
  if (parts.some(({ start, end }) => isInsideGrapheme(text, start) || isInsideGrapheme(text, end))) {
    throw new InvalidInputError({
      parts: t('words.insideCharacter'),
    });
  }
}

/** Throws InvalidInputError where a part holds no words: white space alone, or markup that no page shows. */
export function refuseWordless(article: Words, parts: readonly Span[]): void {
  if (parts.every((part) => isShown(shownWords(article, part)))) return;
  throw new InvalidInputError({ parts: t('words.blank') });
}

/**
 * Throws WordsMismatchError where `seen`, the words the person saw, are not the words of the text at `parts`.
 * Pages show blocks without the markup between them, so the words as they stand there are accepted as well.
 * Line ends are compared as LF and any run of white space as one space, since browsers fold it.
 */
export function verifyWords(article: Words, parts: readonly Span[], seen: string): void {
  const shown = parts.map((part) => shownWords(article, part)).join(PART_JOINT);
  const accepted = [wordsOf(article.text, parts), shown].map(fold);
  if (!accepted.includes(fold(seen))) throw new WordsMismatchError();
}

/** A text with its blocks. */
type Words = Pick<ArticleText, 'text' | 'blocks'>;

/** The words of a span as pages show them: those of the blocks, a space between them. */
function shownWords({ text, blocks }: Words, span: Span): string {
  return blocks
    .slice(...touching(blocks, span))
    .map((block) => text.slice(Math.max(block.start, span.start), Math.min(block.end, span.end)))
    .join(' ');
}

const fold = (words: string) => words.replace(/\s+/g, ' ').trim();

/** Parts as `s-e;s-e`, the form of forms and exports. */
export function formatParts(parts: readonly Span[]): string {
  return parts.map((part) => `${part.start}-${part.end}`).join(';');
}

/** Reads `s-e;s-e`. Throws InvalidInputError (field `parts`) on anything else. */
export function parseParts(written: string): Span[] {
  const parts = findParts(written);
  if (!parts) throw new InvalidInputError({ parts: t('words.none') });
  return parts;
}

/** As `parseParts`; undefined for anything else. */
export function findParts(written: string): Span[] | undefined {
  if (!/^\d{1,9}-\d{1,9}(;\d{1,9}-\d{1,9})*$/.test(written)) return undefined;
  return written.split(';').map((part) => {
    const [start, end] = part.split('-').map(Number);
    return { start: start ?? 0, end: end ?? 0 };
  });
}

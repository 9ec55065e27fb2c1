import type { Structure } from '../text/blocks.ts';
import type { AnnotationContent } from './annotation.ts';
import type { ArticleDetails } from './article.ts';
import type { CodingState } from './coding.ts';
import { FINAL, type Lane, SHARED } from './lane.ts';

/** An exported article. All its records share one object, so work on the text is done once. */
export interface ExportArticle extends ArticleDetails, Structure {
  /** A UUID. */
  readonly id: string;
  readonly text: string;
  /** SHA-256 of the text as UTF-8, hexadecimal. */
  readonly textHash: string;
}

/** An exported annotation, as every format receives it: UTF-16 offsets, nothing that can be derived. */
export interface AnnotationRecord extends AnnotationContent {
  /** A UUID. */
  readonly id: string;
  /** The project's slug. */
  readonly project: string;
  readonly article: ExportArticle;
  /** The coding that it is in. Files say `kindOf` it alone, as it may be an annotator's id. */
  readonly lane: Lane;
  /** The annotator's name. */
  readonly annotator: string;
  /** ISO 8601, UTC, as `Date.toISOString` gives it. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An article with its annotations in text order. */
export interface ArticleRecords {
  readonly article: ExportArticle;
  readonly annotations: readonly AnnotationRecord[];
}

/** Whose a coding is: everybody's of an article, the agreed one, or one annotator's own. */
export const CODING_KINDS = ['shared', 'final', 'own'] as const;

/** Whose a coding is. */
export type CodingKind = (typeof CODING_KINDS)[number];

/** Whose the coding in a lane is. */
export function kindOf(lane: Lane): CodingKind {
  if (lane === SHARED) return 'shared';
  return lane === FINAL ? 'final' : 'own';
}

/** "Nothing here" on a sentence, by index from zero, with the name of the annotator who said so. */
export interface MarkRecord {
  readonly sentence: number;
  readonly annotator: string;
}

/** An exported coding without its annotations, which come apart. */
export interface CodingRecord {
  readonly lane: Lane;
  /** The name of the annotator whose own it is; null for a shared and a final one. */
  readonly annotator: string | null;
  readonly state: CodingState;
  /** Whether whoever made it could see nothing of the others. */
  readonly isBlind: boolean;
  /** ISO 8601, UTC; null for what is not done. */
  readonly doneAt: string | null;
  /** In the order of sentences. */
  readonly marks: readonly MarkRecord[];
  /** Whether all that stands in it leaves with it: where a filter asks for some of it, its state says nothing of the rest. */
  readonly isWhole: boolean;
}

/** An article with its annotations and codings, these in the order of their lanes. */
export interface CodedArticle extends ArticleRecords {
  readonly codings: readonly CodingRecord[];
}

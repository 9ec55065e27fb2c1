import type { BootstrapInterval } from './bootstrap.ts';
import type { Confusion } from './confusion.ts';
import type { FieldLevel } from './field-pairs.ts';
import type { Figure } from './figure.ts';

/** A figure with what can be said of how far it would vary with other articles. */
export interface Estimate {
  readonly figure: Figure;
  readonly interval: BootstrapInterval;
}

/** How far two coders agree on a tag, in the articles that both coded. */
export interface PairStudy {
  /** The coders, by their places in the study. */
  readonly coders: readonly [number, number];
  readonly articles: number;
  /** Of the sentences that both coded. */
  readonly confusion: Confusion;
  readonly observed: Figure;
  readonly kappa: Figure;
  readonly alpha: Figure;
  /** Of spans: F1 of those that are exactly the same, and of those that overlap by half. */
  readonly exact: Figure;
  readonly overlap: Figure;
}

/** A coder against the final coding, by sentences. */
export interface AgainstFinal {
  readonly coder: number;
  readonly articles: number;
  /** The coder's sentences first, the final coding's second. */
  readonly confusion: Confusion;
  readonly alpha: Figure;
}

/** How far coders agreed on what was finished in one week. */
export interface WeekStudy {
  /** Its Monday, an ISO 8601 date. */
  readonly week: string;
  readonly articles: number;
  readonly sentences: number;
  readonly observed: Figure;
  readonly alpha: Figure;
}

/** What coders agree on where they tagged the same words. */
export interface FieldStudy {
  readonly field: string;
  readonly level: FieldLevel;
  /** Pairs of marks that were compared. */
  readonly pairs: number;
  readonly observed: Figure;
  readonly alpha: Figure;
}

/** How far the coders of a study agree on one tag. */
export interface TagStudy {
  readonly tag: string;
  /** Sentences that at least two coded. */
  readonly sentences: number;
  /** Those of them on which at least two coders differ. */
  readonly differing: number;
  /** Of all that coders said of these sentences, the share of yes; null where they said nothing. */
  readonly prevalence: number | null;
  /** How many marks coders made. */
  readonly marks: number;
  readonly observed: Estimate;
  readonly alpha: Estimate;
  readonly ac1: Estimate;
  /** Cohen's κ; the mean over pairs where there are more than two coders. */
  readonly kappa: Figure;
  /** F1 of spans, in the mean over pairs of coders. */
  readonly exact: Figure;
  readonly overlap: Figure;
  /** Krippendorff's unitizing α of 2016, over the articles that every coder of the study coded. */
  readonly unitizing: Figure;
  readonly unitizingArticles: number;
  readonly pairs: readonly PairStudy[];
  readonly againstFinal: readonly AgainstFinal[];
  readonly weeks: readonly WeekStudy[];
  readonly fields: readonly FieldStudy[];
}

/** How far an article's coders agree, over all tags. */
export interface ArticleStudy {
  readonly articleId: string;
  readonly coders: number;
  readonly sentences: number;
  /** Sentences on which at least two coders differ about at least one tag. */
  readonly differing: number;
}

import type { Span } from '../span.ts';

/** How a quote reports speech: word for word, in the reporter's words, or partly both. */
export type QuoteType = 'direct' | 'indirect' | 'mixed';

/** How a value relates to the figure on the page: `~` is "about". */
export type Comparator = '>' | '<' | '≥' | '≤' | '~' | '=';

/** What every suggestion has: its parts in text order, not overlapping, and its reason in plain words. */
interface SuggestionBase {
  readonly parts: readonly Span[];
  readonly reasons: readonly string[];
}

/** Reported speech. `speaker` is the resolved name (or the words on the page if unresolved). */
export interface QuoteSuggestion extends SuggestionBase {
  readonly tag: 'quote';
  readonly quoteType: QuoteType;
  /** Where the speaker's words stand, if anywhere. */
  readonly speakerSpan?: Span;
  /** The fullest form of the name in the article, without its role; absent where nobody is named. */
  readonly speaker?: string;
  /** Role or rank in the article's words ("Maj. Gen.", "harbour master"). */
  readonly speakerRole?: string;
  /** False where `speaker` is only the pronoun or role on the page. */
  readonly speakerResolved?: boolean;
  readonly cueSpan?: Span;
  readonly cue?: string;
}

/** What kind of figure a statistic is. */
export type StatisticKind =
  | 'level'
  | 'share'
  | 'ratio'
  | 'change'
  | 'rank'
  | 'money'
  | 'duration'
  | 'age'
  | 'score'
  | 'temperature';

/** A figure with what it counts. */
export interface StatisticSuggestion extends SuggestionBase {
  readonly tag: 'statistic';
  readonly value: number;
  /** Upper end of a range, or the higher figure of a score. */
  readonly valueMax?: number;
  readonly comparator?: Comparator;
  /** Normal form, singular: "percent", "dollar", "square kilometre". */
  readonly unit?: string;
  /** What is counted: "people", "schools". */
  readonly subject?: string;
  readonly kind: StatisticKind;
}

/** A sentence that states something checkable. `score` is from 0 to 1. */
export interface ClaimSuggestion extends SuggestionBase {
  readonly tag: 'claim';
  readonly score: number;
}

/** An annotation the text engine proposes; never anybody's work until accepted. */
export type Suggestion = QuoteSuggestion | StatisticSuggestion | ClaimSuggestion;

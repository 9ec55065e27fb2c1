import type { Span } from '../span.ts';
import type { ClaimReason } from './claim-cues.ts';

/** How a quote reports speech: word for word, in the reporter's words, or partly both. */
export type QuoteType = 'direct' | 'indirect' | 'mixed';

/** How a value relates to the figure on the page: `~` is "about". */
export type Comparator = '>' | '<' | '≥' | '≤' | '~' | '=';

/** How the words of a quote stand on the page. */
type QuoteShape = 'quoted' | 'quotedInParts' | 'partlyQuoted' | 'reported';

/** What a figure is, where that needs no more words. */
type PlainFigure = 'score' | 'age' | 'share' | 'number';

/** Why something is suggested: a code, with the words that it speaks of. The catalogue of messages says it. */
export type Reason =
  | { readonly code: ClaimReason | QuoteShape | PlainFigure | 'unattributed' }
  /** `words` are the page's: the cue, with the speaker where they stand together. */
  | { readonly code: 'attributedBefore' | 'attributedAfter'; readonly words: string }
  /** `words` on the page stand for `name`. */
  | { readonly code: 'standsFor'; readonly words: string; readonly name: string }
  | { readonly code: 'spokeLast' | 'money' | 'counts' | 'unit' | 'measures'; readonly name: string }
  | { readonly code: 'wording'; readonly words: string; readonly comparator: Comparator };

/** What every suggestion has: its parts in text order, not overlapping, and its reasons. */
interface SuggestionBase {
  readonly parts: readonly Span[];
  readonly reasons: readonly Reason[];
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

/** A sentence that states something checkable. */
export interface ClaimSuggestion extends SuggestionBase {
  readonly tag: 'claim';
  /** How much it is worth checking, from 0 to 1; the middle sentence of ordinary news has 0.5. */
  readonly score: number;
  /** Who says it, where it stands in a quote. */
  readonly speaker?: string;
}

/** An annotation the text engine proposes; never anybody's work until accepted. */
export type Suggestion = QuoteSuggestion | StatisticSuggestion | ClaimSuggestion;

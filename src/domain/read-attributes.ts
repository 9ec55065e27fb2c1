import { languageOf, type TextLanguage } from '../text/language.ts';
import { overlaps, type Span, touching } from '../text/span.ts';
import { scoreClaim } from '../text/suggest/claim.ts';
import { quotesNear, readQuote } from '../text/suggest/quote.ts';
import { speakerAround } from '../text/suggest/quoted.ts';
import { sharedLength } from '../text/suggest/shared-length.ts';
import { readStatistic, suggestStatistics } from '../text/suggest/statistic.ts';
import type { QuoteSuggestion, StatisticSuggestion, Suggestion } from '../text/suggest/suggestion.ts';
import { type Annotation, wordsOf } from './annotation.ts';
import type { ArticleText } from './article.ts';
import { type Attributes, NO_ATTRIBUTES } from './attributes.ts';
import { attributesFrom, saidBy } from './suggestion.ts';
import type { Tag } from './tag.ts';

/** What is known of a text beside its words. */
export interface KnownOfText {
  /** Those that share words with a span; null where the text is to be read around it. */
  readonly suggestionsAt: ((parts: readonly Span[]) => readonly Suggestion[]) | null;
  /** Annotations around the span: who people say speaks goes before what the text engine reads. */
  readonly annotations?: readonly Pick<Annotation, 'tag' | 'parts' | 'speaker'>[];
  /** What the article says its language is. */
  readonly told?: string | null;
  /** How the text is read, where that was worked out before. */
  readonly language?: TextLanguage;
}

/**
 * What the text itself says about words that somebody tags, as a suggestion of the same words would: speaker
 * and cue, value and unit, check-worthiness where the language is one whose claims are read. A claim in a quote is said
 * by whoever says the quote.
 */
export function readFromText(
  article: ArticleText,
  tag: Tag,
  parts: readonly Span[],
  { suggestionsAt, annotations = [], told, language = languageOf(article.text, told) }: KnownOfText,
): Attributes {
  const { text, sentences } = article;
  const near = suggestionsAt?.(parts);
  const quotes = () => near?.filter(isQuote) ?? quotesNear(text, parts, sentences, language);
  switch (tag) {
    case 'quote':
      return attributesFrom({ tag, ...readQuote(text, parts, quotes()) });
    case 'statistic':
      return attributesFrom({ tag, ...figureIn(article, parts, language, near?.filter(isStatistic)) });
    case 'claim': {
      const speaker = saidBy(parts, annotations) ?? speakerAround(parts, quotes());
      const worth = language.english ? { score: scoreClaim(wordsOf(text, parts)).score } : {};
      return attributesFrom({ tag, ...worth, ...(speaker !== undefined && { speaker }) });
    }
    default:
      return NO_ATTRIBUTES;
  }
}

const isQuote = (one: Suggestion): one is QuoteSuggestion => one.tag === 'quote';
const isStatistic = (one: Suggestion): one is StatisticSuggestion => one.tag === 'statistic';

/**
 * The figure of tagged words, read with the words around it where they belong to it: of "more than 3,900" the
 * unit that follows.
 */
function figureIn(
  { text, sentences }: ArticleText,
  parts: readonly Span[],
  language: TextLanguage,
  known: readonly StatisticSuggestion[] | undefined,
): Partial<StatisticSuggestion> {
  const own = readStatistic(wordsOf(text, parts), language);
  const around = known ?? parts.flatMap((part) => figuresAt(text, sentences, part, language));
  const [best] = around.toSorted((a, b) => sharedLength(parts, b.parts) - sharedLength(parts, a.parts));
  const isIt = best && (own.value === undefined || own.value === best.value);
  if (!isIt) return own;
  const { value, valueMax, comparator, unit, subject } = best;
  return {
    value,
    ...(valueMax !== undefined && { valueMax }),
    ...(comparator !== undefined && { comparator }),
    ...(unit !== undefined && { unit }),
    ...(subject !== undefined && { subject }),
  };
}

function figuresAt(
  text: string,
  sentences: readonly Span[],
  part: Span,
  language: TextLanguage,
): StatisticSuggestion[] {
  const found = suggestStatistics(text, sentences.slice(...touching(sentences, part)), language);
  return found.filter(({ parts }) => parts.some((one) => overlaps(one, part)));
}

/** In UTF-16 code units. */
const SHELF = 2000;

/** Finds the suggestions that share words with a span, without looking at all of them each time. */
export function suggestionsByPlace(
  suggestions: readonly Suggestion[],
): (parts: readonly Span[]) => readonly Suggestion[] {
  const shelves = new Map<number, Suggestion[]>();
  for (const suggestion of suggestions) {
    for (const number of shelvesOf(suggestion.parts)) {
      const shelf = shelves.get(number);
      if (shelf) shelf.push(suggestion);
      else shelves.set(number, [suggestion]);
    }
  }
  return (parts) => {
    const near = new Set([...shelvesOf(parts)].flatMap((number) => shelves.get(number) ?? []));
    return [...near].filter((one) => sharedLength(one.parts, parts) > 0);
  };
}

function shelvesOf(parts: readonly Span[]): Set<number> {
  const numbers = new Set<number>();
  for (const { start, end } of parts) {
    for (let at = Math.floor(start / SHELF); at <= Math.floor(end / SHELF); at++) numbers.add(at);
  }
  return numbers;
}

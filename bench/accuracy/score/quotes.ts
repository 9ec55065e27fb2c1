import type { Span } from '../../../src/text/span.ts';
import type { QuoteSuggestion, QuoteType } from '../../../src/text/suggest/suggestion.ts';
import { bestPairs, type Characters, charactersOf, isWithin, overlapOf } from './overlap.ts';
import { f1Of, percentOf, precisionOf, recallOf, sumOf, type Tally } from './shares.ts';

/** What somebody says in an article, as people marked it. */
export interface Attribution {
  readonly type: QuoteType;
  /** What is said, in one or more parts. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
}

export interface AttributedArticle {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  /** What the annotators set aside: captions, bylines. Nothing in it is scored. */
  readonly setAside: readonly Span[];
}

/** All in per cent. `found` is F1 where the quote is met, `exact` where its extent is right too. */
export interface QuoteScores {
  readonly directStretchesExact: number;
  readonly directMixed: { readonly found: number; readonly exact: number };
  readonly all: Readonly<Record<'found' | 'exact' | 'recall' | 'precision', number>>;
  readonly speech: { readonly found: number; readonly exact: number };
  readonly speakerRight: number;
  readonly speakerOffered: number;
  readonly cueRight: number;
}

/** Overlap at which a quote counts as found, and from which its extent is right. */
const FOUND = 0.3;
const EXACT = 0.8;

type FindQuotes = (text: string) => readonly QuoteSuggestion[];

/** Holds the quotes that an engine finds against those that people marked. */
export function scoreQuotes(articles: readonly AttributedArticle[], find: FindQuotes): QuoteScores {
  const whole = articles.map((article) => comparisonOf(article, find(article.text)));
  const stretches = whole.map(inStretches);
  const everything = matched(whole, () => true);
  const speakers = countSpeakers(everything.pairs);
  return {
    directStretchesExact: f1Of(
      tallyAt(
        EXACT,
        matched(stretches, ({ type }) => type === 'direct'),
      ),
    ),
    directMixed: f1Scores(matched(whole, ({ type }) => type !== 'indirect')),
    all: {
      ...f1Scores(everything),
      recall: recallOf(tallyAt(FOUND, everything)),
      precision: precisionOf(tallyAt(FOUND, everything)),
    },
    speech: f1Scores(matched(whole, ({ isSpeech }) => isSpeech !== false)),
    speakerRight: percentOf(speakers.right, speakers.offered),
    speakerOffered: percentOf(speakers.offered, speakers.wanted),
    cueRight: cuesRight(everything.pairs),
  };
}

/** A quote of either side as the characters that it covers. */
interface Item {
  readonly type: QuoteType;
  readonly spans: readonly Span[];
  readonly content: Characters;
  readonly source: Characters;
  readonly cue: Characters;
  /** Whether its cue reports speech; undefined for what the engine found. */
  readonly isSpeech?: boolean;
}

interface Comparison {
  readonly text: string;
  readonly wanted: readonly Item[];
  readonly found: readonly Item[];
}

function comparisonOf(article: AttributedArticle, suggestions: readonly QuoteSuggestion[]): Comparison {
  const { text, attributions, setAside } = article;
  const item = (
    type: QuoteType,
    content: readonly Span[],
    source: readonly Span[],
    cue: readonly Span[],
  ) => ({
    type,
    spans: content,
    content: charactersOf(text, content),
    source: charactersOf(text, source),
    cue: charactersOf(text, cue),
  });
  const wanted = attributions.map(({ type, content, source, cue }) => {
    const isSpeech = cue.some(({ start, end }) => SPEECH_CUE.test(text.slice(start, end)));
    return { ...item(type, content, source, cue), isSpeech };
  });
  const found = suggestions
    .filter(({ parts }) => !parts.every((part) => setAside.some((place) => isNearlyInside(part, place))))
    .map(({ quoteType, parts, speakerSpan, cueSpan }) =>
      item(quoteType, parts, speakerSpan ? [speakerSpan] : [], cueSpan ? [cueSpan] : []),
    );
  return { text, wanted, found: found.filter(({ content }) => content.size > 0) };
}

function isNearlyInside(part: Span, place: Span): boolean {
  return part.start >= place.start - 1 && part.end <= place.end + 1;
}

/** Verbs that report speech, with their forms; the rest of PolNeAR's cues tell beliefs and attitudes. */
const SPEECH_VERBS = [
  'say says said saying tell tells told telling add adds added adding write writes wrote writing',
  'note notes noted noting ask asks asked announce announced announces tweet tweeted tweets',
  'argue argues argued arguing explain explains explained explaining report reports reported reporting',
  'state stated states claim claims claimed claiming insist insists insisted insisting warn warns warned warning',
  'suggest suggests suggested suggesting respond responds responded reply replies replied',
  'testify testifies testified testifying declare declared declares acknowledge acknowledged acknowledges',
  'admit admits admitted predict predicts predicted promise promises promised promising vow vows vowed vowing',
  'contend contends contended contending conclude concluded concludes recall recalls recalled recalling',
  'confirm confirms confirmed confirming deny denies denied',
];
const SPEECH_CUE = new RegExp(
  `\\b(?:according to|${SPEECH_VERBS.join(' ').replaceAll(' ', '|')})\\b|^[:—–]$`,
  'i',
);

/** Each unbroken stretch for itself, so that it does not matter which stretches were taken for one quote. */
function inStretches({ text, wanted, found }: Comparison): Comparison {
  const divided = (item: Item, typeOf: (span: Span) => QuoteType) =>
    item.spans.map((span) => ({
      ...item,
      spans: [span],
      type: typeOf(span),
      content: charactersOf(text, [span]),
    }));
  return {
    text,
    wanted: wanted.flatMap((item) => divided(item, (span) => typeOfWords(text.slice(span.start, span.end)))),
    found: found
      .flatMap((item) => divided(item, (span) => (isBetweenMarks(text, span) ? 'direct' : item.type)))
      .filter(({ content }) => content.size > 0),
  };
}

function typeOfWords(words: string): QuoteType {
  if (/^["“].*["”][.,;:]?$/s.test(words.trim())) return 'direct';
  return /["“”]/.test(words) ? 'mixed' : 'indirect';
}

/** The marks may be in the span or just outside, with a point or comma between. */
function isBetweenMarks(text: string, { start, end }: Span): boolean {
  const opens =
    /["“]\s*$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s*["“]/.test(text.slice(start, end));
  const closes =
    /^[.,;:]?\s*["”]/.test(text.slice(end, end + 3)) || /["”][.,;:]?\s*$/.test(text.slice(start, end));
  return opens && closes;
}

interface Matched {
  /** Quotes that meet, those of the wanted kind alone. */
  readonly pairs: readonly { readonly wanted: Item; readonly found: Item; readonly overlap: number }[];
  readonly proposed: number;
  readonly wanted: number;
}

/**
 * Pairs quotes one to one. What the engine proposes is neither right nor wrong where it meets a quote that is
 * not of the wanted kind, or meets none and is itself not of that kind.
 */
function matched(comparisons: readonly Comparison[], isOfKind: (item: Item) => boolean): Matched {
  const each = comparisons.map(({ wanted, found }) => {
    const pairs = bestPairs(wanted, found, FOUND);
    const partners = new Map(pairs.map((pair) => [pair.found, pair.wanted]));
    return {
      pairs: pairs.filter((pair) => isOfKind(pair.wanted)),
      proposed: found.filter((item) => isOfKind(partners.get(item) ?? item)).length,
      wanted: wanted.filter(isOfKind).length,
    };
  });
  const { proposed, wanted } = sumOf(each.map((one) => ({ ...one, right: one.pairs.length })));
  return { pairs: each.flatMap(({ pairs }) => pairs), proposed, wanted };
}

function tallyAt(overlap: number, { pairs, proposed, wanted }: Matched): Tally {
  return { right: pairs.filter((pair) => pair.overlap >= overlap).length, proposed, wanted };
}

function f1Scores(all: Matched): { found: number; exact: number } {
  return { found: f1Of(tallyAt(FOUND, all)), exact: f1Of(tallyAt(EXACT, all)) };
}

/** Of the quotes found whose speaker people marked: how many have a speaker, and how many the right one. */
function countSpeakers(pairs: Matched['pairs']) {
  const wanted = pairs.filter((pair) => pair.wanted.source.size > 0);
  const offered = wanted.filter(({ found }) => found.source.size > 0);
  const right = offered.filter(
    (pair) =>
      isWithin(pair.found.source, pair.wanted.source) ||
      overlapOf(pair.found.source, pair.wanted.source) >= FOUND,
  );
  return { wanted: wanted.length, offered: offered.length, right: right.length };
}

/** Of the quotes found where both sides give a cue, those whose cues share a letter, in per cent. */
function cuesRight(pairs: Matched['pairs']): number {
  const both = pairs.filter(({ wanted, found }) => wanted.cue.size > 0 && found.cue.size > 0);
  return percentOf(
    both.filter(({ wanted, found }) => overlapOf(wanted.cue, found.cue) > 0).length,
    both.length,
  );
}

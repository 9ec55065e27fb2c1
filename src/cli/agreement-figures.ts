import { krippendorffAlpha } from '../agreement/alpha.ts';
import { alphaU, alphaUOfLabel } from '../agreement/alpha-u.ts';
import { type BootstrapInterval, bootstrapInterval } from '../agreement/bootstrap.ts';
import { brennanPrediger } from '../agreement/brennan-prediger.ts';
import { cohenKappa } from '../agreement/cohen.ts';
import { type Continuum, labelsOf } from '../agreement/continuum.ts';
import { type Figure, figureOfAll, type Measured } from '../agreement/figure.ts';
import { fleissKappa } from '../agreement/fleiss.ts';
import { gamma } from '../agreement/gamma.ts';
import { gwetAc1 } from '../agreement/gwet-ac1.ts';
import { gwetAc2 } from '../agreement/gwet-ac2.ts';
import {
  interval,
  jaccard,
  type Level,
  masi,
  masiSimilarity,
  nominal,
  ordinal,
  ratio,
  set,
} from '../agreement/levels.ts';
import { observedAgreement } from '../agreement/observed.ts';
import { randolphKappa } from '../agreement/randolph.ts';
import { type CodedRatings, codeRatings, type Rating } from '../agreement/ratings.ts';
import { articlesForWidth } from '../agreement/sample-size.ts';
import { scottPi } from '../agreement/scott.ts';
import { atOverlap, exactly, type SpanMatch, spanScore } from '../agreement/span-f1.ts';
import { uAlpha, uAlphaCoverage } from '../agreement/u-alpha.ts';
import { weightsOf } from '../agreement/weights.ts';
import type { Asked, AskedOfRatings, AskedOfUnits, LevelName } from './agreement-options.ts';
import { type RatingTable, readRatings } from './agreement-ratings.ts';
import type { Row } from './agreement-table.ts';
import { readUnits } from './agreement-units.ts';

/** What is said of a file. */
export interface Findings {
  readonly figure: Figure;
  readonly interval: BootstrapInterval;
  /** What was resampled: articles, or items where no column says to which article they belong. */
  readonly resampled: 'articles' | 'items';
  /** How many articles, or items, an interval of the wanted width needs. */
  readonly needed: number | undefined;
  readonly items: number;
  readonly coders: readonly string[];
  /** Further figures of the same measure, by what they are of. */
  readonly parts: NamedFigures;
  /** Those of one label each. */
  readonly labels: NamedFigures;
  /** Further facts. */
  readonly facts: Readonly<Record<string, number | boolean>>;
  readonly notes: readonly string[];
}

type NamedFigures = readonly (readonly [name: string, Figure])[];

/** Reads a file's rows as what is asked of them, and measures. Throws a TableError or a UsageError. */
export function measureRows(rows: readonly Row[], hasCommas: boolean, asked: Asked): Findings {
  return asked.kind === 'ratings'
    ? ofRatings(readRatings(rows, hasCommas, asked), asked)
    : ofUnits(rows, hasCommas, asked);
}

function ofRatings(table: RatingTable, asked: AskedOfRatings): Findings {
  const measured = ratingMeasure(codeRatings(table.articles, table.possible), asked);
  return {
    ...withInterval(measured, asked),
    resampled: table.hasArticles ? 'articles' : 'items',
    items: table.items,
    coders: table.coders,
    parts: [],
    labels: [],
    facts: {},
    notes: table.notes,
  };
}

function ratingMeasure(ratings: CodedRatings, { measure, level, weighting }: AskedOfRatings): Measured {
  const weight = () => weightsOf(weighting, ratings.categories);
  switch (measure) {
    case 'observed':
      return observedAgreement(ratings);
    case 'cohen':
      return weighting === 'identity' ? cohenKappa(ratings) : cohenKappa(ratings, weight());
    case 'scott':
      return scottPi(ratings);
    case 'fleiss':
      return fleissKappa(ratings);
    case 'brennan-prediger':
      return brennanPrediger(ratings);
    case 'randolph':
      return randolphKappa(ratings);
    case 'gwet-ac1':
      return gwetAc1(ratings);
    case 'gwet-ac2':
      return gwetAc2(ratings, weight());
    case 'alpha':
      return alphaAt(level, ratings);
  }
}

type SetLevel = Exclude<LevelName, 'nominal' | 'ordinal' | 'interval' | 'ratio'>;

const SET_LEVELS: Readonly<Record<SetLevel, Level<readonly string[]>>> = {
  set,
  jaccard,
  masi,
  'masi-similarity': masiSimilarity,
};

/** `agreement-ratings.ts` reads as numbers and sets what the levels of numbers and sets want. */
function alphaAt(level: LevelName, ratings: CodedRatings): Measured {
  switch (level) {
    case 'nominal':
      return krippendorffAlpha(ratings, nominal);
    case 'ordinal':
      return krippendorffAlpha(ratings, ordinal);
    case 'interval':
      return krippendorffAlpha(withCategories(ratings, isNumber), interval);
    case 'ratio':
      return krippendorffAlpha(withCategories(ratings, isNumber), ratio);
    default:
      return krippendorffAlpha(withCategories(ratings, isSet), SET_LEVELS[level]);
  }
}

function withCategories<Value extends Rating>(
  { categories, ...rest }: CodedRatings,
  isRight: (category: Rating) => category is Value,
): CodedRatings<Value> {
  const right = categories.filter(isRight);
  if (right.length < categories.length) throw new TypeError('the ratings were read for another level');
  return { ...rest, categories: right };
}

const isNumber = (category: Rating): category is number => typeof category === 'number';
const isSet = (category: Rating): category is readonly string[] => typeof category === 'object';

function ofUnits(rows: readonly Row[], hasCommas: boolean, asked: AskedOfUnits): Findings {
  const { coders, articles, units } = readUnits(rows, hasCommas, asked);
  const { measured, parts = [], labels = [], facts = {} } = unitMeasure(articles, asked);
  return {
    ...withInterval(measured, asked),
    resampled: 'articles',
    items: units,
    coders,
    parts: figuresOf(parts),
    labels: figuresOf(labels),
    facts,
    notes: [],
  };
}

type NamedMeasures = readonly (readonly [name: string, Measured])[];

function figuresOf(measures: NamedMeasures): NamedFigures {
  return measures.map(([name, measured]) => [name, figureOfAll(measured)]);
}

interface UnitMeasured {
  readonly measured: Measured;
  readonly parts?: NamedMeasures;
  readonly labels?: NamedMeasures;
  readonly facts?: Findings['facts'];
}

function unitMeasure(articles: readonly Continuum[], asked: AskedOfUnits): UnitMeasured {
  const labels = labelsOf(articles);
  switch (asked.measure) {
    case 'alpha-u':
      return {
        measured: alphaU(articles),
        labels: labels.map((label) => [label, alphaUOfLabel(articles, label)]),
      };
    case 'u-alpha':
      return {
        measured: uAlpha(articles),
        parts: [
          ['binary', uAlpha(articles, 'binary')],
          ['coding', uAlpha(articles, 'coding')],
        ],
        labels: labels.map((label) => [label, uAlpha(articles, { label })]),
        ...(labels.length > 0 && { facts: { coverage: uAlphaCoverage(articles) } }),
      };
    case 'gamma': {
      const { measured, samples, isExact } = gamma(articles, asked);
      return { measured, facts: { samples, exact: isExact } };
    }
    case 'span-f1':
      return spanScores(articles, asked.overlap);
  }
}

function spanScores(articles: readonly Continuum[], overlap: number): UnitMeasured {
  const ways: readonly (readonly [string, SpanMatch])[] = [
    ['exact', exactly],
    [`overlap ${overlap}`, atOverlap(overlap)],
  ];
  const scores = ['precision', 'recall', 'f1'] as const;
  const hasTwo = articles.every(({ coders }) => coders.length === 2);
  return {
    measured: spanScore(articles, exactly),
    parts: ways.flatMap(([name, match]) =>
      scores
        .filter((score) => hasTwo || score === 'f1')
        .map((score) => [`${name} ${score}`, spanScore(articles, match, score)] as const),
    ),
  };
}

function withInterval(measured: Measured, { seed, resamples, width }: Asked) {
  const found = bootstrapInterval(measured, { seed, resamples });
  const needed = width !== undefined && 'low' in found ? articlesForWidth({ ...found, width }) : undefined;
  return { figure: figureOfAll(measured), interval: found, needed };
}

import { krippendorffAlpha } from './alpha.ts';
import { type BootstrapInterval, bootstrapInterval } from './bootstrap.ts';
import type { CodedArticle } from './coded-articles.ts';
import { cohenKappa } from './cohen.ts';
import { type ComparedField, fieldRatings } from './field-ratings.ts';
import { type Figure, figureOfAll, type Measured, noFigure } from './figure.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { interval, type Level, nominal, ordinal } from './levels.ts';
import { unitsMarked } from './marked-units.ts';
import { mean, pairsOf } from './numbers.ts';
import { observedAgreement } from './observed.ts';
import { type CodedRatings, codeRatings, countsOf, type Rating } from './ratings.ts';
import { type Confusion, confusionOf, ofCoders, sentenceRatings, type YesNo } from './sentence-ratings.ts';
import { atOverlap, exactly, type SpanMatch, spanScore } from './span-f1.ts';
import { uAlpha } from './u-alpha.ts';

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
  readonly level: ComparedField['level'];
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

/** What is asked of a study. */
export interface StudyQuestion {
  readonly tags: readonly string[];
  readonly fields: readonly ComparedField[];
  readonly seed?: number;
  readonly resamples?: number;
}

/** Measures the agreement of coders on each tag; one tag a step, so that whoever asks can do other things between. */
export function* studyTags(
  articles: readonly CodedArticle[],
  { tags, fields, ...options }: StudyQuestion,
): Generator<TagStudy, void, void> {
  for (const tag of tags) {
    const ofTag = fields.filter((field) => field.tag === tag);
    yield studyTag(articles, tag, ofTag, options);
  }
}

function studyTag(
  articles: readonly CodedArticle[],
  tag: string,
  fields: readonly ComparedField[],
  options: Pick<StudyQuestion, 'seed' | 'resamples'>,
): TagStudy {
  const ratings = sentenceRatings(articles, tag);
  const estimate = (measured: Measured): Estimate => ({
    figure: figureOfAll(measured),
    interval: bootstrapInterval(measured, options),
  });
  const pairs = pairsOf(ratings.coders).map((pair) => studyPair(articles, tag, pair));
  const coded = ofCoders(articles, [...Array(ratings.coders).keys()]);
  return {
    tag,
    ...countsOfRatings(ratings),
    marks: marksOf(articles, tag),
    observed: estimate(observedAgreement(ratings)),
    alpha: estimate(krippendorffAlpha(ratings, nominal)),
    ac1: estimate(gwetAc1(ratings)),
    kappa: meanOfPairs(pairs.map(({ kappa }) => kappa)),
    exact: meanOfPairs(pairs.map(({ exact }) => exact)),
    overlap: meanOfPairs(pairs.map(({ overlap }) => overlap)),
    unitizing:
      coded.length > 0 ? figureOfAll(uAlpha(unitsMarked(coded, tag))) : noFigure('nothing-doubly-coded'),
    unitizingArticles: coded.length,
    pairs,
    againstFinal: [...Array(ratings.coders).keys()].map((coder) => againstFinal(articles, tag, coder)),
    weeks: studyWeeks(articles, tag),
    fields: fields.map((field) => studyField(articles, field)),
  };
}

function countsOfRatings({
  articles,
}: CodedRatings<YesNo>): Pick<TagStudy, 'sentences' | 'differing' | 'prevalence'> {
  let [sentences, differing, ratings, yes] = [0, 0, 0, 0];
  for (const item of articles.flat()) {
    const counts = countsOf(item);
    const [no = 0, tagged = 0] = [counts.get(0), counts.get(1)];
    if (no + tagged < 2) continue;
    sentences += 1;
    if (no > 0 && tagged > 0) differing += 1;
    ratings += no + tagged;
    yes += tagged;
  }
  return { sentences, differing, prevalence: ratings === 0 ? null : yes / ratings };
}

function marksOf(articles: readonly CodedArticle[], tag: string): number {
  const all = articles.flatMap(({ codings }) => codings.map((marks) => marks ?? []));
  return all.reduce((sum, marks) => sum + marks.filter((mark) => mark.tag === tag).length, 0);
}

function studyPair(articles: readonly CodedArticle[], tag: string, coders: [number, number]): PairStudy {
  const coded = ofCoders(articles, coders);
  const ratings = sentenceRatings(coded, tag);
  const units = unitsMarked(coded, tag);
  const scoreOf = (match: SpanMatch) =>
    units.length === 0 ? noFigure('nothing-doubly-coded') : figureOfAll(spanScore(units, match));
  return {
    coders,
    articles: coded.length,
    confusion: confusionOf(coded, tag, ({ codings }) => [codings[0] ?? null, codings[1] ?? null]),
    ...figuresOf(ratings),
    kappa: coded.length === 0 ? noFigure('nothing-doubly-coded') : figureOfAll(cohenKappa(ratings)),
    exact: scoreOf(exactly),
    overlap: scoreOf(atOverlap(0.5)),
  };
}

function figuresOf(ratings: CodedRatings<YesNo>): { readonly observed: Figure; readonly alpha: Figure } {
  if (ratings.coders < 2) {
    return { observed: noFigure('nothing-doubly-coded'), alpha: noFigure('nothing-doubly-coded') };
  }
  return {
    observed: figureOfAll(observedAgreement(ratings)),
    alpha: figureOfAll(krippendorffAlpha(ratings, nominal)),
  };
}

/** The mean of the pairs that have the figure; where none has, why. */
function meanOfPairs(figures: readonly Figure[]): Figure {
  const values = figures.flatMap(({ value }) => value ?? []);
  if (values.length > 0) return { value: mean(values) };
  return (
    figures.find(({ reason }) => reason !== 'nothing-doubly-coded') ?? figures[0] ?? noFigure('one-coder')
  );
}

function againstFinal(articles: readonly CodedArticle[], tag: string, coder: number): AgainstFinal {
  const both = articles.filter(({ codings, final }) => codings[coder] && final);
  const beside = both.map((article) => ({
    ...article,
    codings: [article.codings[coder] ?? null, article.final],
  }));
  return {
    coder,
    articles: both.length,
    confusion: confusionOf(beside, tag, ({ codings }) => [codings[0] ?? null, codings[1] ?? null]),
    alpha: figuresOf(sentenceRatings(beside, tag)).alpha,
  };
}

function studyWeeks(articles: readonly CodedArticle[], tag: string): WeekStudy[] {
  const doubly = articles.filter(({ codings }) => codings.filter((marks) => marks).length > 1);
  const weeks = new Map<string, CodedArticle[]>();
  for (const article of doubly) {
    const week = mondayOf(article.finished);
    weeks.set(week, [...(weeks.get(week) ?? []), article]);
  }
  return [...weeks.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([week, those]) => {
      const ratings = sentenceRatings(those, tag);
      return {
        week,
        articles: those.length,
        sentences: countsOfRatings(ratings).sentences,
        ...figuresOf(ratings),
      };
    });
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function studyField(articles: readonly CodedArticle[], field: ComparedField): FieldStudy {
  const rows = fieldRatings(articles, field);
  const ratings = codeRatings<Rating>(rows, field.values ?? []);
  const pairs = rows.reduce((sum, { length }) => sum + length, 0);
  const none = noFigure('nothing-marked-twice');
  return {
    field: field.name,
    level: field.level,
    pairs,
    observed: pairs === 0 ? none : figureOfAll(observedAgreement(ratings)),
    alpha: pairs === 0 ? none : figureOfAll(alphaAt(field.level, ratings)),
  };
}

function alphaAt(level: ComparedField['level'], ratings: CodedRatings<Rating>): Measured {
  if (level !== 'interval') return krippendorffAlpha(ratings, level === 'ordinal' ? ordinal : nominal);
  // `fieldRatings` gives numbers alone at this level; a label would have no distance.
  return krippendorffAlpha(ratings as CodedRatings<number>, interval as Level<number>);
}

/** How far the coders of each article agree, over all tags; articles that one coder alone has coded are left out. */
export function studyArticles(articles: readonly CodedArticle[], tags: readonly string[]): ArticleStudy[] {
  const byTag = tags.map((tag) => sentenceRatings(articles, tag).articles);
  return articles.flatMap((article, at) => {
    const coders = article.codings.filter((marks) => marks).length;
    if (coders < 2) return [];
    const differs = (sentence: number) =>
      byTag.some((items) => countsOf(items[at]?.[sentence] ?? new Int32Array()).size > 1);
    const differing = [...article.sentences.keys()].filter(differs).length;
    return [{ articleId: article.id, coders, sentences: article.sentences.length, differing }];
  });
}

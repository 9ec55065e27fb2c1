import { krippendorffAlpha } from './alpha.ts';
import { bootstrapInterval } from './bootstrap.ts';
import type { CodedArticle } from './coded-articles.ts';
import { countConfusion, figuresOfConfusion } from './confusion.ts';
import { type ComparedField, FieldPairs } from './field-pairs.ts';
import { type Figure, figureOfAll, type Measured, noFigure } from './figure.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { nominal } from './levels.ts';
import { unitsMarked } from './marked-units.ts';
import { mean, pairsOf } from './numbers.ts';
import { observedAgreement } from './observed.ts';
import { studyPairs } from './pair-study.ts';
import { pairMarks } from './paired-marks.ts';
import { type CodedSentences, codeSentences, sentenceRatings } from './sentence-ratings.ts';
import type {
  AgainstFinal,
  ArticleStudy,
  Estimate,
  FieldStudy,
  TagStudy,
  WeekStudy,
} from './study-report.ts';
import { uAlpha } from './u-alpha.ts';

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
  const sentences = codeSentences(articles, tag);
  const ratings = sentenceRatings(sentences);
  const estimate = (measured: Measured): Estimate => ({
    figure: figureOfAll(measured),
    interval: bootstrapInterval(measured, options),
  });
  const pairs = studyPairs(articles, sentences, tag, ratings.coders);
  return {
    tag,
    ...countsOf(sentences),
    marks: marksOf(articles, tag),
    observed: estimate(observedAgreement(ratings)),
    alpha: estimate(krippendorffAlpha(ratings, nominal)),
    ac1: estimate(gwetAc1(ratings)),
    kappa: meanOfPairs(pairs.map(({ kappa }) => kappa)),
    exact: meanOfPairs(pairs.map(({ exact }) => exact)),
    overlap: meanOfPairs(pairs.map(({ overlap }) => overlap)),
    ...studyUnits(articles, tag),
    pairs,
    againstFinal: [...Array(ratings.coders).keys()].map((coder) => againstFinal(sentences, coder)),
    weeks: studyWeeks(sentences),
    fields: studyFields(articles, tag, fields),
  };
}

function countsOf(
  articles: readonly CodedSentences[],
): Pick<TagStudy, 'sentences' | 'differing' | 'prevalence'> {
  let [doubly, differing, codes, yes] = [0, 0, 0, 0];
  for (const { codings, sentences } of articles) {
    const made = codings.filter((coding) => coding !== null);
    if (made.length < 2) continue;
    doubly += sentences;
    codes += sentences * made.length;
    for (let at = 0; at < sentences; at++) {
      const tagged = made.reduce((sum, coding) => sum + (coding[at] ?? 0), 0);
      yes += tagged;
      if (tagged > 0 && tagged < made.length) differing += 1;
    }
  }
  return { sentences: doubly, differing, prevalence: codes === 0 ? null : yes / codes };
}

function marksOf(articles: readonly CodedArticle[], tag: string): number {
  const all = articles.flatMap(({ codings }) => codings.map((marks) => marks ?? []));
  return all.reduce((sum, marks) => sum + marks.filter((mark) => mark.tag === tag).length, 0);
}

/** The mean of the pairs that have the figure; where none has, why. */
function meanOfPairs(figures: readonly Figure[]): Figure {
  const values = figures.flatMap(({ value }) => value ?? []);
  if (values.length > 0) return { value: mean(values) };
  return (
    figures.find(({ reason }) => reason !== 'nothing-doubly-coded') ?? figures[0] ?? noFigure('one-coder')
  );
}

function studyUnits(
  articles: readonly CodedArticle[],
  tag: string,
): Pick<TagStudy, 'unitizing' | 'unitizingArticles'> {
  const coded = articles.filter(({ codings }) => codings.every((marks) => marks !== null));
  const unitizing =
    coded.length > 0 ? figureOfAll(uAlpha(unitsMarked(coded, tag))) : noFigure('nothing-doubly-coded');
  return { unitizing, unitizingArticles: coded.length };
}

function againstFinal(sentences: readonly CodedSentences[], coder: number): AgainstFinal {
  const counted = countConfusion(sentences, ({ codings, final }) => [codings[coder], final]);
  return { coder, ...counted, alpha: figuresOfConfusion(counted.confusion).alpha };
}

function studyWeeks(sentences: readonly CodedSentences[]): WeekStudy[] {
  const weeks = new Map<string, CodedSentences[]>();
  for (const article of sentences) {
    if (article.codings.filter((coding) => coding !== null).length < 2) continue;
    const week = mondayOf(article.finished);
    weeks.set(week, [...(weeks.get(week) ?? []), article]);
  }
  const inOrder = [...weeks].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([week, those]) => {
    const ratings = sentenceRatings(those);
    return {
      week,
      articles: those.length,
      sentences: countsOf(those).sentences,
      observed: figureOfAll(observedAgreement(ratings)),
      alpha: figureOfAll(krippendorffAlpha(ratings, nominal)),
    };
  });
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function studyFields(
  articles: readonly CodedArticle[],
  tag: string,
  fields: readonly ComparedField[],
): FieldStudy[] {
  const compared = fields.map((field) => ({ field, pairs: new FieldPairs(field) }));
  for (const { codings } of fields.length > 0 ? articles : []) {
    const ofTag = codings.map((marks) => marks?.filter((mark) => mark.tag === tag) ?? []);
    for (const [one, other] of pairsOf(codings.length)) {
      for (const [left, right] of pairMarks(ofTag[one] ?? [], ofTag[other] ?? [])) {
        for (const { pairs } of compared) pairs.add(left, right);
      }
    }
  }
  return compared.map(({ field, pairs }) => ({
    field: field.name,
    level: field.level,
    pairs: pairs.count,
    ...pairs.figures(),
  }));
}

/** How far the coders of each article agree, over all tags; articles that one coder alone has coded are left out. */
export function studyArticles(articles: readonly CodedArticle[], tags: readonly string[]): ArticleStudy[] {
  const byTag = tags.map((tag) => codeSentences(articles, tag));
  return articles.flatMap((article, at) => {
    const coders = article.codings.filter((marks) => marks).length;
    if (coders < 2) return [];
    const differs = (sentence: number) => byTag.some((coded) => isSplit(coded[at]?.codings ?? [], sentence));
    const differing = [...article.sentences.keys()].filter(differs).length;
    return [{ articleId: article.id, coders, sentences: article.sentences.length, differing }];
  });
}

function isSplit(codings: CodedSentences['codings'], sentence: number): boolean {
  const made = codings.filter((coding) => coding !== null);
  return made.some((coding) => coding[sentence] !== made[0]?.[sentence]);
}

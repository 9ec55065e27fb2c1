import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyzeText } from '../../src/text/analyze.ts';
import { splitSentences } from '../../src/text/segment.ts';
import { suggestQuotes } from '../../src/text/suggest/quote.ts';
import { suggestStatistics } from '../../src/text/suggest/statistic.ts';
import type { Measured, Task } from './figures.ts';
import { PUBLIC_SETS, type PublicSet } from './public-sets.ts';
import { ofTwoOutlets, readBabe } from './read/babe.ts';
import { readClaimBuster } from './read/claimbuster.ts';
import { readConllu, type TreeSentence } from './read/conllu.ts';
import { countedIn } from './read/counted-numbers.ts';
import { paragraphsOf } from './read/paragraphs.ts';
import { readPoliClaim } from './read/policlaim.ts';
import { readPolnearArticle } from './read/polnear.ts';
import { readQuantulumCases } from './read/quantulum.ts';
import { readRecognizersCases } from './read/recognizers.ts';
import { readSegmenterSpec, type SegmenterSpec } from './read/segmenter-spec.ts';
import { readSentencexCases } from './read/sentencex.ts';
import { type ClaimScores, type LabelledText, scoreClaims } from './score/claims.ts';
import { type AttributedArticle, scoreQuotes } from './score/quotes.ts';
import { countPassedSegments, scoreSentenceEnds } from './score/sentences.ts';
import { countPassedValues, scoreCounted, type ValueCase } from './score/statistics.ts';

/** What is measured on a part of a public set. */
export interface Measurement {
  readonly task: Task;
  readonly set: PublicSet;
  /** How many texts it has at the set's commit. Another number means another version of the set. */
  readonly texts: number;
  /**
   * Reads the clone in `folder` and asks the engine. Throws an Error where the clone is not as it should be.
   */
  measure(folder: string): Promise<{ readonly texts: number; readonly figures: Measured }>;
}

/** All of them, in the order of the tables. Portions that a set keeps for a last test are not read. */
export const MEASUREMENTS: readonly Measurement[] = [
  measurement('sentences', PUBLIC_SETS.pragmaticSegmenter, {
    texts: 52,
    read: async (folder) => (await segmenterSpec(folder)).golden,
    score: (cases) => ({ goldenRules: countPassedSegments(cases, splitSentences) }),
  }),
  measurement('sentences', PUBLIC_SETS.pragmaticSegmenter, {
    texts: 112,
    read: async (folder) => (await segmenterSpec(folder)).others,
    score: (cases) => ({ segmenterCases: countPassedSegments(cases, splitSentences) }),
  }),
  measurement('sentences', PUBLIC_SETS.sentencex, {
    texts: 237,
    read: async (folder) => readSentencexCases(await words(folder, 'tests/en.txt')),
    score: (cases) => ({ sentencex: countPassedSegments(cases, splitSentences) }),
  }),
  measurement('sentences', PUBLIC_SETS.ewt, {
    texts: 750,
    read: async (folder) => paragraphsOf(readConllu(await words(folder, 'en_ewt-ud-dev.conllu'))),
    score: (paragraphs) => ({ ewt: scoreSentenceEnds(paragraphs, splitSentences) }),
  }),
  measurement('sentences', PUBLIC_SETS.gum, {
    texts: 273,
    read: async (folder) => paragraphsOf((await gumNews(folder)).train),
    score: (paragraphs) => ({ gumTrain: scoreSentenceEnds(paragraphs, splitSentences) }),
  }),
  measurement('sentences', PUBLIC_SETS.gum, {
    texts: 27,
    read: async (folder) => paragraphsOf((await gumNews(folder)).dev),
    score: (paragraphs) => ({ gumDev: scoreSentenceEnds(paragraphs, splitSentences) }),
  }),
  measurement('quotes', PUBLIC_SETS.polnear, { texts: 84, read: polnearDev, score: quoteFigures }),
  measurement('statistics', PUBLIC_SETS.gum, {
    texts: 680,
    read: async (folder) => {
      const { train, dev } = await gumNews(folder);
      return [...train, ...dev].map(countedIn);
    },
    score: (sentences) => {
      const { numbers, spans } = scoreCounted(sentences, findStatistics);
      return { countedNumbers: numbers, countedSpans: spans };
    },
  }),
  measurement('statistics', PUBLIC_SETS.recognizersText, {
    texts: 235,
    read: (folder) => recognizersCases(folder, 'Number/English/NumberModel'),
    score: (cases) => ({ number: countPassedValues(cases, findStatistics) }),
  }),
  measurement('statistics', PUBLIC_SETS.recognizersText, {
    texts: 87,
    read: (folder) => recognizersCases(folder, 'Number/English/NumberRangeModel'),
    score: (cases) => ({ range: countPassedValues(cases, findStatistics) }),
  }),
  measurement('statistics', PUBLIC_SETS.recognizersText, {
    texts: 17,
    read: (folder) => recognizersCases(folder, 'Number/English/PercentModel'),
    score: (cases) => ({ percent: countPassedValues(cases, findStatistics) }),
  }),
  measurement('statistics', PUBLIC_SETS.recognizersText, {
    texts: 324,
    read: (folder) => {
      const models = ['AgeModel', 'CurrencyModel', 'DimensionModel', 'TemperatureModel'];
      return recognizersCases(folder, ...models.map((model) => `NumberWithUnit/English/${model}`));
    },
    score: (cases) => ({ withUnit: countPassedValues(cases, findStatistics) }),
  }),
  measurement('statistics', PUBLIC_SETS.quantulum, {
    texts: 101,
    read: async (folder) =>
      readQuantulumCases(await words(folder, 'quantulum3/_lang/en_US/tests/quantities.json')),
    score: (cases) => ({ quantulum: countPassedValues(cases, findStatistics) }),
  }),
  measurement('claims', PUBLIC_SETS.claimBuster, {
    texts: 7976,
    read: async (folder) => readClaimBuster(await words(folder, 'data/two_class/train.json')),
    score: (texts) => {
      const { area, precision, recall } = claimScores(texts);
      return { claimBuster: area, claimBusterPrecision: precision, claimBusterRecall: recall };
    },
  }),
  measurement('claims', PUBLIC_SETS.poliClaim, {
    texts: 1953,
    read: poliClaimGolden,
    score: (texts) => {
      const { area, precision, recall } = claimScores(texts);
      return { poliClaim: area, poliClaimPrecision: precision, poliClaimRecall: recall };
    },
  }),
  measurement('claims', PUBLIC_SETS.babe, {
    texts: 1064,
    read: async (folder) => readBabe(await words(folder, 'data/final_labels_SG1.csv')),
    score: (texts) => ({
      babe: claimScores(texts).area,
      babeTwoOutlets: claimScores(ofTwoOutlets(texts)).area,
    }),
  }),
];

interface Part<T> {
  readonly texts: number;
  read(folder: string): Promise<readonly T[]>;
  score(texts: readonly T[]): Measured;
}

function measurement<T>(task: Task, set: PublicSet, { texts, read, score }: Part<T>): Measurement {
  return {
    task,
    set,
    texts,
    async measure(folder) {
      const all = await read(folder);
      return { texts: all.length, figures: score(all) };
    },
  };
}

/** The engine as `onrecord analyze --jsonl` runs it: no markup is read, and a headline is a sentence. */
const findQuotes = (text: string) => suggestQuotes(text, splitSentences(text));
const findStatistics = (text: string) => suggestStatistics(text, splitSentences(text));

function claimScores(texts: readonly LabelledText[]): ClaimScores {
  return scoreClaims(texts, analyzeText);
}

function quoteFigures(articles: readonly AttributedArticle[]): Measured {
  const { directStretchesExact, directMixed, all, speech, ...parts } = scoreQuotes(articles, findQuotes);
  return {
    directStretches: directStretchesExact,
    directMixedFound: directMixed.found,
    directMixedExact: directMixed.exact,
    allFound: all.found,
    allExact: all.exact,
    allRecall: all.recall,
    allPrecision: all.precision,
    speechFound: speech.found,
    speechExact: speech.exact,
    ...parts,
  };
}

function words(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

async function segmenterSpec(folder: string): Promise<SegmenterSpec> {
  return readSegmenterSpec(await words(folder, 'spec/pragmatic_segmenter/languages/english_spec.rb'));
}

async function recognizersCases(folder: string, ...models: readonly string[]): Promise<ValueCase[]> {
  const files = await Promise.all(models.map((model) => words(folder, `Specs/${model}.json`)));
  return files.flatMap(readRecognizersCases);
}

/** GUM's own portions of its news. What is in none of them is for training. */
const GUM_DEV = ['homeopathic', 'iodine'];
const GUM_TEST = ['nasa', 'sensitive'];

async function gumNews(folder: string): Promise<Record<'train' | 'dev', TreeSentence[]>> {
  const sources = join(folder, 'not-to-release/sources');
  const names = (await readdir(sources))
    .flatMap((file) => /^GUM_news_(\w+)\.conllu$/.exec(file)?.[1] ?? [])
    .sort();
  const read = async (portion: readonly string[]) => {
    const files = await Promise.all(portion.map((name) => words(sources, `GUM_news_${name}.conllu`)));
    return files.flatMap(readConllu);
  };
  const train = names.filter((name) => !GUM_DEV.includes(name) && !GUM_TEST.includes(name));
  return { train: await read(train), dev: await read(GUM_DEV) };
}

/** Where several people annotated an article, the first by name speaks. */
async function polnearDev(folder: string): Promise<AttributedArticle[]> {
  const annotations = (await readdir(join(folder, 'data/dev/attributions'))).sort();
  const firstOf = new Map(annotations.toReversed().map((file) => [file.replace(/_[^_]*$/, ''), file]));
  const articles = [...firstOf].sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(
    articles.map(async ([article, file]) =>
      readPolnearArticle(
        await words(folder, `data/dev/text/${article}.txt`),
        await words(folder, `data/dev/attributions/${file}`),
      ),
    ),
  );
}

async function poliClaimGolden(folder: string): Promise<LabelledText[]> {
  const speeches = join(folder, 'data/PoliClaim_train_golden');
  const files = (await readdir(speeches)).filter((file) => file.endsWith('.xlsx')).sort();
  const read = await Promise.all(
    files.map(async (file) => readPoliClaim(await readFile(join(speeches, file)))),
  );
  return read.flat();
}

// node scripts/run.mjs bench/text-engine.ts: how fast the text engine reads generated articles, and what
// hostile text costs.

import { splitSentences } from '../src/text/segment.ts';
import { structureOf } from '../src/text/structure.ts';
import { suggestAll } from '../src/text/suggest/all.ts';
import { suggestClaims } from '../src/text/suggest/claim.ts';
import { suggestQuotes } from '../src/text/suggest/quote.ts';
import { suggestStatistics } from '../src/text/suggest/statistic.ts';
import { generateArticle } from './generate-article.ts';

const ARTICLES = 200;
const LENGTH = 6000;
const ROUNDS = 15;
const HOSTILE_LENGTH = 1_000_000;
const HOSTILE = [
  '"',
  '“',
  '‘',
  '(',
  '1',
  '1,',
  '1 ',
  'a',
  'A. ',
  'said ',
  '“a” ',
  '. ',
  '\n',
  '😀',
  '-',
  'he said that ',
];

const articles = Array.from({ length: ARTICLES }, (_, seed) => {
  const { text } = generateArticle({ length: LENGTH, annotations: 0, seed: seed + 1 });
  return { text, sentences: structureOf(text).sentences };
});

type Article = (typeof articles)[number];

const PARTS: Readonly<Record<string, (article: Article) => unknown>> = {
  sentences: ({ text }) => splitSentences(text),
  structure: ({ text }) => structureOf(text),
  quotes: ({ text, sentences }) => suggestQuotes(text, sentences),
  statistics: ({ text, sentences }) => suggestStatistics(text, sentences),
  claims: ({ text, sentences }) => suggestClaims(text, sentences),
  'all suggestions': ({ text, sentences }) => suggestAll(text, sentences),
  everything: ({ text }) => suggestAll(text, structureOf(text).sentences),
};

const megabytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
console.log(`${ARTICLES} articles, ${megabytes.toFixed(2)} MB, best of ${ROUNDS} rounds, processor time`);
for (const [name, part] of Object.entries(PARTS)) {
  const seconds = Array.from({ length: ROUNDS }, () => secondsOf(() => articles.forEach(part)));
  console.log(`${name}: ${(megabytes / Math.min(...seconds)).toFixed(1)} MB/s`);
}
console.log(
  `${HOSTILE_LENGTH / 1e6} million code units of one piece repeated, sentences and all suggestions`,
);
for (const piece of HOSTILE) {
  const text = piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length));
  const seconds = secondsOf(() => suggestAll(text, structureOf(text).sentences));
  console.log(`${JSON.stringify(piece)}: ${seconds.toFixed(2)} s`);
}

/** Processor time, which other work on the machine disturbs less than the clock. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

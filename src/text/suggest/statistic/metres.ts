import { wordSet } from '../../word-set.ts';
import type { Token } from './tokens.ts';

/** What is measured in metres. */
const LENGTHS = wordSet(`
  long wide tall deep high thick across away apart underwater distance depth height width length river rivers water
  waters flood floods floodwater sea tide tides wave waves swell snow snowdrift wall fence tower mast tree trees cliff
  crater hole trench tunnel pit ditch jump jumped leap leapt throw threw vault javelin shot hammer sprint hurdles relay
  freestyle butterfly backstroke breaststroke medley swim swam dash metre metres meter meters beam hull boat ship yacht
  pool board platform span gap clearance
`);

/** What is counted in millions. */
const MILLIONS = wordSet(`
  unemployment employment population populations viewers viewership audience audiences users subscribers followers
  customers visitors tourists passengers readers listeners members membership voters votes jobs jobless workers people
  homes households copies views downloads deaths cases sales profit profits loss losses turnover revenue revenues income
  cost costs bill budget debt debts deficit surplus fee fees fine value worth price bid deal fund funding grant
  investment spending spend total migration immigration circulation turnout numbers number refugees migrants claimants
  pupils patients tickets cars vehicles units barrels shares
`);
const CHANGES = wordSet(
  'to by of at reached reaching hit topped passed exceeded totalled from nearly almost about',
);

/** How far before an "m" the words are looked at, and behind it. */
const BEFORE = 14;
const BEHIND = 4;

/** Whether the "m" at `at`, joined to its number, stands for millions: "Unemployment rose to 1.4m". */
export function meansMillions(tokens: readonly Token[], at: number): boolean {
  if (!isPlain(tokens, at) || near(tokens, at, LENGTHS)) return false;
  return near(tokens, at, MILLIONS);
}

/** Whether nothing tells if the "m" at `at` is metres or millions. */
export function isOpenM(tokens: readonly Token[], at: number): boolean {
  if (!isPlain(tokens, at) || near(tokens, at, LENGTHS)) return false;
  const decimal = tokens[at - 1]?.text.includes('.') === true;
  return near(tokens, at, MILLIONS) || decimal || CHANGES.has(tokens[at - 2]?.lower ?? '');
}

/** Nothing is measured right behind it: "a 5m wall", "10m long" and "5m x 3m" need no look around. */
function isPlain(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || next.kind === 'mark'
    ? next?.text !== '-' && next?.text !== '×'
    : next.lower !== 'x';
}

function near(tokens: readonly Token[], at: number, words: ReadonlySet<string>): boolean {
  for (let i = Math.max(0, at - BEFORE); i < Math.min(tokens.length, at + BEHIND); i += 1)
    if (words.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

import { FUNCTION_WORDS, LONGEST_LITTLE_WORD, WORD_LANGUAGES } from './function-words.ts';
import { lowerCase } from './lower-case.ts';
import { commaRegions, type NumberStyle, pointRegions, styleOfLanguage, styleShown } from './number-style.ts';

/** What the engine goes by when it reads a text. */
export interface TextLanguage {
  /** Primary subtag, such as `de`; undefined where neither the article nor its words tell. */
  readonly code: string | undefined;
  /** Whether it is read as English, with all that the engine knows: so is what cannot be told. */
  readonly english: boolean;
  /** How its numerals are written. */
  readonly numbers: NumberStyle;
}

/** How much of a text is looked at, in code units: its language shows soon. */
const SAMPLE = 2000;

/**
 * The language of a text: what its words show, where they show it plainly, since pages often name a wrong one;
 * else `told`, a BCP 47 tag, if anything. Pure; looks at the text's beginning only.
 */
export function languageOf(text: string, told?: string | null): TextLanguage {
  const sample = text.slice(0, SAMPLE);
  const tag = told?.trim().toLowerCase().replaceAll('_', '-') ?? '';
  const named = /^[a-z]{2,3}(?=-|$)/.exec(tag)?.[0];
  const code = scriptLanguage(sample, named) ?? wordLanguage(sample, named);
  return {
    code,
    english: code === undefined || code === 'en',
    numbers: numbersOf(sample, code, code === named ? tag : ''),
  };
}

/** The text itself shows how it writes numbers, where it has one that can only be read in one way. */
function numbersOf(sample: string, code: string | undefined, tag: string): NumberStyle {
  if (pointRegions.has(tag)) return 'point';
  if (commaRegions.has(tag)) return 'comma';
  return styleShown(sample, code) ?? styleOfLanguage(code);
}

/** Scripts that tell a language, or nearly: the one that stands for those that share it. */
const SCRIPTS: readonly (readonly [script: RegExp, code: string, others: readonly string[]])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja', []],
  [/\p{sc=Hangul}/gu, 'ko', []],
  [/\p{sc=Han}/gu, 'zh', ['ja', 'yue']],
  [/[іїєґІЇЄҐ]/gu, 'uk', []],
  [/\p{sc=Cyrillic}/gu, 'ru', ['uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt']],
  [/[پچگژ]/gu, 'fa', ['ur', 'ps', 'ckb', 'sd', 'ku']],
  [/\p{sc=Arabic}/gu, 'ar', ['fa', 'ur', 'ps', 'ckb', 'sd', 'ku']],
  [/\p{sc=Hebrew}/gu, 'he', ['yi', 'iw']],
  [/\p{sc=Greek}/gu, 'el', []],
  [/\p{sc=Devanagari}/gu, 'hi', ['mr', 'ne', 'sa']],
  [/\p{sc=Bengali}/gu, 'bn', ['as']],
  [/\p{sc=Thai}/gu, 'th', []],
  [/\p{sc=Armenian}/gu, 'hy', []],
  [/\p{sc=Georgian}/gu, 'ka', []],
  [/\p{sc=Tamil}/gu, 'ta', []],
  [/\p{sc=Telugu}/gu, 'te', []],
  [/\p{sc=Gujarati}/gu, 'gu', []],
  [/\p{sc=Gurmukhi}/gu, 'pa', []],
  [/\p{sc=Kannada}/gu, 'kn', []],
  [/\p{sc=Malayalam}/gu, 'ml', []],
  [/\p{sc=Sinhala}/gu, 'si', []],
  [/\p{sc=Khmer}/gu, 'km', []],
  [/\p{sc=Lao}/gu, 'lo', []],
  [/\p{sc=Myanmar}/gu, 'my', []],
  [/\p{sc=Ethiopic}/gu, 'am', ['ti']],
];

/** A script has to make up this share of the letters; a language's own letters, a tenth of that. */
const SCRIPT_SHARE = 0.3;

function scriptLanguage(sample: string, named: string | undefined): string | undefined {
  if (!/[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufaff]/.test(sample)) return undefined;
  const foreign = sample.match(/[^\P{L}\p{sc=Latin}]/gu)?.length ?? 0;
  if (foreign === 0) return undefined;
  const letters = sample.match(/\p{L}/gu)?.length ?? 1;
  for (const [script, code, others] of SCRIPTS) {
    const own = script.source.startsWith('[') ? SCRIPT_SHARE / 10 : SCRIPT_SHARE;
    if ((sample.match(script)?.length ?? 0) < own * letters || foreign < SCRIPT_SHARE * letters) continue;
    return named !== undefined && others.includes(named) ? named : code;
  }
  return undefined;
}

/** How words end in English, and hardly anywhere else. */
const ENGLISH_ENDING = /(?:[^aeiou]ing|[^aeio]ed|['’](?:s|re|ve|ll)|ough|ght|ness)$/;

/** The language whose little words stand in the sample most often, if it has clearly more than English. */
function wordLanguage(sample: string, named: string | undefined): string | undefined {
  const { words, counts } = littleWords(sample);
  const count = (code: string | undefined) => counts[WORD_LANGUAGES.indexOf(code ?? '')] ?? 0;
  const most = counts.reduce((largest, each) => Math.max(largest, each), 0);
  const best = WORD_LANGUAGES[counts.indexOf(most)];
  const rivals = Math.max(best === 'en' ? 0 : count('en'), best === named ? 0 : count(named));
  const plain = most > 1.3 * rivals && (most > 1 || (most === 1 && rivals === 0 && words < 12));
  if (named === undefined) return plain ? best : undefined;
  return plain && most > 4 && most > 2 * count(named) ? best : named;
}

/** How many words a sample has, and how many of them speak for each of `WORD_LANGUAGES`. */
function littleWords(sample: string): { readonly words: number; readonly counts: Float64Array } {
  const counts = new Float64Array(WORD_LANGUAGES.length);
  const english = WORD_LANGUAGES.indexOf('en');
  let words = 0;
  for (let at = 0; at < sample.length; at++) {
    const start = at;
    while (at < sample.length && isInWord(sample, at)) at++;
    if (at === start || isDigit(sample.charCodeAt(start - 1))) continue;
    words++;
    const word = sample.slice(start, at);
    if (ENGLISH_ENDING.test(word)) counts[english] = (counts[english] ?? 0) + 0.5;
    if (word.length > LONGEST_LITTLE_WORD) continue;
    const weight = word.length > 1 ? 1 : 0.5;
    for (const language of FUNCTION_WORDS.get(lowerCase(word)) ?? [])
      counts[language] = (counts[language] ?? 0) + weight;
  }
  return { words, counts };
}

const NO_ASCII_LETTER = /[\p{L}\p{M}’]/u;

/** Looked at letter by letter, since an expression for all of Unicode takes half the time of reading the structure. */
function isInWord(sample: string, at: number): boolean {
  const code = sample.charCodeAt(at);
  if (code > 127) return NO_ASCII_LETTER.test(sample.charAt(at));
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The primary subtag of a language that is not English. */
export function foreignCode({ code, english }: TextLanguage): string | undefined {
  return english ? undefined : code;
}

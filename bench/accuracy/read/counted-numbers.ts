import { hullOf, type Span } from '../../../src/text/span.ts';
import type { CountedSentence } from '../score/statistics.ts';
import type { TreeSentence, TreeWord } from './conllu.ts';

/**
 * Reads off a tree what is counted or measured: each cardinal that hangs on a noun or a sign as `nummod`.
 * Cardinals with another relation ("one of them") may be found or not. Dates, years, clock times and parts of
 * names ("Boeing 737") are in neither list, so to find one is wrong.
 */
export function countedIn({ text, words }: TreeSentence): CountedSentence {
  const counted: { number: Span; whole: Span }[] = [];
  const open: Span[] = [];
  const byNumber = new Map(words.map((word) => [word.number, word]));
  for (const word of words) {
    const head = byNumber.get(word.head);
    if (!isCardinal(word) || isPartOfNumber(word, head)) continue;
    const below = words.filter((other) => other.head === word.number);
    if (isMonth(head) || below.some(isMonth)) continue;
    const number = hullOf(
      [word, ...below.filter((other) => isPartOfNumber(other, word))].map(({ span }) => span),
    );
    if (head && word.relation === 'nummod') {
      if (!isName(head)) counted.push({ number, whole: hullOf([number, head.span]) });
    } else if (!YEAR_OR_TIME.test(word.form)) open.push(number);
  }
  return { text, counted, open };
}

const YEAR_OR_TIME = /^(?:1[6-9]|20)\d\d$|:/;

function isCardinal({ kind, features }: TreeWord): boolean {
  return kind === 'NUM' && !features.includes('NumType=Ord');
}

/** "2" of "2 million". */
function isPartOfNumber(word: TreeWord, head: TreeWord | undefined): boolean {
  return word.kind === 'NUM' && head?.kind === 'NUM' && /^(?:compound|flat)$/.test(word.relation);
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;

function isMonth(word: TreeWord | undefined): boolean {
  return word !== undefined && MONTH.test(word.form);
}

/** The treebank calls signs of money proper nouns too. */
function isName({ kind, form }: TreeWord): boolean {
  return kind === 'PROPN' && !/[$€£%]/.test(form);
}

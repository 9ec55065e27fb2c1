import { wordSet } from '../../word-set.ts';
import type { Amount } from './amount.ts';
import { comparatorAfter } from './comparators.ts';
import type { Figure } from './figure.ts';
import { STOPS } from './noun-words.ts';
import { type Counted, countedPeople, countedPlural, countedSingular, nounAfterOf } from './nouns.ts';
import { singular } from './plurals.ts';
import { withPer, withRate, wordsOf } from './rates.ts';
import { is, isDash, type Token } from './tokens.ts';

/** A figure with the noun it counts, or alone. */
export function counted(tokens: readonly Token[], amount: Amount): Figure {
  const { first, value } = amount;
  const noun = nounOf(tokens, amount);
  if (noun === undefined) {
    const bare = { amount, first, next: amount.next, value, money: false, counted: false };
    return withRate(tokens, moreOf(tokens, bare));
  }
  const unit = nounName(tokens[noun.head]);
  const subject = wordsOf(tokens, noun);
  return withPer(tokens, {
    amount,
    first,
    next: noun.next,
    value,
    unit,
    subject,
    money: false,
    counted: true,
  });
}

function nounOf(tokens: readonly Token[], amount: Amount): Counted | undefined {
  const tail = comparatorAfter(tokens, amount.next);
  const at = tail?.next ?? amount.next;
  if (tail !== undefined && amount.form !== 'vague') return countedPlural(tokens, at);
  if (isDash(tokens, at) && tokens[at + 1]?.kind === 'word') return hyphenated(tokens, at);
  if (amount.form === 'vague' && is(tokens, at, 'of')) return nounAfterOf(tokens, at);
  if (amount.form === 'part' && Math.abs(amount.value) < 1) return undefined;
  if (amount.value === 1) return countedSingular(tokens, at);
  return countedPlural(tokens, at) ?? countedPeople(tokens, at);
}

/** The noun in the singular; a name keeps its capitals ("Democrat", "MP", "iPhone"). */
function nounName(token: Token | undefined): string {
  if (token === undefined) return '';
  if (/^[A-Z]{2,}s$/u.test(token.text)) return token.text.slice(0, -1);
  const name = singular(token.lower);
  return token.lower.startsWith(name) ? token.text.slice(0, name.length) : name;
}

/** "six-member", "three-nation", and the treebank's "six - member". */
function hyphenated(tokens: readonly Token[], dash: number): Counted | undefined {
  const spaced = tokens[dash]?.spaced === true;
  const word = tokens[dash + 1];
  if (
    word === undefined ||
    spaced !== word.spaced ||
    tokens[dash]?.text === '—' ||
    STOPS.has(word.lower) ||
    MANNERS.has(word.lower)
  )
    return undefined;
  return { first: dash + 1, head: dash + 1, next: dash + 2 };
}

/** "5,000-strong", "20-something": nothing is named. */
const MANNERS = wordSet('strong high something odd');

/** "200 more", with nothing named. */
function moreOf(tokens: readonly Token[], figure: Figure): Figure {
  const more = is(tokens, figure.next, 'more') || is(tokens, figure.next, 'others');
  return more && !is(tokens, figure.next + 1, 'than') ? { ...figure, next: figure.next + 1 } : figure;
}

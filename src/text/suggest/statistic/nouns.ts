import { wordSet } from '../../word-set.ts';
import { HOLLOW_HEADS, MODIFYING_PLURALS, NOT_PLURALS, STOPS, UNMARKED_PLURALS } from './noun-words.ts';
import { ONES } from './number-words.ts';
import { isPlural } from './plurals.ts';
import { is, isCapitalised, isDash, type Token } from './tokens.ts';

/** A noun phrase behind a figure: its head, and the token behind it. */
export interface Counted {
  readonly first: number;
  readonly head: number;
  readonly next: number;
}

/** Most words between a figure and its noun. */
const REACH = 6;

/**
 * The plural noun that a number above one counts: "900 asylum seekers", "two anti-establishment camp elects".
 */
export function countedPlural(tokens: readonly Token[], at: number): Counted | undefined {
  let words = 0;
  let next = at;
  while (words < REACH) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (isInnerHyphen(tokens, next)) {
      next += 1;
      continue;
    }
    if (token.kind !== 'word') return undefined;
    if (isHead(tokens, next)) return withDemonyms(tokens, { first: at, head: next, next: next + 1 });
    if (isStop(token) && !isInnerAnd(tokens, next, words) && !isInnerStop(tokens, next)) return undefined;
    words += 1;
    next += 1;
  }
  return undefined;
}

/** A word that ends a noun phrase; "US" and "IT" in capitals are no pronouns. */
function isStop(token: Token): boolean {
  if (token.lower.endsWith("n't")) return true;
  return STOPS.has(token.lower) && !(token.text === 'US' || token.text === 'IT' || token.text === 'WHO');
}

/** A people whose name has no plural: "300 Taliban", "1.3 billion Chinese". */
export function countedPeople(tokens: readonly Token[], at: number): Counted | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (
    token === undefined ||
    !isCapitalised(token) ||
    !/(?:ese|ish|[^r]ch|ban|ya|ss|raqi|istani)$/u.test(token.lower)
  )
    return undefined;
  const ends = after?.kind !== 'word' || isStop(after) || after.lower.endsWith('ed');
  return ends ? { first: at, head: at, next: at + 1 } : undefined;
}

/** A hyphen inside a compound modifier, or one a treebank sets with spaces. */
function isInnerHyphen(tokens: readonly Token[], at: number): boolean {
  if (!isDash(tokens, at) || tokens[at]?.text === '—') return false;
  if (tokens[at]?.spaced && !is(tokens, at, '-')) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return before?.kind === 'word' && after?.kind === 'word' && tokens[at]?.spaced === after.spaced;
}

/** "off-duty", "long-range", "over-the-counter": a stop word with a hyphen behind or before it. */
function isInnerStop(tokens: readonly Token[], at: number): boolean {
  return (
    (isDash(tokens, at + 1) && !tokens[at + 1]?.spaced) ||
    (isDash(tokens, at - 1) && !tokens[at]?.spaced) ||
    INNER.has(tokens[at]?.lower ?? '')
  );
}

const INNER = wordSet(`
  old long live daily weekly lead lost known used past broken overall back cut set shot near inside very
  work support show vote plan cost pay help need home think read win hit bet beat die run fall rise hope
  like round buy
`);

function isHead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isPlural(token) || token === undefined) return false;
  const after = tokens[at + 1];
  if (isInnerHyphen(tokens, at + 1) && !after?.spaced) return false;
  if (after?.kind !== 'word' || isStop(after)) return true;
  const modifies =
    MODIFYING_PLURALS.has(token.lower) ||
    (isCapitalised(token) && !isCapitalised(after)) ||
    token.lower.endsWith('ics');
  return !modifies || !(isPlural(after) || (isPlural(tokens[at + 2]) && !isStop(after)));
}

/** "supply and logistics nodes": "and" between modifiers of a plural still to come. */
function isInnerAnd(tokens: readonly Token[], at: number, words: number): boolean {
  if (words === 0 || (!is(tokens, at, 'and') && !is(tokens, at, 'or'))) return false;
  const before = tokens[at - 1];
  if (before === undefined || HOLLOW_HEADS.has(before.lower) || before.lower.endsWith('ed')) return false;
  const after = tokens[at + 1];
  return (
    after?.kind === 'word' &&
    !isStop(after) &&
    (isPlural(tokens[at + 2]) || isPlural(tokens[at + 1]) || isPlural(tokens[at + 3]))
  );
}

/** "Iraqis and Syrians" are counted together. */
function withDemonyms(tokens: readonly Token[], counted: Counted): Counted {
  const second = tokens[counted.next + 1];
  const joined =
    is(tokens, counted.next, 'and') && isCapitalised(tokens[counted.head]) && isCapitalised(second);
  return joined && isPlural(second) ? { ...counted, next: counted.next + 2 } : counted;
}

/** The singular noun behind "one" or behind a hyphen: "one police officer", "one further record". */
export function countedSingular(tokens: readonly Token[], at: number): Counted | undefined {
  let next = at;
  let head: number | undefined;
  while (next < at + 4) {
    if (isInnerHyphen(tokens, next) && head !== undefined) {
      next += 1;
      continue;
    }
    const token = tokens[next];
    if (token?.kind !== 'word' || (isStop(token) && !isInnerStop(tokens, next))) break;
    if (head === undefined ? isVerbal(token) : endsSingular(tokens, next)) break;
    head = next;
    next += 1;
  }
  if (head === undefined || /(?:ly|ing|[^e]{2}ed)$/u.test(tokens[head]?.lower ?? '')) return undefined;
  if (HOLLOW_HEADS.has(tokens[head]?.lower ?? '') || tokens[head]?.lower.endsWith("'s")) return undefined;
  return { first: at, head, next: head + 1 };
}

/** "one raises doubts", "one remains": no noun in the singular ends so. */
function isVerbal(token: Token): boolean {
  if (UNMARKED_PLURALS.has(token.lower) || MODIFYING_PLURALS.has(token.lower) || isCapitalised(token))
    return false;
  return (
    NOT_PLURALS.has(token.lower) || (token.lower.endsWith('s') && !/(?:ss|us|is|'s)$/u.test(token.lower))
  );
}

/** A verb behind the noun: "one shell landed", "one poster writing", "one in five thinks". */
function endsSingular(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || isCapitalised(token) || isDash(tokens, at - 1)) return false;
  if (token.lower === 'dead' || token.lower === 'alive') return true;
  return /(?:ed|ing|ly)$/u.test(token.lower) || (token.lower.endsWith('s') && !isCapitalised(tokens[at - 1]));
}

/** What is measured, behind "of": "26,000 kilograms of explosives", "80 percent of the population". */
export function nounAfterOf(tokens: readonly Token[], of: number): Counted | undefined {
  if (!is(tokens, of, 'of') && !is(tokens, of, 'in')) return undefined;
  let at = of + 1;
  while (at < of + REACH && isDeterminer(tokens[at])) at += 1;
  const plural = countedPlural(tokens, at);
  if (plural !== undefined) return plural;
  return countedSingular(tokens, at);
}

/** Articles and the like, and the number of the whole: "of the last 10 games". */
function isDeterminer(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.kind === 'digits' || DETERMINERS.has(token.lower) || ONES.has(token.lower))
  );
}

const DETERMINERS = wordSet(`
  the a an its their his her our my your all these those this that some
`);

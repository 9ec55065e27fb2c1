import { wordSet } from '../../word-set.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  OCCASION,
  PREPOSITION,
  PRONOUN,
  TIME,
  VERB,
} from './lexicon.ts';
import type { Token } from './tokens.ts';

const PARTS_OF_TIME: ReadonlySet<string> = new Set(
  'morning afternoon evening night week weekend month year day spring summer autumn fall winter'.split(' '),
);

/**
 * The index after what may stand between a cue and what it reports: "on Monday", "last week", "in a
 * statement", "at a rally in Leeds". `at` itself where nothing of the kind stands there.
 */
export function skipAdverbials(tokens: readonly Token[], at: number, to: number): number {
  let end = at;
  for (let round = 0; round < 5; round++) {
    const next = skipOne(tokens, end, to);
    if (next === end) return end;
    end = next;
  }
  return end;
}

function skipOne(tokens: readonly Token[], at: number, to: number): number {
  const token = tokens[at];
  if (!token || at >= to || token.kind !== 'word') return at;
  const time = skipTime(tokens, at, to);
  if (time > at) return time;
  if (token.bits & PREPOSITION) return skipPhrase(tokens, at, to);
  return token.bits & ADVERB && token.word !== 'not' ? at + 1 : at;
}

const MODIFIERS = wordSet(`
  last this next earlier later late early the one
`);

/** "Monday", "Tuesday morning", "last week", "on Nov. 5, 2016", "in May". */
export function skipTime(tokens: readonly Token[], at: number, to: number): number {
  let end = at;
  const first = tokens[at];
  if (!first) return at;
  if (/^(?:on|in|by|since|late|early)$/.test(first.word)) end++;
  for (let i = 0; i < 2 && MODIFIERS.has(tokens[end]?.word ?? ''); i++) end++;
  const start = end;
  while (end < to && isTimeWord(tokens, end)) end++;
  if (end === start) return at;
  const named = tokens
    .slice(start, end)
    .some((token) => (token.bits & TIME) !== 0 || (start > at && PARTS_OF_TIME.has(token.word)));
  const year = end - start === 1 && first.word === 'in' && /^(?:19|20)\d\d$/.test(tokens[start]?.word ?? '');
  return named || year ? end : at;
}

function isTimeWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === 'number') return token.word.length <= 4;
  return token.kind === 'word' && ((token.bits & TIME) !== 0 || PARTS_OF_TIME.has(token.word));
}

/**
 * A preposition with its phrase, if that names an occasion or if what is reported visibly starts after it.
 */
function skipPhrase(tokens: readonly Token[], at: number, to: number): number {
  let end = at + 1;
  let occasion = false;
  while (end < to && end - at < 14 && isInside(tokens, end, at)) {
    if ((tokens[end]?.bits ?? 0) & OCCASION) occasion = true;
    end++;
  }
  if (end === at + 1) return at;
  const next = tokens[end];
  const closed =
    end >= to ||
    next === undefined ||
    next.kind !== 'word' ||
    next.word === 'that' ||
    (next.bits & PREPOSITION) !== 0;
  return closed || occasion ? end : at;
}

function isInside(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === 'number') return true;
  if (token.kind !== 'word') return false;
  if (token.bits & DETERMINER && token.word !== 'that') return at === start + 1;
  if (token.bits & OCCASION || (token.bits & TIME && token.possessive)) return true;
  if (token.capital && !(token.bits & (PRONOUN | CONJUNCTION | TIME))) return true;
  return (
    !(token.bits & (PRONOUN | CONJUNCTION | AUXILIARY | VERB | PREPOSITION | TIME | ADVERB)) ||
    (at === start + 1 && token.word === 'it')
  );
}

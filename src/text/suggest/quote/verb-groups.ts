import type { Cue } from './cues.ts';
import { ADVERB, AUXILIARY, CHAIN, CONJUNCTION, DETERMINER, PREPOSITION, PRONOUN } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The words of a verb before its cue: "has repeatedly", "did not", "went on to". */
export interface VerbGroup {
  /** Index of the first token of the group. */
  readonly from: number;
  /** `participle` has no subject of its own ("noting that"). */
  readonly kind: 'finite' | 'participle' | 'passive';
}

const BE: ReadonlySet<string> = new Set(
  "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split(' '),
);

/** Reads the group that ends in the cue at `at`, or undefined where the word is no verb there. */
export function readVerbGroup(
  tokens: readonly Token[],
  from: number,
  at: number,
  cue: Cue,
): VerbGroup | undefined {
  let start = at;
  let helped = false;
  let passive = false;
  while (start > from && at - start < 10) {
    const token = tokens[start - 1];
    if (token?.kind !== 'word') break;
    const chain = token.word === 'to' ? chainBefore(tokens, from, start - 1) : undefined;
    if (chain !== undefined) {
      start = chain;
      helped = true;
    } else if (token.bits & AUXILIARY && !(token.capital && token.word === 'may')) {
      if (start === at || !helped) passive = BE.has(token.word);
      helped = true;
      start--;
    } else if (token.bits & ADVERB && !isSubjectAdverb(token)) start--;
    else break;
  }
  return groupKind(tokens, from, start, at, cue, helped, passive);
}

function isSubjectAdverb(token: Token): boolean {
  return (token.bits & PRONOUN) !== 0;
}

/** Index of the verb in "went on to", "tried to", if one stands before the "to" at `at`. */
function chainBefore(tokens: readonly Token[], from: number, at: number): number | undefined {
  const one = tokens[at - 1];
  if (at - 1 >= from && one && one.bits & CHAIN && !one.capital) return at - 1;
  const two = tokens[at - 2];
  return at - 2 >= from && one?.word === 'on' && two && two.bits & CHAIN ? at - 2 : undefined;
}

function groupKind(
  tokens: readonly Token[],
  from: number,
  start: number,
  at: number,
  cue: Cue,
  helped: boolean,
  passive: boolean,
): VerbGroup | undefined {
  const before = start > from ? tokens[start - 1] : undefined;
  if (before?.word === 'to' && before.kind === 'word') return undefined;
  if (cue.form === 'past') return pastGroup(tokens, start, at, before, helped, passive);
  if (cue.form === 'ing') return { from: start, kind: helped ? 'finite' : 'participle' };
  if (before && (before.bits & (DETERMINER | PREPOSITION)) !== 0 && !(before.bits & PRONOUN))
    return helped ? { from: start, kind: 'finite' } : undefined;
  if (before?.possessive && before.word !== 'who') return undefined;
  if (cue.form === 'base')
    return helped || (cue.noun ? takesPlural(before, start, from) : takesBare(before))
      ? { from: start, kind: 'finite' }
      : undefined;
  return takesSingular(before) ? { from: start, kind: 'finite' } : undefined;
}

function pastGroup(
  tokens: readonly Token[],
  start: number,
  at: number,
  before: Token | undefined,
  helped: boolean,
  passive: boolean,
): VerbGroup | undefined {
  if (passive) return { from: start, kind: 'passive' };
  const after = tokens[at + 1];
  if (after?.word === 'by' && !helped) return undefined;
  if (before?.possessive && !(before.bits & PRONOUN)) return undefined;
  if (before?.kind === 'number' && start === at && after?.kind === 'word' && !after.bits) return undefined;
  const attributive =
    before && before.kind === 'word' && before.bits & (DETERMINER | PREPOSITION) && !(before.bits & PRONOUN);
  return attributive && start === at && after?.kind === 'word' && !after.bits
    ? undefined
    : { from: start, kind: 'finite' };
}

const PLURAL_WORDS: ReadonlySet<string> = new Set(
  'people police officials men women children media they we i you who that which others many some most few critics staff data'.split(
    ' ',
  ),
);

/** A bare verb form needs a plural subject, I or you; a statement that starts with one is an order. */
function takesPlural(before: Token | undefined, start: number, from: number): boolean {
  if (!before || start === from) return false;
  if (before.kind === 'comma' || before.kind === 'close' || before.kind === 'dash') return true;
  if (before.kind !== 'word') return false;
  if (before.word === 'and' || before.word === 'or') return true;
  if (before.bits & CONJUNCTION && !(before.bits & PRONOUN)) return false;
  return PLURAL_WORDS.has(before.word) || (/[^s]s$/.test(before.word) && before.word.length > 3);
}

/** A bare form that is no noun needs only a subject that is not "he". */
function takesBare(before: Token | undefined): boolean {
  if (!before || before.kind === 'quote') return false;
  if (before.kind !== 'word') return true;
  return (
    !/^(?:he|she|it)$/.test(before.word) &&
    !(before.bits & CONJUNCTION && !(before.bits & PRONOUN) && before.word !== 'and')
  );
}

function takesSingular(before: Token | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'quote' || before.kind === 'comma' || before.kind === 'close' || before.kind === 'dash')
    return true;
  if (before.kind !== 'word') return false;
  return !/^(?:they|we|i|you|these|those)$/.test(before.word);
}

import { skipTime } from './adverbials.ts';
import type { Attribution } from './attribution.ts';
import { cueOf } from './cues.ts';
import { ADVERB, AUXILIARY, CONJUNCTION, PREPOSITION, RELATIVE, VERB } from './lexicon.ts';
import { nounPhraseAfter, type Range } from './noun-phrases.ts';
import type { Statement } from './paragraphs.ts';
import type { Token } from './tokens.ts';

/**
 * The subject of a verb that has none of its own: that of the report before it, else of the clause before it.
 */
export function sharedSubject(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): Range | undefined {
  const near = earlier.slice(-8);
  const main = near.findLast((one) => !near.some((other) => other !== one && holds(other, one.cue.from)));
  if (main?.subject) return main.subject;
  const phrase = clauseSubject(tokens, statement, at) ?? leadingSubject(tokens, statement);
  return phrase && isSpeakerLike(tokens, phrase) ? phrase : undefined;
}

/** A name, a person's pronoun or a short phrase with an article: others so far from the verb mislead. */
function isSpeakerLike(tokens: readonly Token[], { from, to }: Range): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return false;
  if (/^(?:he|she|they|we|i)$/.test(first.word)) return true;
  if (first.bits & (PREPOSITION | RELATIVE) || /^(?:this|it|there|those|these)$/.test(first.word))
    return false;
  return last.capital || (/^(?:the|a|an|his|her|their)$/.test(first.word) && to - from <= 4);
}

function holds({ contents }: Attribution, at: number): boolean {
  return contents.some((range) => range.from <= at && at < range.to);
}

/** No subject is looked for further back than this. */
const FURTHEST_BACK = 40;

/** The nearest clause-opening phrase before `at` with a verb: "When asked, she shook her head and said". */
function clauseSubject(tokens: readonly Token[], { from }: Statement, at: number): Range | undefined {
  for (let i = at - 2; i > Math.max(from, at - FURTHEST_BACK); i--) {
    const before = tokens[i - 1];
    const opens =
      before?.kind === 'comma' ||
      before?.kind === 'dash' ||
      (before !== undefined && before.bits & CONJUNCTION);
    if (!opens) continue;
    const phrase = nounPhraseAfter(tokens, i, at);
    if (phrase && phrase.to < at && startsVerb(tokens[phrase.to])) return phrase;
  }
  return undefined;
}

function startsVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.capital) return false;
  return (
    (token.bits & (AUXILIARY | VERB)) !== 0 ||
    token.word.endsWith('ed') ||
    cueOf(token.word)?.form === 'past' ||
    (token.bits === 0 && !token.word.endsWith('s'))
  );
}

/** The subject of the statement's first clause, after fronted phrases. */
export function leadingSubject(tokens: readonly Token[], statement: Statement): Range | undefined {
  let at = statement.from;
  for (let round = 0; round < 3; round++) {
    const token = tokens[at];
    if (!token) return undefined;
    if (token.kind === 'quote' || !isFronted(tokens, at, statement.to) || token.bits & RELATIVE) break;
    if (token.bits & CONJUNCTION && /^(?:but|and|yet|so)$/.test(token.word)) at++;
    else {
      const comma = nextComma(tokens, at, statement.to);
      if (comma === undefined) return undefined;
      at = comma + 1;
    }
  }
  return nounPhraseAfter(tokens, at, statement.to);
}

/** Starts a phrase that goes before the subject: "In May", "Speaking in Leeds", "This week". */
function isFronted(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.bits & (PREPOSITION | ADVERB | CONJUNCTION)) return true;
  return (
    (token.word.length > 5 && token.word.endsWith('ing') && !tokens[at + 1]?.capital) ||
    (token.word.endsWith('ed') && ((tokens[at + 1]?.bits ?? 0) & PREPOSITION) !== 0) ||
    token.word === 'asked' ||
    skipTime(tokens, at, to) > at
  );
}

/** Index of the next comma within reach. */
export function nextComma(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < Math.min(to, from + 40); at++) if (tokens[at]?.kind === 'comma') return at;
  return undefined;
}

import { keepingWords } from '../kept-words.ts';
import { lowerCase } from '../lower-case.ts';
import { CUES_OF_WORD, type CueName, PLACES } from './claim-cues.ts';
import {
  AUXILIARIES,
  IRREGULAR_PAST,
  MENTAL,
  OPINIONS,
  PLAIN_ADJECTIVES,
  PLAIN_ADVERBS,
  STATES_OF_MIND,
  THINKERS,
} from './claim-words.ts';

/** What a word says of a claim by itself, and what it may say beside its neighbours. */
export interface ClaimWord {
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** The cues of the word and of its form, as places in `CUE_NAMES`. */
  readonly cues: readonly number[];
  /** Whether it begins with a capital, and is not the pronoun. */
  readonly isCapital: boolean;
  readonly isThirdPerson: boolean;
  readonly isThinker: boolean;
  readonly isMental: boolean;
  readonly isOpinion: boolean;
  readonly isStateOfMind: boolean;
  readonly isBeing: boolean;
  readonly isHaving: boolean;
  readonly isAuxiliary: boolean;
  readonly isParticiple: boolean;
}

/** A word as it is written. */
export const claimWord: (written: string) => ClaimWord = keepingWords(readWord);

function readWord(written: string): ClaimWord {
  const lower = plainForm(written);
  const forms = [...formCues(lower), ...(isAcronym(written) ? ['acronym' as const] : [])];
  return {
    lower,
    cues: [...(CUES_OF_WORD.get(lower) ?? []), ...forms.map((cue) => PLACES[cue])],
    isCapital: written[0] !== lower[0] && lower !== 'i' && !lower.startsWith("i'"),
    isThirdPerson: /^(?:he|she|they)(?:'s|'ve|'re)?$/.test(lower),
    isThinker: THINKERS.has(lower),
    isMental: MENTAL.has(lower),
    isOpinion: OPINIONS.has(lower),
    isStateOfMind: STATES_OF_MIND.has(lower),
    isBeing: /^(?:i'm|am|we're|are)$/.test(lower),
    isHaving: /^(?:have|has|got|had)$/.test(lower),
    isAuxiliary: AUXILIARIES.has(lower) || lower.endsWith("'ve"),
    isParticiple: IRREGULAR_PAST.has(lower) || lower.endsWith('ed'),
  };
}

function plainForm(written: string): string {
  return lowerCase(written).replaceAll('’', "'");
}

function isAcronym(written: string): boolean {
  return /^[A-Z]{2,5}$/.test(written);
}

/** Cues of a word's own form: figures and endings. */
function formCues(lower: string): CueName[] {
  return [
    ...(/\d/.test(lower) ? ['figure' as const] : []),
    ...(lower.includes("'") ? elisionCues(lower) : []),
    ...endingCues(lower),
  ];
}

/** The last letter says which endings are worth trying. */
function endingCues(lower: string): CueName[] {
  switch (lower.at(-1)) {
    case 'd':
      return /^[a-z]{3,}ed$/.test(lower) ? ['past'] : [];
    case 't':
      if (lower === 'not') return ['negation'];
      return /^[a-z]{3,}est$/.test(lower) ? ['superlative'] : [];
    case 'y':
      return /[a-z]{3}ly$/.test(lower) && !PLAIN_ADVERBS.has(lower) ? ['adverb'] : [];
    case 's':
    case 'l':
    case 'h':
    case 'c':
      return /(?:ous|ful|less|ish|istic)$/.test(lower) && !PLAIN_ADJECTIVES.has(lower) ? ['colouring'] : [];
    default:
      return [];
  }
}

function elisionCues(lower: string): CueName[] {
  return [
    ...(/'(?:s|re|t|ve|ll|d|m)$/.test(lower) ? ['contraction' as const] : []),
    ...(lower.endsWith("n't") ? ['negation' as const] : []),
    ...(lower.endsWith("'ll") ? ['future' as const] : []),
  ];
}

/** What stands before the first word of a sentence. */
export const NO_WORD: ClaimWord = readWord('');

import { IRREGULAR_SINGULARS, NOT_PLURALS, UNMARKED_PLURALS } from './noun-words.ts';
import type { Token } from './tokens.ts';

/** The singular of an English noun, lower case: "cities" to "city", "people" to "person". */
export function singular(noun: string): string {
  const irregular = IRREGULAR_SINGULARS.get(noun);
  if (irregular !== undefined) return irregular;
  if (noun.endsWith('men') && noun.length > 4 && !MEN_IN_NAME_ONLY.test(noun))
    return `${noun.slice(0, -3)}man`;
  if (noun.endsWith('people') || noun.endsWith('children'))
    return noun.replace(/people$/u, 'person').replace(/ren$/u, '');
  if (noun.length < 4 || !noun.endsWith('s') || UNMARKED_PLURALS.has(noun)) return singularShort(noun);
  if (/[^aeiou]ies$/u.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/u.test(noun)) return noun.slice(0, -2);
  return /(?:ss|us|is)$/u.test(noun) && !PLURALS_IN_IS.test(noun) ? noun : noun.slice(0, -1);
}

/** Short plurals: "MPs", "TVs", "kgs". */
function singularShort(noun: string): string {
  return /^[a-z]{2}s$/u.test(noun) && !/[aeiou]s$/u.test(noun) && !noun.endsWith('ss')
    ? noun.slice(0, -1)
    : noun;
}

/** Whether a word looks like a plural noun. */
export function isPlural(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const { lower } = token;
  if (/^[A-Z]{2,}s$/u.test(token.text)) return true;
  if (IRREGULAR_SINGULARS.has(lower) || UNMARKED_PLURALS.has(lower))
    return !NOT_PLURALS.has(lower) || lower === 'lives';
  if (/(?:men|people|children)$/u.test(lower) && lower.length > 4) return !MEN_IN_NAME_ONLY.test(lower);
  if (lower.length < 3 || !lower.endsWith('s')) return false;
  return !NOT_PLURALS.has(lower) && (!/(?:ss|us|is|'s)$/u.test(lower) || PLURALS_IN_IS.test(lower));
}

/** Singulars that only look like a plural of "man". */
const MEN_IN_NAME_ONLY = /^(?:specimen|regimen|abdomen|acumen|omen|yemen|semen|bitumen|lumen|stamen|ramen)$/u;

/** Peoples and loan words in "-i", whose plural looks like a singular in "-is". */
const PLURALS_IN_IS =
  /^(?:iraq|israel|pakistan|saud|bangladesh|yazid|yezid|kashmir|yemen|somal|bengal|nepal|salaf|sunn|naz|punjab|kuwait|qatar|oman|bahrain|emirat|azer|houth|rabb|tax|sk|safar|bikin|kiw|alib|hind|israelit|maor|farang|graffit|paparazz)is$/u;

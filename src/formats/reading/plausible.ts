/** In UTF-16 code units: what is wrong with an encoding shows early. */
const REACH = 20_000;

/** A sign that stands between letters in no language: `caf‚s`, `Kïln` read wrong, `a¤b`. */
const SIGN_IN_WORD =
  /(?!\p{Lo})[\p{L}\p{M}][^\p{L}\p{M}\p{N}\p{Cf}\s\p{ASCII}‘’“”«»·…–—‑‐ʹʼ′][\p{L}\p{M}](?<!\p{Lo})/gu;
/** Letters of two scripts in one word: `aдo`. */
const SCRIPTS_IN_WORD =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]\p{Script=Latin}/gu;
/** A capital behind a small letter, one of them beyond ASCII: `cafÇs`. */
const CAPITAL_IN_WORD = /(?:(?!\p{ASCII})\p{Ll}\p{Lu}|\p{Ll}(?!\p{ASCII})\p{Lu})/gu;
const CONTROLS = /[\x80-\x9F\p{Co}\p{Cn}]/gu;

/** Of letters beyond ASCII, one in so many may stand oddly. */
const SHARE = 12;

/**
 * Whether letters stand as in words of some language. Bytes read in a wrong encoding have signs inside of words,
 * capitals behind small letters, and control characters.
 */
export function isPlausible(text: string): boolean {
  const part = text.slice(0, REACH);
  const odd = [SIGN_IN_WORD, SCRIPTS_IN_WORD, CAPITAL_IN_WORD, CONTROLS].reduce(
    (sum, each) => sum + count(part, each),
    0,
  );
  return odd * SHARE <= count(part, /[^\p{ASCII}]/gu);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

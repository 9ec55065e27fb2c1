import * as english from '../../src/messages/en/index.ts';
import type { Language } from '../../src/messages/language.ts';

const ACCENTED = 'åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ';

function accented(letter: string): string {
  const at = letter.toLowerCase().charCodeAt(0) - 97;
  const other = ACCENTED[at] ?? letter;
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
}

function hebrew(letter: string): string {
  return HEBREW[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
}

/** Holes and elements stay; keys between backticks are those of keyboards. */
const KEPT = /(\{\w+\}|<\/?\w+>|`[^`]*`)/;

function foreign(text: string, letterOf: (letter: string) => string): string {
  if (text === '') return text;
  let written = 0;
  const longer = (letter: string) => letterOf(letter).repeat(++written % 2 === 0 ? 2 : 1);
  const pieces = text
    .split(KEPT)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replaceAll(/[a-z]/gi, longer)));
  return `⟦${pieces.join('')}⟧`;
}

function translated(letterOf: (letter: string) => string): Language['messages'] {
  const each = (pattern: string | object): string | object =>
    typeof pattern === 'string'
      ? foreign(pattern, letterOf)
      : Object.fromEntries(Object.entries(pattern).map(([category, text]) => [category, each(text)]));
  // The same areas and keys, by construction.
  return Object.fromEntries(
    Object.entries(english).map(([name, area]) => [
      name,
      Object.fromEntries(Object.entries(area).map(([key, pattern]) => [key, each(pattern)])),
    ]),
  ) as Language['messages'];
}

/**
 * Languages that nobody speaks, made of the English messages: no letter of English is left, every message is half as
 * long again and stands between ⟦ and ⟧. What is still in plain letters on a page was said without the catalogue.
 */
export const PSEUDO: Readonly<Record<'ltr' | 'rtl', Language>> = {
  ltr: { code: 'en-XA', locale: 'el', direction: 'ltr', messages: translated(accented) },
  rtl: { code: 'en-XB', locale: 'he', direction: 'rtl', messages: translated(hebrew) },
};

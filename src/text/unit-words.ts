/**
 * A unit as an English sentence has it behind a figure: "person" is "people" behind 60, and "square kilometre" takes
 * its ending on the last word, "mile per hour" on the first. What is not a noun in small letters, such as `km` or
 * `USD`, and what is a plural already, stays as it is.
 */
export function unitBehind(value: number, unit: string): string {
  if (Math.abs(value) === 1) return unit;
  const [, first = '', rest = ''] =
    /^(\S+)( (?:per|of|above|below|celsius|fahrenheit)\b.*)$/u.exec(unit) ?? [];
  if (first !== '') return plural(first) + rest;
  const at = unit.lastIndexOf(' ') + 1;
  return unit.slice(0, at) + plural(unit.slice(at));
}

function plural(noun: string): string {
  const irregular = IRREGULAR.get(noun);
  if (irregular !== undefined) return irregular;
  if (noun.length < 3 || !/^[a-z][a-z-]*$/u.test(noun) || UNCHANGED.has(noun)) return noun;
  if (/[^s]s$/u.test(noun) && !/(?:us|is)$/u.test(noun)) return noun;
  if (/(?:woman|^man|(?:police|fire|fisher|gun|news|trades|states)man)$/u.test(noun))
    return noun.replace(/man$/u, 'men');
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:ch|sh|x|s|z)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    person: 'people',
    child: 'children',
    foot: 'feet',
    tooth: 'teeth',
    mouse: 'mice',
    life: 'lives',
    wife: 'wives',
    half: 'halves',
    crisis: 'crises',
    analysis: 'analyses',
  }),
);

/** Units whose plural is the same, and abbreviations that look like nouns. */
const UNCHANGED: ReadonlySet<string> = new Set(
  'percent hertz aircraft spacecraft sheep fish series species police cattle staff people kmh mph kwh mwh gwh'.split(
    ' ',
  ),
);

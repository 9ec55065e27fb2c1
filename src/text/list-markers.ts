import { smallest } from './extremes.ts';

/** An item's number or letter at a sentence's start: "1.", "2)", "(iv)", "b.)", also after a bullet. */
const MARKER = /[•⁃‣◦▪]?\s{0,3}(\(?)(\d{1,3}|[a-z]|[ivx]{2,5}|[A-Z](?=\)))(\.\)|[.)])(?=\s)/y;
const MAY_BE_MARKER = /[•⁃‣◦▪(0-9a-zA-Z]/;
/** How far ahead the next item is looked for; keeps the search linear on text that is all markers. */
const REACH = 300;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/**
 * Where the next item of a list written in one line begins, if a sentence that opens with an item's marker
 * stands at `start`: "1. One thing 2. Another". Infinity where there is none. The item need not end with a
 * full stop.
 */
export function nextItemAt(run: string, start: number): number {
  let at = start;
  while (at < run.length && run.charCodeAt(at) === 32) at++;
  if (!MAY_BE_MARKER.test(run.charAt(at))) return Infinity;
  MARKER.lastIndex = at;
  const found = MARKER.exec(run);
  if (!found) return Infinity;
  const [, open = '', label = '', close = ''] = found;
  const ahead = run.slice(MARKER.lastIndex, MARKER.lastIndex + REACH);
  const places = successors(label)
    .map((next) => ahead.indexOf(` ${open}${next}${close} `))
    .filter((i) => i >= 0);
  return MARKER.lastIndex + smallest(places) + 1;
}

function successors(label: string): string[] {
  if (/^\d/.test(label)) return [String(Number(label) + 1)];
  const roman = ROMAN[ROMAN.indexOf(label) + 1];
  const letter = label.length === 1 ? String.fromCharCode(label.charCodeAt(0) + 1) : undefined;
  return [ROMAN.includes(label) ? roman : undefined, letter].filter((next) => next !== undefined);
}

/** Whether the word before a full stop is an item's marker that opens its sentence: "3. Fold the sheet". */
export function isItemLabel(word: string): boolean {
  return /^\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})$/.test(word);
}

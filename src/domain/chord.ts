import { ownEntry } from '../text/own-entry.ts';
import type { Chord } from './keys.ts';

/** Why something is no key for the reading page. */
export type ChordProblem = 'unknown' | 'command' | 'alt' | 'browser';

const NAMED: Readonly<Record<string, string>> = {
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  enter: 'Enter',
  return: 'Enter',
  '↵': 'Enter',
  delete: 'Delete',
  del: 'Delete',
  backspace: 'Backspace',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
};

const HELD: Readonly<Record<string, 'Alt' | 'Shift' | 'command'>> = {
  alt: 'Alt',
  option: 'Alt',
  '⌥': 'Alt',
  shift: 'Shift',
  '⇧': 'Shift',
  ctrl: 'command',
  control: 'command',
  strg: 'command',
  cmd: 'command',
  command: 'command',
  meta: 'command',
  '⌘': 'command',
};

/** What browsers, or everybody's habits, use for something else. */
const OTHERS = /^(tab|escape|esc|space|spacebar|f\d{1,2})$/;

/**
 * A key that somebody wrote, as `Shift+J`, `alt + down` or `?`. Letters are those of any alphabet; a sign is
 * written as it is typed, without the Shift that a keyboard may need for it.
 */
export function parseChord(written: string): { readonly chord: Chord } | { readonly problem: ChordProblem } {
  const whole = written.trim().replace(/(arrow|page)\s+/iu, '$1');
  const words = whole === '+' ? ['+'] : whole.split(/\s*(?<=.)\+\s*|\s+/u);
  const name = words.pop() ?? '';
  const held = words.map((word) => ownEntry(HELD, word.toLowerCase()));
  if (held.includes('command') || ownEntry(HELD, name.toLowerCase()) === 'command')
    return { problem: 'command' };
  if (held.includes(undefined)) return { problem: 'unknown' };
  if (OTHERS.test(name.toLowerCase())) return { problem: 'browser' };
  const key = keyNamed(name);
  if (key === undefined) return { problem: 'unknown' };
  if (held.includes('Alt') && !key.startsWith('Arrow')) return { problem: 'alt' };
  const isSign = [...key].length === 1 && !/\p{L}/u.test(key);
  if (isSign && held.length > 0) return { problem: 'unknown' };
  return { chord: `${held.includes('Alt') ? 'Alt+' : ''}${held.includes('Shift') ? 'Shift+' : ''}${key}` };
}

function keyNamed(name: string): string | undefined {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(name)) return ownEntry(NAMED, name) ?? name.toLowerCase();
  return ownEntry(NAMED, name.toLowerCase());
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as it stands on keyboards: `Shift+J`, `Alt+→`. */
export function sayChord(chord: Chord): string {
  return piecesOf(chord)
    .map((piece) => SIGNS[piece] ?? (/^\p{L}$/u.test(piece) ? piece.toUpperCase() : piece))
    .join('+');
}

/** A key as the attribute `aria-keyshortcuts` has it. */
export function ariaChord(chord: Chord): string {
  return piecesOf(chord)
    .map((piece) => (piece === '+' ? 'Plus' : /^\p{L}$/u.test(piece) ? piece.toUpperCase() : piece))
    .join('+');
}

/** The keys of a chord, those that are held first. */
export function piecesOf(chord: Chord): string[] {
  return chord.split(/(?<=.)\+/u);
}

import { expect, test } from 'vitest';
import { chordOf } from '../../src/client/chord.ts';
import { parseChord, sayChord } from '../../src/domain/chord.ts';

const press = (key: string, code: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) =>
  chordOf({ key, code, shiftKey: false, altKey: false, ...held });

test.each([
  ['a letter', 'j', 'KeyJ', {}, 'j'],
  ['with Shift', 'J', 'KeyJ', { shiftKey: true }, 'Shift+j'],
  ['with Caps Lock', 'J', 'KeyJ', {}, 'j'],
  ['with Caps Lock and Shift', 'j', 'KeyJ', { shiftKey: true }, 'Shift+j'],
  ['on a French keyboard, as written on it', 'a', 'KeyQ', {}, 'a'],
  ['on a German one', 'z', 'KeyY', {}, 'z'],
  ['a letter of another Latin alphabet', 'Ö', 'Semicolon', { shiftKey: true }, 'Shift+ö'],
  ['Cyrillic, by its place', 'о', 'KeyJ', {}, 'j'],
  ['Cyrillic with Caps Lock', 'О', 'KeyJ', {}, 'j'],
  ['Greek', 'ξ', 'KeyJ', {}, 'j'],
  ['Hebrew', 'ח', 'KeyJ', {}, 'j'],
  ['Arabic', 'ت', 'KeyJ', { shiftKey: true }, 'Shift+j'],
  ['Japanese kana', 'ま', 'KeyJ', {}, 'j'],
  ['Cyrillic where Latin keyboards have a sign', 'ъ', 'BracketRight', {}, ']'],
  ['Russian where there is a full stop', 'ю', 'Period', {}, '.'],
  ['a sign with Shift', '?', 'Slash', { shiftKey: true }, '?'],
  ['a sign with Shift on a German keyboard', '/', 'Digit7', { shiftKey: true }, '/'],
  ['a sign with Option on a Mac', '[', 'Digit5', { altKey: true }, '['],
  ['a digit that takes Shift, on a French keyboard', '1', 'Digit1', { shiftKey: true }, '1'],
  ['on the number pad', '+', 'NumpadAdd', {}, '+'],
  ['an arrow', 'ArrowDown', 'ArrowDown', {}, 'ArrowDown'],
  ['with two held', 'ArrowLeft', 'ArrowLeft', { shiftKey: true, altKey: true }, 'Alt+Shift+ArrowLeft'],
])('%s', (_what, key, code, held, chord) => {
  expect(press(key, code, held)).toBe(chord);
  // What the settings write into a field is read as the same key again.
  expect(parseChord(sayChord(chord))).toEqual({ chord });
});

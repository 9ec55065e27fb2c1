import { expect, test } from 'vitest';
import { ariaChord, parseChord, sayChord } from '../../src/domain/chord.ts';
import { DEFAULT_KEYS } from '../../src/domain/keys.ts';

test.each([
  ['J', 'j'],
  [' j ', 'j'],
  ['Shift+J', 'Shift+j'],
  ['shift + j', 'Shift+j'],
  ['⇧ J', 'Shift+j'],
  ['Shift+Ü', 'Shift+ü'],
  ['+', '+'],
  ['?', '?'],
  ['[', '['],
  ['7', '7'],
  ['↓', 'ArrowDown'],
  ['down', 'ArrowDown'],
  ['Arrow down', 'ArrowDown'],
  ['alt+→', 'Alt+ArrowRight'],
  ['Shift+Alt+Left', 'Alt+Shift+ArrowLeft'],
  ['Option+Shift+←', 'Alt+Shift+ArrowLeft'],
  ['Del', 'Delete'],
  ['page down', 'PageDown'],
  ['Return', 'Enter'],
])('%s is a key', (written, chord) => {
  expect(parseChord(written)).toEqual({ chord });
});

test.each([
  ['Ctrl+Z', 'command'],
  ['⌘Z', 'unknown'],
  ['Cmd+S', 'command'],
  ['Strg + F', 'command'],
  ['Control', 'command'],
  ['Tab', 'browser'],
  ['Shift+Tab', 'browser'],
  ['Escape', 'browser'],
  ['space', 'browser'],
  ['F5', 'browser'],
  ['Alt+J', 'alt'],
  ['Alt+Home', 'alt'],
  ['jk', 'unknown'],
  ['Shift+?', 'unknown'],
  ['Hyper+J', 'unknown'],
  ['Shift+', 'unknown'],
  ['<script>', 'unknown'],
])('%s is none', (written, problem) => {
  expect(parseChord(written)).toEqual({ problem });
});

test('what is shown of a usual key is read as that key again', () => {
  for (const chord of Object.values(DEFAULT_KEYS).flat())
    expect(parseChord(sayChord(chord)), chord).toEqual({ chord });
});

test.each([
  ['Shift+z', 'Shift+Z'],
  ['+', 'Plus'],
  ['Alt+ArrowRight', 'Alt+ArrowRight'],
  ['.', '.'],
])('%s is %s in aria-keyshortcuts', (chord, written) => {
  expect(ariaChord(chord)).toBe(written);
});

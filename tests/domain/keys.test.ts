import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeys, USUAL_KEYS, withUsualKeys } from '../../src/domain/chosen-keys.ts';
import {
  actingKeys,
  type ChosenKeys,
  DEEDS,
  DEFAULT_KEYS,
  type Deed,
  keymapOf,
  readChosen,
} from '../../src/domain/keys.ts';

const noTwiceIn = (keys: readonly string[]) => expect(new Set(keys).size).toBe(keys.length);

test('the usual keys are all different', () => {
  noTwiceIn(Object.values(DEFAULT_KEYS).flat());
});

describe('keys that somebody has chosen', () => {
  test('stand instead of the usual ones, and go before the usual key of another deed', () => {
    const keymap = keymapOf({ undo: ['u', 'n'], accept: [] });
    expect(keymap.undo).toEqual(['u', 'n']);
    expect(keymap.accept).toEqual([]);
    expect(keymap.nothing).toEqual([]);
    expect(keymap.dismiss).toEqual(['x']);
  });

  test.each([
    [null, {}],
    ['{}', {}],
    ['[]', {}],
    ['null', {}],
    ['{"undo":["u"],"fly":["v"],"redo":"r","find":[1],"dismiss":[""]}', { undo: ['u'] }],
    ['{"undo":["u","v","w"]}', { undo: ['u', 'v'] }],
  ])('are read as they were stored: %s', (stored, chosen) => {
    expect(readChosen(stored)).toEqual(chosen);
  });

  test('with single keys off, only those act that need the focus in the text', () => {
    const { nextSentence, edit, delete: remove, nothing } = actingKeys({ keys: false, chosenKeys: {} });
    expect({ nextSentence, edit, remove, nothing }).toEqual({
      nextSentence: ['ArrowDown'],
      edit: [],
      remove: ['Delete', 'Backspace'],
      nothing: [],
    });
    expect(actingKeys({ keys: true, chosenKeys: {} })).toEqual(DEFAULT_KEYS);
  });
});

describe('what is written in the settings', () => {
  const read = (typed: Partial<Record<Deed, string[]>>, chosen: ChosenKeys = {}) =>
    readKeys({ ...USUAL_KEYS, ...typed }, keymapOf(chosen));

  test('is stored where it differs from the usual keys', () => {
    expect(read({})).toEqual({ chosen: {}, problems: {} });
    expect(read({ undo: ['', 'U'], redo: ['shift+u', 'Shift + U'], accept: ['', ' '] })).toEqual({
      chosen: { undo: ['u'], redo: ['Shift+u'], accept: [] },
      problems: {},
    });
  });

  test('may swap two keys', () => {
    const { chosen, problems } = read({ accept: ['X'], dismiss: ['A'] });
    expect({ chosen, problems }).toEqual({ chosen: { accept: ['x'], dismiss: ['a'] }, problems: {} });
  });

  test('is refused at the deed that was changed, whichever comes first', () => {
    expect(read({ undo: ['j'] }).problems).toEqual({
      undo: { kind: 'taken', place: 0, written: 'j', by: 'nextSentence' },
    });
    expect(read({ nextSentence: ['z'] }).problems).toEqual({
      nextSentence: { kind: 'taken', place: 0, written: 'z', by: 'undo' },
    });
  });

  test('is refused where it is a tag’s key, and for a tag where it is another’s', () => {
    expect(read({ find: ['C'] }).problems).toEqual({
      find: { kind: 'taken', place: 0, written: 'c', by: 'tag-claim' },
    });
    expect(read({ 'tag-claim': ['n'] }).problems).toEqual({
      'tag-claim': { kind: 'taken', place: 0, written: 'n', by: 'nothing' },
    });
  });

  test('is refused where it is no key', () => {
    expect(read({ undo: ['Ctrl+Z'], help: ['F1'] }).problems).toEqual({
      undo: { kind: 'command', place: 0, written: 'Ctrl+Z' },
      help: { kind: 'browser', place: 0, written: 'F1' },
    });
  });

  test('is refused with the place of the key that is wrong', () => {
    expect(read({ undo: ['z', 'Ctrl+Z'], find: ['', 'shift + J'], help: ['', 'J'] }).problems).toEqual({
      undo: { kind: 'command', place: 1, written: 'Ctrl+Z' },
      find: { kind: 'taken', place: 1, written: 'Shift+j', by: 'extendForward' },
      help: { kind: 'taken', place: 1, written: 'j', by: 'nextSentence' },
    });
  });

  test('can be reset, alone or whole', () => {
    const typed = { ...USUAL_KEYS, undo: ['U'], redo: ['V'] };
    expect(readKeys(withUsualKeys(typed, 'undo'), DEFAULT_KEYS).chosen).toEqual({ redo: ['v'] });
    expect(readKeys(withUsualKeys(typed, 'all'), DEFAULT_KEYS).chosen).toEqual({});
  });

  test('never leaves a key with two deeds', () => {
    const key = fc.constantFrom('a', 'Shift+A', 'z', '+', '↓', 'Alt+←', 'ü', '');
    const changes = fc.dictionary(fc.constantFrom(...DEEDS), fc.array(key, { maxLength: 2 }));
    fc.assert(
      fc.property(changes, changes, (before, typed) => {
        const first = read(before);
        const stored = Object.keys(first.problems).length === 0 ? first.chosen : {};
        noTwiceIn(Object.values(keymapOf(stored)).flat());
        const { chosen, problems } = read(typed, stored);
        if (Object.keys(problems).length > 0) return;
        noTwiceIn(Object.values(keymapOf(readChosen(JSON.stringify(chosen)))).flat());
      }),
    );
  });
});

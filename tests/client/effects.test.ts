import { describe, expect, test } from 'vitest';
import { effectsOf, type Past } from '../../src/client/effects.ts';
import type { Command, CommandKind } from '../../src/client/queue.ts';

const TEXT = 'One boat came in. Two boats went out.';
const FIRST = { start: 0, end: 17 };

function command(key: string, kind: CommandKind, fields: Record<string, string> = {}, id?: string): Command {
  const annotationId = id ?? (kind === 'tag' || kind === 'accept' ? key : null);
  const rest = { articleId: 'a', version: null, failures: 0, refused: null };
  return { ...rest, key, kind, annotationId, fields: Object.entries(fields) };
}

function effects(commands: readonly Command[], past: Partial<Past> = {}) {
  const page = { text: TEXT, partsOf: () => [FIRST] };
  return effectsOf(commands, page, { made: new Map(), toggled: new Map(), ...past });
}

const nothing = command('n', 'nothing', { parts: '0-17' });
const undo = command('u', 'undo', { of: 'n' });
const redo = command('r', 'redo', { of: 'n' });
const saved = { toggled: new Map([['n', [FIRST]]]) };

describe('what waiting commands will do', () => {
  test.each([
    ['“nothing here” on its way', [nothing], {}, [FIRST]],
    ['one that is undone before it is sent', [nothing, undo], {}, []],
    ['one that is brought back', [nothing, undo, redo], {}, [FIRST]],
    ['the undo of one that is saved', [undo], saved, [FIRST]],
    ['its undo and redo, which is what stands', [undo, redo], saved, [FIRST, FIRST]],
    ['the undo of a step of which nothing is known', [undo], {}, []],
  ] as const)('to “nothing here”: %s', (_what, commands, past, toggled) => {
    expect(effects(commands, past).toggled).toEqual(toggled);
  });

  test('an annotation made on this page goes with the undo of its step, and a tag shows before it is saved', () => {
    const of = command('u', 'undo', { of: 'step' });
    expect(effects([of], { made: new Map([['step', 'x']]) }).goneAnnotations).toEqual(new Set(['x']));
    expect(effects([command('t', 'tag', { tag: 'claim', parts: '0-17' })]).tagged).toEqual([
      { tag: 'claim', parts: [FIRST] },
    ]);
  });

  test('ends that are moved one after another each go on from where the one before leaves them', () => {
    const move = (key: string) => command(key, 'edit', { move: 'end-later' }, 'x');
    const one = effects([move('1')]).parts.get('x')?.[0]?.end ?? 0;
    const two = effects([move('1'), move('2')]).parts.get('x')?.[0]?.end ?? 0;
    expect(TEXT.slice(0, one)).toBe('One boat came in. Two');
    expect(TEXT.slice(0, two)).toBe('One boat came in. Two boats');
  });
});

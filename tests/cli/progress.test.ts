import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';

const terminal = () => Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true });

test('a bar fills up as work is done, and is gone at the end', () => {
  const errors = terminal();
  const progress = startProgress(errors, 4, true);
  expect(errors.read()).toBe(`${'░'.repeat(40)} 0 of 4`);
  progress.pause(() => errors.write('a line\n'), 1);
  expect(errors.read()).toBe(`\r\x1b[2Ka line\n${'█'.repeat(10)}${'░'.repeat(30)} 1 of 4`);
  progress.stop();
  expect(errors.read()).toBe('\r\x1b[2K');
});

test('there may be nothing to do, or more than was thought', () => {
  const errors = terminal();
  const progress = startProgress(errors, 0, true);
  progress.pause(() => {}, 1);
  expect(errors.read()).toContain(`${'█'.repeat(40)} 1 of 0`);
});

test.each([
  ['not wanted', terminal(), false],
  ['no terminal', new PassThrough(), true],
])('nothing is shown: %s', (_why, errors, wanted) => {
  let printed = false;
  const progress = startProgress(errors, 1, wanted);
  progress.pause(() => {
    printed = true;
  }, 1);
  progress.stop();
  expect(printed).toBe(true);
  expect(errors.read()).toBeNull();
});

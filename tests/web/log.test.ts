import { describe, expect, test } from 'vitest';
import { createLog, describeError } from '../../src/web/log.ts';

function logOf(format: 'json' | 'text', level: 'info' | 'debug' = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => void lines.push(line) }, format);
  return { log, lines };
}

describe('a log for programs', () => {
  test('is one JSON object a line, with everything that happened', () => {
    const { log, lines } = logOf('json');
    log.info({ status: 200 }, 'request');
    log.error(describeError(log, new TypeError('a secret')), 'request failed');
    expect(lines.map((line) => JSON.parse(line).message)).toEqual(['request', 'request failed']);
    expect(lines.join('')).not.toContain('secret');
    for (const line of lines) expect(line).toMatch(/^\{.*\}\n$/);
  });
});

describe('a log for people', () => {
  test('does not tell what they know: that it listens, and every request', () => {
    const { log, lines } = logOf('text');
    log.info({ url: 'http://127.0.0.1:3000' }, 'listening');
    log.info({ status: 200 }, 'request');
    log.info('stopping');
    log.info({ finished: true }, 'stopped');
    expect(lines).toEqual([]);
  });

  test('tells what was done to data that was there, in one line', () => {
    const { log, lines } = logOf('text');
    log.info({ applied: ['0001'], backup: null }, 'migrated');
    log.info({ applied: ['0002'], backup: '/srv/a.db' }, 'migrated');
    expect(lines).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d info: migrated, applied \["0002"\], backup "\/srv\/a\.db"\n$/),
    ]);
  });

  test('tells an error by its kind and place, and its message only when debugging', () => {
    for (const level of ['info', 'debug'] as const) {
      const { log, lines } = logOf('text', level);
      log.error({ id: 'r1', ...describeError(log, new TypeError('a secret')) }, 'request failed');
      const [first = '', second = ''] = lines.join('').split('\n');
      expect(first).toMatch(/^\d\d:\d\d:\d\d error: request failed, id "r1", error "TypeError"/);
      expect(second).toMatch(/^ {2}at .*log\.test\.ts/);
      expect(first.includes('secret')).toBe(level === 'debug');
    }
  });
});

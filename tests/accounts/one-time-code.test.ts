import { Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { codeAddress, newCodeSecret, spacedSecret, stepOfCode } from '../../src/accounts/one-time-code.ts';

/** RFC 6238, appendix B: the secret of its table for SHA-1, and the last six digits of its values. */
const secret = Secret.fromLatin1('12345678901234567890').base32;
const TABLE = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

const at = (seconds: number) => new Date(seconds * 1000);
const step = (code: string, seconds: number, lastStep: number | null = null) =>
  stepOfCode({ secret, code, lastStep, now: at(seconds) });

describe('a code', () => {
  test.each(TABLE)('is that of the standard at %i s', (seconds, code) => {
    expect(step(code, seconds)).toBe(Math.floor(seconds / 30));
  });

  test('is taken one step before and after, and no further', () => {
    // Step 1 lasts from 30 to 59.
    const times = [0, 29, 30, 59, 60, 89].map((seconds) => step('287082', seconds));
    expect(times).toEqual([1, 1, 1, 1, 1, 1]);
    expect([90, 119, 1000].map((seconds) => step('287082', seconds))).toEqual([null, null, null]);
  });

  test('is taken once, nor is one before it', () => {
    expect(step('287082', 59, 0)).toBe(1);
    expect(step('287082', 59, 1)).toBeNull();
    expect(step('287082', 59, 2)).toBeNull();
  });

  test.each(['287 082', ' 287082 ', '287-082', '287\u00a0082'])('may be typed with spaces: %s', (code) => {
    expect(step(code, 59)).toBe(1);
  });

  test.each(['', '28708', '2870820', '287083', 'abcdef', '٢٨٧٠٨٢', '287082x', '000000'])(
    'is none: %s',
    (code) => {
      expect(step(code, 59)).toBeNull();
    },
  );
});

test('secrets are new each time, of 160 bits', () => {
  const secrets = Array.from({ length: 20 }, newCodeSecret);
  expect(new Set(secrets).size).toBe(20);
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(spacedSecret('ABCDEFGH')).toBe('ABCD EFGH');
});

test('an app is told whose codes they are, and where', () => {
  const address = new URL(codeAddress({ secret, desk: 'desk.example.org', account: 'ann b@x.example' }));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toBe('/desk.example.org:ann b@x.example');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    secret,
    issuer: 'desk.example.org',
    digits: '6',
    period: '30',
    algorithm: 'SHA1',
  });
});

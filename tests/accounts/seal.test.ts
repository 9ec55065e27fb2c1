import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, sealValue, unseal, unsealValue } from '../../src/accounts/seal.ts';

const key = randomBytes(32);
const now = new Date('2026-11-28T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('what is sealed comes back byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, bound) => {
      expect(unseal(key, seal(key, plain, bound), bound)).toEqual(Buffer.from(plain));
    }),
  );
});

test('the same bytes are sealed otherwise each time, and cannot be read in it', () => {
  const plain = Buffer.from('a secret of some length');
  const [one, two] = [seal(key, plain, 'a'), seal(key, plain, 'a')];
  expect(one).not.toEqual(two);
  expect(one.includes(plain)).toBe(false);
});

test('nothing opens with another key, in another place, or with any bit changed', () => {
  const sealed = seal(key, Buffer.from('secret'), 'account 1');
  expect(unseal(randomBytes(32), sealed, 'account 1')).toBeNull();
  expect(unseal(key, sealed, 'account 2')).toBeNull();
  for (let at = 0; at < sealed.length * 8; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at >> 3] = (altered[at >> 3] ?? 0) ^ (1 << (at & 7));
    expect(unseal(key, altered, 'account 1')).toBeNull();
  }
  for (let end = 0; end < sealed.length; end += 1)
    expect(unseal(key, sealed.subarray(0, end), 'account 1')).toBeNull();
});

test('a value opens until its moment, where it belongs, and not after', () => {
  const value = { accountId: 'a', next: '/work?x=1' };
  const sealed = sealValue(key, value, { bound: 'flow', until: later(60) });
  expect(unsealValue(key, sealed, 'flow', now)).toEqual(value);
  expect(unsealValue(key, sealed, 'flow', later(59))).toEqual(value);
  expect(unsealValue(key, sealed, 'flow', later(60))).toBeUndefined();
  expect(unsealValue(key, sealed, 'other', now)).toBeUndefined();
});

test.each(['', 'x', '!!!', 'AQ', 'A'.repeat(500), '{"value":1}'])('what is no seal is none: %s', (text) => {
  expect(unsealValue(key, text, 'flow', now)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { hashRecoveryCode, makeRecoveryCodes } from '../../src/accounts/recovery-codes.ts';

test('ten codes are made, all different, easy to copy', () => {
  const codes = [...makeRecoveryCodes(), ...makeRecoveryCodes()];
  expect(codes).toHaveLength(20);
  expect(new Set(codes).size).toBe(20);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test.each([
  '0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ',
  '0a1b2c3d4e5f6g7h8j9kmnpq',
  ' 0A1B 2C3D 4E5F 6G7H 8J9K MNPQ\n',
  'OAIB-2C3D-4E5F-6G7H-8J9K-MNPQ',
  'oalb-2c3d-4e5f-6g7h-8j9k-mnpq',
])('a code is known however it is typed: %s', (typed) => {
  expect(hashRecoveryCode(typed)).toBe(hashRecoveryCode('0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ'));
});

test('other codes have other hashes, in which they cannot be read', () => {
  const codes = makeRecoveryCodes();
  const hashes = codes.map(hashRecoveryCode);
  expect(new Set(hashes).size).toBe(10);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

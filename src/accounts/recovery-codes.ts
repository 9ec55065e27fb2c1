// Ten codes for the day on which the phone is gone. Each opens once, in place of a one-time code.

import { createHash, randomInt } from 'node:crypto';

/** Crockford's base32: no letter that is taken for another sign. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 120 bits: nobody guesses one, not even from its hash, so that a plain hash is enough. */
const LENGTH = 24;
const COUNT = 10;

/** New codes, as they are shown: `7H2K-…`, six groups of four. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, makeCode);
}

function makeCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]);
  return signs.join('').replaceAll(/.{4}(?=.)/g, '$&-');
}

/** What is stored of a code, from how it was typed: small letters, spaces and O for zero are all right. */
export function hashRecoveryCode(typed: string): string {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(signs).digest('hex');
}

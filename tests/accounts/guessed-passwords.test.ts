import { describe, expect, test } from 'vitest';
import { isCommon } from '../../src/accounts/guessed-passwords.ts';

describe('what is tried first is common', () => {
  test.each([
    'password1234',
    'Password2024!',
    'P@ssw0rd1234',
    'passwordpassword',
    'iloveyou123456',
    'iloveyouforever',
    '123456789012',
    '210987654321',
    '839274618273',
    'qwertyuiop12',
    'Qwertzuiop1!',
    '1q2w3e4r5t6y',
    'zxcvbnmasdfghjkl',
    'aaaaaaaaaaaaa',
    'abcabcabcabca',
    'Liverpool2023',
    'adminadmin123',
    'superman!!!!!!',
    'letmeinletmein',
    '!!!!monkey!!!!',
    'qwerty123456',
    'onrecord2026!',
  ])('%s', (password) => expect(isCommon(password)).toBe(true));
});

describe('what is not is left to its owner', () => {
  test.each([
    'gravel lantern orbit seventeen',
    'correct horse battery staple',
    'xk92!vbQ7#plm',
    'the heron left at dusk',
    'ткань озеро ступень',
    'u8Fq2LwZpN4t',
    'dragon eats blue marmalade',
  ])('%s', (password) => expect(isCommon(password)).toBe(false));
});

test('words of its owner’s are common too', () => {
  expect(isCommon('wilhelmina1984')).toBe(false);
  expect(isCommon('wilhelmina1984', ['wilhelmina'])).toBe(true);
});

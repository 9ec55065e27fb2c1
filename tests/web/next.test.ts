import { describe, expect, test } from 'vitest';
import { nextPage, signInAddress } from '../../src/web/next.ts';

describe('a sign-in leads to pages of this desk', () => {
  test.each([
    ['/', '/'],
    ['/articles/1?at=5#e-2', '/articles/1?at=5#e-2'],
    ['/?q=%2F%2Fevil.example', '/?q=%2F%2Fevil.example'],
    ['/annotations?back=https://evil.example', '/annotations?back=https://evil.example'],
  ])('%s', (asked, page) => expect(nextPage(asked)).toBe(page));
});

describe('and nowhere else', () => {
  test.each([
    undefined,
    '',
    'articles',
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/./\\evil.example',
    '/..//evil.example',
    '/%09/../..//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /articles',
    '@evil.example',
    '/sign-in?next=/',
    '/sign-out',
    '/tickets/abc',
    '/./sign-in',
  ])('%j', (asked) => expect(nextPage(asked)).toBe('/'));
});

test('the address of the form names the page to go on with', () => {
  expect(signInAddress('/')).toBe('/sign-in');
  expect(signInAddress('//evil.example')).toBe('/sign-in');
  expect(signInAddress('/articles/1?at=5')).toBe('/sign-in?next=%2Farticles%2F1%3Fat%3D5');
});

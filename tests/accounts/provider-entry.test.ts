import { expect, test } from 'vitest';
import { type EntryQuestion, entryOf } from '../../src/accounts/provider-entry.ts';

const person = { issuer: 'https://id.example', subject: '1', email: 'ann@news.example', name: 'Ann' };
const question: EntryQuestion = { person, linked: null, isTaken: false, domains: [], isInvited: false };
const unverified = { ...person, email: null };

test.each([
  ['somebody linked', { linked: 'a1' }, { may: 'enter', accountId: 'a1' }],
  [
    'somebody linked whose address is another account’s',
    { linked: 'a1', isTaken: true },
    { may: 'enter', accountId: 'a1' },
  ],
  [
    'somebody linked without an address',
    { linked: 'a1', person: unverified },
    { may: 'enter', accountId: 'a1' },
  ],
  ['a stranger', {}, { may: 'not', why: 'stranger' }],
  ['a stranger of another domain', { domains: ['other.example'] }, { may: 'not', why: 'stranger' }],
  ['a stranger of a domain below', { domains: ['example'] }, { may: 'not', why: 'stranger' }],
  ['somebody of the domain', { domains: ['news.example'] }, { may: 'join', email: 'ann@news.example' }],
  [
    'somebody of the domain, in capitals',
    { domains: ['news.example'], person: { ...person, email: 'Ann@NEWS.example' } },
    { may: 'join', email: 'Ann@NEWS.example' },
  ],
  ['a stranger who is invited', { isInvited: true }, { may: 'join', email: 'ann@news.example' }],
  [
    'one who is invited and not verified',
    { isInvited: true, person: unverified },
    { may: 'not', why: 'unconfirmed' },
  ],
  [
    'one who is invited and whose address an account has',
    { isInvited: true, isTaken: true },
    { may: 'not', why: 'taken' },
  ],
  [
    'one who is not verified',
    { domains: ['news.example'], person: unverified },
    { may: 'not', why: 'stranger' },
  ],
  [
    'one whose address an account has',
    { domains: ['news.example'], isTaken: true },
    { may: 'not', why: 'taken' },
  ],
  [
    'one whose address only looks like the domain',
    { domains: ['news.example'], person: { ...person, email: 'news.example@evil.example' } },
    { may: 'not', why: 'stranger' },
  ],
] as const)('%s', (_who, given, entry) => {
  expect(entryOf({ ...question, ...given })).toEqual(entry);
});

import { expect, test } from 'vitest';
import type { Member, Role, Way } from '../../src/domain/permission.ts';
import { type ArticleHeads, codesBlindly, sees, sightOf, writableLane } from '../../src/domain/sight.ts';

const as = (role: Role, way: Way, more: Partial<Member> = {}): Member => ({
  ...{
    accountId: 'account',
    annotatorId: 'me',
    annotatorIds: ['me', 'mine-in-files'],
    projectId: 'p',
    role,
    way,
  },
  ...{ isBlind: true, showsResult: false, showsNames: false, isArchived: false },
  ...more,
});

const BOTH_DONE: ArticleHeads = { isOwnDone: true, isFinalDone: true };

test.each<[string, Member, ArticleHeads | undefined, readonly string[] | 'all']>([
  ['together everybody sees the shared one: owner', as('owner', 'together'), undefined, ['shared']],
  ['together: reader', as('reader', 'together'), undefined, ['shared']],
  ['apart owner', as('owner', 'apart'), undefined, 'all'],
  ['apart adjudicator', as('adjudicator', 'apart'), undefined, 'all'],
  ['apart coder: all names that are theirs', as('coder', 'apart'), undefined, ['me', 'mine-in-files']],
  ['apart reader', as('reader', 'apart'), undefined, ['final']],
  ['the blind lifted', as('coder', 'apart', { isBlind: false }), undefined, 'all'],
  ['the blind lifted, reader', as('reader', 'apart', { isBlind: false }), undefined, ['final']],
  ['results not shown', as('coder', 'apart'), BOTH_DONE, ['me', 'mine-in-files']],
  ['results shown', as('coder', 'apart', { showsResult: true }), BOTH_DONE, ['me', 'mine-in-files', 'final']],
  [
    'results shown, own not done',
    as('coder', 'apart', { showsResult: true }),
    { isOwnDone: false, isFinalDone: true },
    ['me', 'mine-in-files'],
  ],
  [
    'archived, a coder still sees their own',
    as('coder', 'apart', { isArchived: true }),
    undefined,
    ['me', 'mine-in-files'],
  ],
  // Cast: as a database of another version might have it.
  ['an unknown role', as('guest' as Role, 'apart'), undefined, []],
  ['an unknown role together', as('guest' as Role, 'together'), undefined, []],
])('%s', (_name, member, article, lanes) => {
  const sight = sightOf(member, article);
  expect(sight.lanes).toEqual(lanes);
  for (const lane of ['shared', 'final', 'me', 'bob'])
    expect(sees(sight, lane)).toBe(lanes === 'all' || lanes.includes(lane));
});

test('names are hidden from coders and readers of those who work apart, unless the project shows coders them', () => {
  const namesOf = (member: Member) => sightOf(member).names;
  expect(namesOf(as('coder', 'apart'))).toBe('letters');
  expect(namesOf(as('coder', 'apart', { showsNames: true }))).toBe('real');
  for (const showsNames of [false, true])
    expect(namesOf(as('reader', 'apart', { showsNames }))).toBe('letters');
  for (const role of ['owner', 'adjudicator'] as const) expect(namesOf(as(role, 'apart'))).toBe('real');
  expect(namesOf(as('coder', 'together'))).toBe('real');
});

test.each<[Role, Way, 'own' | 'final', string | null]>([
  ['coder', 'together', 'own', 'shared'],
  ['coder', 'together', 'final', 'shared'],
  ['reader', 'together', 'own', null],
  ['coder', 'apart', 'own', 'me'],
  ['coder', 'apart', 'final', null],
  ['adjudicator', 'apart', 'final', 'final'],
  ['owner', 'apart', 'own', 'me'],
  ['reader', 'apart', 'final', null],
])('%s, %s, on the %s page writes in %s', (role, way, page, lane) => {
  expect(writableLane(as(role, way), page)).toBe(lane);
  expect(writableLane(as(role, way, { isArchived: true }), page)).toBeNull();
});

test('who could see others is not called blind', () => {
  expect(codesBlindly(as('coder', 'apart'))).toBe(true);
  expect(codesBlindly(as('coder', 'apart', { isBlind: false }))).toBe(false);
  expect(codesBlindly(as('adjudicator', 'apart'))).toBe(false);
  expect(codesBlindly(as('coder', 'together'))).toBe(false);
});

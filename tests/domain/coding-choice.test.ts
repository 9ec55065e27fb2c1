import { expect, test } from 'vitest';
import { codingChoice } from '../../src/domain/coding-choice.ts';
import type { Member, Role, Way } from '../../src/domain/permission.ts';
import { sightOf } from '../../src/domain/sight.ts';

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

test.each([
  ['an owner takes what is settled', as('owner', 'apart'), '', 'settled'],
  ['by its word, too', as('adjudicator', 'apart'), 'settled', 'settled'],
  ['a coder who sees all as well', as('coder', 'apart', { isBlind: false }), '', 'settled'],
  ['who sees one coding has nothing to choose: coder', as('coder', 'apart'), '', undefined],
  ['reader', as('reader', 'apart'), '', undefined],
  ['together', as('owner', 'together'), '', undefined],
  ['all is all that is seen', as('owner', 'apart'), 'all', undefined],
  ['final', as('owner', 'apart'), 'final', { lanes: ['final'] }],
  ['mine: under all names', as('owner', 'apart'), 'mine', { lanes: ['me', 'mine-in-files'] }],
  ['mine together is what all make', as('owner', 'together'), 'mine', { lanes: ['shared'] }],
  ['an annotator', as('owner', 'apart'), 'ada', { lanes: ['ada'] }],
] as const)('%s', (_, member, asked, choice) => {
  expect(codingChoice(member, sightOf(member), asked)).toEqual(choice);
});

import { expect, test } from 'vitest';
import { ForbiddenError } from '../../src/domain/errors.ts';
import {
  type Act,
  isThereToCode,
  type Member,
  makesCodings,
  may,
  RIGHTS,
  type Role,
  require,
} from '../../src/domain/permission.ts';

const ROLES: readonly Role[] = ['owner', 'adjudicator', 'coder', 'reader'];

/** Every act, and for each of the roles whether it may. */
const TABLE: readonly [Act, ...boolean[]][] = [
  [['annotate'], true, true, true, false],
  [['editAnnotation', { annotatorId: 'me' }], true, true, true, false],
  [['editAnnotation', { annotatorId: 'somebody else' }], true, true, true, false],
  [['undoOwnStep'], true, true, true, false],
  [['editArticle'], true, true, true, false],
  [['deleteArticle'], true, false, false, false],
  [['importArticles'], true, true, true, false],
  [['importAnnotations'], true, true, true, false],
  [['undoImport'], true, true, true, false],
  [['changeProject'], true, false, false, false],
  [['archiveProject'], true, false, false, false],
  [['copyProject'], true, false, false, false],
  [['managePeople'], true, false, false, false],
  [['leaveProject'], true, true, true, true],
];

const as = (role: Role): Member => ({
  ...{ accountId: 'account', annotatorId: 'me', annotatorIds: ['me'], projectId: 'p', role },
  ...{ way: 'together', isBlind: true, showsResult: false, showsNames: false, isArchived: false },
});

const said = TABLE.flatMap(([act, ...rights]) =>
  ROLES.map((role, at) => ({ act, verb: act[0], role, mayDo: rights[at] })),
);

test.each(said)('$role, $verb: $mayDo', ({ act, role, mayDo }) => {
  expect(may(as(role), ...act)).toBe(mayDo);
  const asked = () => require(as(role), ...act);
  if (mayDo) expect(asked).not.toThrow();
  else expect(asked).toThrow(ForbiddenError);
});

const NOT_CHANGING = new Set(['archiveProject', 'copyProject', 'managePeople', 'leaveProject']);

test.each(said)(
  '$role of an archived project, $verb: only what changes nothing in it',
  ({ act, verb, role, mayDo }) => {
    const member = { ...as(role), isArchived: true };
    expect(may(member, ...act)).toBe(mayDo && NOT_CHANGING.has(verb));
    if (mayDo && !NOT_CHANGING.has(verb)) expect(() => require(member, ...act)).toThrow(/archived/);
  },
);

test('every verb is told of', () => {
  const told = new Set([...TABLE, ...APART].map(([act]) => act[0]));
  expect(Object.keys(RIGHTS).filter((verb) => verb !== 'editAnnotationOfOthers').sort()).toEqual([...told].sort());
});

/** What there is to do only where each coder has a coding of their own, and seeing how far others are. */
const APART: readonly [Act, ...boolean[]][] = [
  [['assign'], true, true, false, false],
  [['takeArticle'], true, true, true, false],
  [['finishCoding'], true, true, true, false],
  [['seeProgress'], true, true, false, false],
];

test.each(
  APART.flatMap(([act, ...rights]) =>
    ROLES.map((role, at) => ({ act, verb: act[0], role, mayDo: rights[at] })),
  ),
)('apart: $role, $verb: $mayDo', ({ act, verb, role, mayDo }) => {
  expect(may({ ...as(role), way: 'apart' }, ...act)).toBe(mayDo);
  expect(may(as(role), ...act)).toBe(verb === 'seeProgress' && mayDo);
});

test('articles are given to those who code, and proposed to those who are there for it', () => {
  expect(ROLES.filter(makesCodings)).toEqual(['owner', 'adjudicator', 'coder']);
  expect(ROLES.filter(isThereToCode)).toEqual(['coder']);
});

test('a verb is refused in the same words, whoever is refused', () => {
  for (const [act] of TABLE) {
    const wordings = ROLES.map((role) => refusalOf(as(role), act)).filter((words) => words !== undefined);
    expect(new Set(wordings).size, act[0]).toBe(1);
  }
});

function refusalOf(member: Member, act: Act): string | undefined {
  try {
    require(member, ...act);
    return undefined;
  } catch (error) {
    return error instanceof ForbiddenError ? error.message : String(error);
  }
}

// Cast: made up, as a database or a caller of another version might have them.
test('a role that the table does not know may nothing', () => {
  const guest = as('guest' as Role);
  for (const [act] of TABLE) expect(may(guest, ...act), act[0]).toBe(false);
});

test('a verb that the table does not know is nobody’s', () => {
  const act = ['publish'] as unknown as Act;
  for (const role of ROLES) expect(may(as(role), ...act)).toBe(false);
});

import { expect, test } from 'vitest';
import { ForbiddenError } from '../../src/domain/errors.ts';
import {
  type Act,
  isThereToCode,
  type Member,
  makesCodings,
  may,
  RIGHTS,
  ROLES,
  type Role,
  require,
  type Verb,
  WAYS,
  type Way,
} from '../../src/domain/permission.ts';

/** Who may, by the first letter of each role; together, and apart where that is otherwise. */
const TABLE: Readonly<Record<Verb, readonly [together: string, apart?: string]>> = {
  readArticle: ['oacr'],
  readAllCodings: ['', 'oa'],
  export: ['oacr'],
  exportEverything: ['o'],
  writeCoding: ['oac'],
  undoOwnStep: ['oac'],
  finishCoding: ['', 'oac'],
  unlockCoding: ['', 'oa'],
  adjudicate: ['', 'oa'],
  importArticles: ['oac', 'oa'],
  importOwn: ['oac'],
  importAs: ['oac', 'oa'],
  seeImportsOfOthers: ['oacr', 'o'],
  undoImport: ['oac'],
  undoImportOfOthers: ['oac', 'o'],
  editArticle: ['oac', 'oa'],
  deleteArticle: ['o'],
  purgeArticle: ['o'],
  assign: ['', 'oa'],
  takeArticle: ['', 'oac'],
  seeProgress: ['oa'],
  seeNames: ['oacr', 'oa'],
  comment: ['oac'],
  seeAgreement: ['oa', 'oa'],
  readCodebook: ['oacr'],
  changeCodebook: ['o'],
  changeProject: ['o'],
  switchWay: ['o'],
  splitCodings: ['', 'o'],
  liftBlind: ['o'],
  archiveProject: ['o'],
  copyProject: ['o'],
  managePeople: ['o'],
  leaveProject: ['oacr'],
  readAudit: ['o'],
};

/** What an archived project still lets be done. */
const WHEN_ARCHIVED =
  'readArticle readAllCodings export exportEverything seeImportsOfOthers seeProgress seeNames seeAgreement readCodebook archiveProject copyProject managePeople leaveProject readAudit'.split(
    ' ',
  );

const as = (role: Role, way: Way = 'together', more: Partial<Member> = {}): Member => ({
  ...{ accountId: 'account', annotatorId: 'me', annotatorIds: ['me'], projectId: 'p', role, way },
  ...{ isBlind: true, showsResult: false, showsNames: false, isArchived: false },
  ...more,
});

// Cast: the table's keys.
const VERBS = Object.keys(TABLE) as Verb[];

const said = WAYS.flatMap((way) =>
  VERBS.flatMap((verb) =>
    ROLES.map((role) => {
      const [together, apart = together] = TABLE[verb];
      return { way, verb, role, mayDo: (way === 'apart' ? apart : together).includes(role.charAt(0)) };
    }),
  ),
);

test.each(said)('$way, $role, $verb: $mayDo', ({ way, verb, role, mayDo }) => {
  const act: Act = [verb];
  expect(may(as(role, way), ...act)).toBe(mayDo);
  const asked = () => require(as(role, way), ...act);
  if (mayDo) expect(asked).not.toThrow();
  else expect(asked).toThrow(ForbiddenError);
  const archived = as(role, way, { isArchived: true });
  expect(may(archived, ...act)).toBe(mayDo && WHEN_ARCHIVED.includes(verb));
});

test('every verb is told of, in both ways', () => {
  for (const way of WAYS) expect(Object.keys(RIGHTS[way]).sort()).toEqual([...VERBS].sort());
});

test.each<[Role, Way, string | null, boolean]>([
  ['coder', 'together', 'shared', true],
  ['coder', 'together', 'me', false],
  ['coder', 'apart', 'me', true],
  ['coder', 'apart', 'bob', false],
  ['coder', 'apart', 'shared', false],
  ['coder', 'apart', 'final', false],
  ['coder', 'apart', null, false],
  ['adjudicator', 'apart', 'me', true],
  ['adjudicator', 'apart', 'final', true],
  ['adjudicator', 'apart', 'bob', false],
  ['owner', 'apart', 'final', true],
  ['owner', 'apart', 'shared', false],
  ['owner', 'together', 'final', false],
  ['reader', 'apart', 'final', false],
  ['reader', 'together', 'shared', false],
])('%s, %s, writes in %s: %s', (role, way, lane, mayWrite) => {
  for (const verb of ['writeCoding', 'undoOwnStep'] as const)
    expect(may(as(role, way), verb, { lane })).toBe(mayWrite);
});

test('a verb is refused in the same words, whoever is refused', () => {
  for (const verb of VERBS) {
    const wordings = ROLES.map((role) => refusalOf(as(role), [verb])).filter((words) => words !== undefined);
    expect(new Set(wordings).size, verb).toBeLessThanOrEqual(1);
  }
});

test('an archived project says that this is why', () => {
  expect(refusalOf(as('owner', 'together', { isArchived: true }), ['writeCoding'])).toContain('archived');
  expect(refusalOf(as('reader', 'together', { isArchived: true }), ['writeCoding'])).not.toContain(
    'archived',
  );
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
test('a role or a way that the table does not know may nothing', () => {
  const [guest, elsewhere] = [as('guest' as Role), as('owner', 'sideways' as Way)];
  for (const verb of VERBS) expect([may(guest, verb), may(elsewhere, verb)], verb).toEqual([false, false]);
});

test('articles are given to those who code, and proposed to those who are there for it', () => {
  expect(ROLES.filter(makesCodings)).toEqual(['owner', 'adjudicator', 'coder']);
  expect(ROLES.filter(isThereToCode)).toEqual(['coder']);
});

// Who codes apart learns nothing of another's work: every page and file that a blind coder or a reader can ask for is
// the same, to the letter, before and after another coder works. Tried by hand: without `seenBy` in `where` of
// src/store/dialect.ts, and without the lane in `readStanding` of src/store/standing.ts, "stays what it was" fails.

import { beforeAll, expect, test } from 'vitest';
import type { Member, Way } from '../../src/domain/permission.ts';
import { routes } from '../../src/web/routes.ts';
import { joins } from '../support/apart.ts';
import { placeOf } from '../support/articles.ts';
import { importText, memberAs } from '../support/desk.ts';
import { fileOf, filesForm, workOnImports } from '../support/import-files.ts';
import { ADDRESSES, NOWHERE } from '../support/read-addresses.ts';
import { chosenLabels, SECRETS, type SecretIds, STORY, workInSecret } from '../support/secret-work.ts';
import { eachSignInDesk, type SignInDesk } from '../support/sign-in-desk.ts';
import { type Browser, letSignIn } from '../support/signed-in.ts';
import { type Answers, changed, NO_ANSWERS, telling, walk, withoutNewIds } from '../support/walking.ts';

/** The first sentence of the story. */
const FIRST = 'The night ferry was late on Monday.';

test('every address that is read is asked', () => {
  const read = routes.filter(({ method }) => method === 'get').map(({ path }) => path);
  expect(Object.keys(ADDRESSES).sort()).toEqual(read.sort());
});

const ASKED = Object.values(ADDRESSES).flat();

/** Where at the least others' work is to be read by whoever may. */
const TELLS = ['/annotations?', '/annotations.csv', '/annotations.jsonl', '/annotations/{annotation}'];

/** The same where people work together, or where somebody owns the project. */
const EVERYBODYS = ['/articles/{article}', '/imports/{import}', '/speakers'];

/** Those who look on. */
const LOOKERS = ['coder', 'reader', 'owner', 'adjudicator'] as const;
type Looker = (typeof LOOKERS)[number];

/** A desk on which somebody works while others look on. */
interface Watched {
  readonly browsers: Readonly<Record<Looker | 'other', Browser>>;
  /** Whose work it is. */
  readonly other: Member;
  readonly articleId: string;
  /** An annotation of the coder who looks on. */
  readonly mine: string;
  /** What everybody was answered before, and afterwards. */
  readonly before: ReadonlyMap<Looker, Answers>;
  readonly after: ReadonlyMap<Looker, Answers>;
  readonly secret: SecretIds;
  /** What is the other's: words, names and ids. */
  readonly words: readonly string[];
}

async function watch({ server, cast, db, browser }: SignInDesk, way: Way): Promise<Watched> {
  const { projectId } = cast.alice;
  await db().project.update({ where: { id: projectId }, data: { way } });
  const other = await joins(db(), projectId, SECRETS.name, 'coder');
  await letSignIn(db(), other.accountId, 'aldous');
  await letSignIn(db(), (await joins(db(), projectId, 'Dora', 'adjudicator')).accountId, 'dora');
  const enter = async (name: string) => {
    const entered = browser();
    expect((await entered.signIn(name)).status).toBe(303);
    return entered;
  };
  const browsers = {
    coder: await enter('bob@desk.example'),
    reader: await enter('rita'),
    owner: await enter('alice'),
    adjudicator: await enter('dora'),
    other: await enter('aldous'),
  };
  const owner = await memberAs(db(), cast.alice.accountId, projectId);
  const articleId = (await importText(db(), owner, STORY)).article.id;
  const { start, end } = placeOf(STORY.split('\n\n').slice(1).join('\n\n'), 'It rained.');
  await browsers.coder.request(`/articles/${articleId}/annotations`, {
    form: { tag: 'claim', parts: `${start}-${end}`, text: 'It rained.', note: 'Mine' },
  });
  const mine = (await db().annotation.findFirstOrThrow({ where: { articleId } })).id;
  const ids = { article: articleId, mine, coderA: other.annotatorId };
  const walkAs = (
    looker: Looker,
    addresses: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ) => walk(browsers[looker], { ...ids, ...more }, Object.values(ids), addresses);
  const blind = way === 'apart' ? (['coder', 'reader'] as const) : [];
  const before = new Map<Looker, Answers>();
  for (const looker of blind) before.set(looker, await walkAs(looker, ASKED));
  const secret = await workInSecret(server, browsers.other, other, articleId);
  const hidden = { annotation: secret.annotation, import: secret.import };
  const after = new Map<Looker, Answers>();
  for (const looker of LOOKERS)
    after.set(looker, await walkAs(looker, before.has(looker) ? ASKED : [...TELLS, ...EVERYBODYS], hidden));
  const { annotations, ...others } = secret;
  const words = [...Object.values(SECRETS), ...annotations, ...Object.values(others)];
  return { browsers, other, articleId, mine, before, after, secret, words };
}

eachSignInDesk(
  'work done apart',
  () => ({}),
  (desk) => {
    const watched = {} as Watched;
    beforeAll(async () => void Object.assign(watched, await watch(desk, 'apart')), 120_000);

    test.each(['coder', 'reader'] as const)('stays what it was for a %s', (looker) => {
      const { before, after, words } = watched;
      // Who is in the project is no secret from readers; what each has made is.
      const hidden = looker === 'reader' ? words.filter((word) => word !== SECRETS.name) : words;
      const [now = NO_ANSWERS, then = NO_ANSWERS] = [after.get(looker), before.get(looker)];
      expect(telling(now, hidden)).toEqual([]);
      expect(changed(then, now)).toEqual([]);
    });

    test.each(['owner', 'adjudicator'] as const)('is to be read by an %s', (looker) => {
      expect(telling(watched.after.get(looker) ?? NO_ANSWERS, watched.words)).toEqual(
        expect.arrayContaining(TELLS),
      );
    });

    /** What a blind coder tries with another's work: the answer is that to a name of nothing. */
    const TRIES: readonly (readonly [
      route: string,
      form: Readonly<Record<string, string>>,
      of: keyof SecretIds,
    ])[] = [
      ['PATCH /annotations/:id', { version: '1', note: 'Taken' }, 'annotation'],
      ['DELETE /annotations/:id', { version: '1' }, 'annotation'],
      ['POST /steps/:id/undo', {}, 'wideStep'],
      ['POST /steps/:id/redo', {}, 'wideStep'],
      ['POST /steps/:id/undo', {}, 'step'],
      ['PATCH /imports/:id', { annotators: 'me' }, 'import'],
      ['DELETE /imports/:id', {}, 'import'],
      ['POST /imports/:id/undo', {}, 'import'],
      ['POST /imports/:id/redo', {}, 'import'],
      ['PATCH /views/:id', { name: 'Taken' }, 'view'],
      ['DELETE /views/:id', {}, 'view'],
    ];
    test.each(TRIES)('is not there for %s', async (route, form, of) => {
      const { browsers, secret, words } = watched;
      const [method = '', path = ''] = route.split(' ');
      const before = await rowsOf(desk, watched);
      const ask = (id: string) => browsers.coder.request(path.replace(':id', id), { method, form });
      const [answer, ofNothing] = [await ask(String(secret[of])), await ask(NOWHERE)];
      expect([answer.status, ofNothing.status]).toEqual([404, 404]);
      expect(withoutNewIds(answer.text, [])).toBe(withoutNewIds(ofNothing.text, []));
      expect(words.filter((word) => answer.text.includes(word) && word !== secret[of])).toEqual([]);
      expect(await rowsOf(desk, watched)).toEqual(before);
    });

    /** What a blind coder may do, where another's work is in its way. */
    const DEEDS: readonly (readonly [
      what: string,
      path: string,
      form: (of: SecretIds) => Readonly<Record<string, string>>,
    ])[] = [
      ['tags what another has tagged', '/annotations', () => ({ tag: 'claim', parts: '0-35', text: FIRST })],
      [
        'sends a request of another’s name',
        '/annotations',
        ({ step }) => ({ tag: 'quote', parts: '0-35', text: FIRST, request_key: step }),
      ],
      ['undoes', '/undo', () => ({})],
      ['undoes again', '/undo', () => ({})],
      ['undoes what they have not done', '/undo', () => ({})],
      ['undoes what they have not done, once more', '/undo', () => ({})],
      ['marks what another has marked', '/sentence-marks', () => ({ parts: '0-35' })],
      ['fills the sheet in', '/sheet', () => ({ seen: '1:', tick: '1:claim' })],
      ['changes many', 'many', () => ({ all: '1', deed: 'note', note: 'Taken' })],
      ['renames a speaker of another’s', 'speakers', () => ({ name: SECRETS.speaker, to: 'Taken' })],
      [
        'picks another’s annotation',
        'many',
        ({ annotation }) => ({ pick: `${annotation}.2`, deed: 'delete' }),
      ],
      ['finishes', '/completion', () => ({ rest: 'nothing' })],
    ];
    const ELSEWHERE: Readonly<Record<string, string>> = {
      many: '/annotations/changes',
      speakers: '/speakers/renames',
    };
    test.each(DEEDS)('stays what it was while a coder %s', async (_what, path, form) => {
      const { browsers, secret, words, articleId } = watched;
      const before = await rowsOf(desk, watched);
      const sent = form(secret);
      const address = ELSEWHERE[path] ?? `/articles/${articleId}${path}`;
      const answer = await browsers.coder.request(address, { form: sent, htmx: true });
      expect(answer.status).toBeLessThan(500);
      const echoed = Object.values(sent).join();
      const said = `${JSON.stringify(answer.headers)} ${answer.text}`;
      expect(words.filter((word) => said.includes(word) && !echoed.includes(word))).toEqual([]);
      expect(await rowsOf(desk, watched)).toEqual(before);
    });

    test('is in nobody’s way who brings the same in, under its own ids', async () => {
      const { server } = desk;
      const { browsers, secret, words } = watched;
      const before = await rowsOf(desk, watched);
      const file = await browsers.other.request('/annotations.jsonl');
      expect(file.text).toContain(secret.annotation);
      const own = file.text
        .replaceAll(SECRETS.note, 'note')
        .replaceAll(SECRETS.speaker, 'somebody')
        .replaceAll(SECRETS.imported, 'remark')
        .replaceAll(SECRETS.name, 'Bob');
      const sent = await browsers.coder.request('/imports', {
        method: 'POST',
        ...(await filesForm([fileOf('mine.jsonl', own)])),
      });
      expect(sent.status).toBe(303);
      const address = sent.headers.location ?? '';
      const shown = [(await browsers.coder.request(address)).text];
      await browsers.coder.request(address, {
        method: 'PATCH',
        form: chosenLabels({ claim: 'claim', quote: 'quote' }),
      });
      await workOnImports(server.database);
      shown.push((await browsers.coder.request(address)).text);
      expect(words.filter((word) => shown.join().includes(word))).toEqual([]);
      expect(/<p role="status">([^<]*)/.exec(shown[1] ?? '')?.[1]).toBe('9 annotations imported.');
      expect(await rowsOf(desk, watched)).toEqual(before);
    });
  },
);

/** All that is the other's, as it is kept. */
async function rowsOf({ db }: SignInDesk, { other: { annotatorId }, secret }: Watched) {
  return {
    annotations: await db().annotation.findMany({ where: { annotatorId }, orderBy: { id: 'asc' } }),
    marks: await db().sentenceMark.findMany({ where: { annotatorId }, orderBy: { sentence: 'asc' } }),
    coding: await db().coding.findMany({ where: { lane: annotatorId } }),
    imported: await db().import.findMany({ where: { annotatorId } }),
    view: await db().savedView.findMany({ where: { id: secret.view } }),
  };
}

eachSignInDesk(
  'work done together',
  () => ({}),
  (desk) => {
    const watched = {} as Watched;
    beforeAll(async () => void Object.assign(watched, await watch(desk, 'together')), 120_000);

    test.each(LOOKERS)('is to be read by everybody: %s', (looker) => {
      expect(telling(watched.after.get(looker) ?? NO_ANSWERS, watched.words)).toEqual(
        expect.arrayContaining([...TELLS, ...EVERYBODYS]),
      );
    });
  },
);

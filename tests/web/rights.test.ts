import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeComment } from '../../src/actions/comments/write-comment.ts';
import { keepView } from '../../src/actions/keep-view.ts';
import { loadArticle } from '../../src/actions/load.ts';
import type { Member, Role } from '../../src/domain/permission.ts';
import type { IncomingFile } from '../../src/formats/incoming.ts';
import { beginAnnotationImport } from '../../src/import/receive.ts';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { routes } from '../../src/web/routes.ts';
import { tag } from '../support/annotating.ts';
import { placeOf } from '../support/articles.ts';
import { databases } from '../support/databases.ts';
import { becomes, importText, localMember, stranger } from '../support/desk.ts';
import { fileOf, filesForm } from '../support/import-files.ts';
import { anotherProject } from '../support/projects.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

const TEXT = 'The ferry was late. Nobody came.';
const FILE = fileOf('a.jsonl', JSON.stringify({ text: TEXT, label: [[0, 9, 'claim']] }));
const SPAN = placeOf(TEXT, 'was late');
const PARTS = `${SPAN.start}-${SPAN.end}`;
const WRITERS: readonly Role[] = ['owner', 'adjudicator', 'coder'];
const EVERYBODY: readonly Role[] = ['owner', 'adjudicator', 'coder', 'reader'];

/** What stands behind `:id` or `:slug` in an address. */
type Subject = 'article' | 'annotation' | 'comment' | 'import' | 'step' | 'view' | 'project' | 'imported';

interface Change {
  readonly of?: Subject;
  readonly form?: Readonly<Record<string, string>>;
  /** A file that is sent with it. */
  readonly file?: IncomingFile;
  readonly roles: readonly Role[];
}

/** Every address that changes something, with a form that it takes and the roles that it takes it from. */
const CHANGES: Readonly<Record<string, Change>> = {
  'post /articles': { form: { text: 'Another story. It has words.' }, roles: WRITERS },
  'patch /articles': { form: { how: 'add', new_label: 'Seen' }, roles: WRITERS },
  'delete /articles': { form: { article: 'nowhere' }, roles: ['owner'] },
  'post /articles/undo': { form: { step: 'nowhere' }, roles: WRITERS },
  // Looking at what would be read of a text keeps nothing, so a reader may; a file is kept to be shown.
  'post /readings': { form: { text: 'Another story.' }, roles: EVERYBODY },
  'post /fetches': { form: { address: 'https://127.0.0.1/' }, roles: WRITERS },
  'patch /articles/:id': { of: 'article', form: { version: '1', title: 'New' }, roles: WRITERS },
  'delete /articles/:id': { of: 'article', form: { version: '1' }, roles: ['owner'] },
  'post /articles/:id/sheet': { of: 'article', form: { seen: '1:', tick: '1:claim' }, roles: WRITERS },
  'post /articles/:id/sentence-marks': { of: 'article', form: { parts: '20-26' }, roles: WRITERS },
  'post /articles/:id/undo': { of: 'article', roles: WRITERS },
  'post /articles/:id/redo': { of: 'article', roles: WRITERS },
  'post /articles/:id/acceptances': { of: 'article', form: { suggestion: 'claim:0-3' }, roles: WRITERS },
  'post /articles/:id/dismissals': { of: 'article', form: { suggestion: 'claim:0-3' }, roles: WRITERS },
  // What somebody wants to see is their own, whatever they may do.
  'post /articles/:id/suggestion-choice': { of: 'article', form: { hide: 'claim' }, roles: EVERYBODY },
  'post /articles/:id/annotations': {
    of: 'article',
    form: { tag: 'quote', parts: PARTS, text: 'was late' },
    roles: WRITERS,
  },
  // What there is to do only where people code apart is refused to everybody who codes together;
  // tests/web/assignments and tests/web/work ask it apart.
  'post /articles/:id/completion': { of: 'article', roles: [] },
  'delete /articles/:id/completion': { of: 'article', roles: [] },
  'post /articles/:id/codings/:lane/unlocking': { of: 'article', roles: [] },
  'post /articles/:id/adjudicate/completion': { of: 'article', roles: [] },
  'delete /articles/:id/adjudicate/completion': { of: 'article', roles: [] },
  'post /articles/:id/decisions': { of: 'article', form: { deed: 'agreed' }, roles: [] },
  'post /articles/:id/decisions/undo': { of: 'article', roles: [] },
  'post /articles/:id/decisions/redo': { of: 'article', roles: [] },
  'delete /articles/:id/decisions/:decision': { of: 'article', roles: [] },
  'post /work/articles': { roles: [] },
  'post /projects/:slug/assignments': { of: 'project', form: { deed: 'assign', coder: 'x' }, roles: [] },
  'patch /projects/:slug/assignments': { of: 'project', roles: [] },
  'delete /projects/:slug/assignments': { of: 'project', roles: [] },
  'post /projects/:slug/assignments/:id/undo': { of: 'project', roles: [] },
  'post /projects/:slug/assignments/:id/redo': { of: 'project', roles: [] },
  'post /articles/:id/occurrences': {
    of: 'article',
    form: { words: 'was late', tag: 'quote' },
    roles: WRITERS,
  },
  'post /annotations/changes': { form: { all: '1', deed: 'confidence', confidence: 'sure' }, roles: WRITERS },
  'post /steps/:id/undo': { of: 'step', roles: WRITERS },
  'post /steps/:id/redo': { of: 'step', roles: WRITERS },
  // A view is how one person looks at what they may read.
  'post /views': { form: { name: 'Mine', query: 'tag=quote' }, roles: EVERYBODY },
  'patch /views/:id': { of: 'view', form: { name: 'Ours' }, roles: EVERYBODY },
  'delete /views/:id': { of: 'view', roles: EVERYBODY },
  'post /speakers/renames': { form: { name: 'Wren', to: 'Abara' }, roles: WRITERS },
  'patch /annotations/:id': { of: 'annotation', form: { version: '1', note: 'New' }, roles: WRITERS },
  'delete /annotations/:id': { of: 'annotation', form: { version: '1' }, roles: WRITERS },
  'post /annotations/:id/restoration': {
    of: 'annotation',
    form: { version: '1', event: 'nowhere' },
    roles: WRITERS,
  },
  'post /articles/:id/comments': { of: 'article', form: { sentence: '1', body: 'Look' }, roles: WRITERS },
  'patch /comments/:id': { of: 'comment', form: { body: 'Look again' }, roles: WRITERS },
  'delete /comments/:id': { of: 'comment', roles: WRITERS },
  'post /comments/:id/restoration': { of: 'comment', roles: WRITERS },
  'post /comments/:id/resolution': { of: 'comment', roles: WRITERS },
  'delete /comments/:id/resolution': { of: 'comment', roles: WRITERS },
  'post /imports': { file: FILE, roles: WRITERS },
  'patch /imports/:id': { of: 'import', form: { annotators: 'me' }, roles: WRITERS },
  'delete /imports/:id': { of: 'import', roles: WRITERS },
  'post /imports/:id/undo': { of: 'import', roles: WRITERS },
  'post /imports/:id/redo': { of: 'import', roles: WRITERS },
  'post /projects': { form: { name: 'Another' }, roles: EVERYBODY },
  'patch /projects/:slug': { of: 'project', form: { project_name: 'New' }, roles: ['owner'] },
  'patch /projects/:slug/way': { of: 'project', form: { way: 'apart' }, roles: ['owner'] },
  'patch /projects/:slug/sight': { of: 'project', form: { see_result: '1' }, roles: ['owner'] },
  'post /projects/:slug/split': { of: 'project', roles: [] },
  'post /projects/:slug/codebook': { of: 'project', form: { restore: '1' }, roles: ['owner'] },
  'post /projects/:slug/copies': { of: 'project', form: { copy_name: 'Copy' }, roles: ['owner'] },
  'post /projects/:slug/archive': { of: 'project', roles: ['owner'] },
  'delete /projects/:slug/archive': { of: 'project', roles: ['owner'] },
  'patch /projects/:slug/people/:id': { of: 'project', form: { role: 'owner' }, roles: ['owner'] },
  // Anybody may leave; the last owner is told why not.
  'delete /projects/:slug/people/:id': { of: 'project', roles: EVERYBODY },
  'patch /projects/:slug/annotators/:id': { of: 'imported', form: { name: 'Kit' }, roles: ['owner'] },
  'post /projects/:slug/ownership': { of: 'project', form: { to: 'nobody' }, roles: ['owner'] },
  'post /projects/:slug/invitations': { of: 'project', form: { role: 'reader' }, roles: ['owner'] },
  'delete /projects/:slug/invitations/:id': { of: 'project', roles: ['owner'] },
  'post /settings': { form: { name: 'Me' }, roles: EVERYBODY },
  'post /settings/keys': { form: { undo: 'u' }, roles: EVERYBODY },
  'post /settings/suggestions': { form: { kinds: 'quote', sureness: '0.8' }, roles: EVERYBODY },
  'post /settings/project': { form: { hide_suggestions: '1' }, roles: ['owner'] },
};

/** How one signs in, and who signs in at the desk, is no matter of a project: tests/web/sign-in and tests/web/account ask. */
const OF_NO_PROJECT = /^\/(sign-in|sign-out|tickets|invitations|account|accounts|confirmation)(\/|$)/;

test('every address that changes something in a project is asked', () => {
  const changing = routes
    .filter(({ method, path }) => method !== 'get' && !OF_NO_PROJECT.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(CHANGES).sort()).toEqual(changing.sort());
});

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    ownId = (await localMember(server.database.db)).accountId;
  });
  afterAll(() => server.close());

  let ownId = '';
  let made = 0;
  /** A new thing of the member's project, by its id. */
  async function idOf(member: Member, of: Subject | undefined): Promise<string> {
    const { db } = server.database;
    if (of === undefined) return '';
    if (of === 'import') return (await beginAnnotationImport(db, member, [FILE])).id;
    made += 1;
    if (of === 'project' || of === 'imported') return slugFor(member, of);
    const { article } = await importText(db, member, `${TEXT} Copy ${made}.`);
    if (of === 'article') return article.id;
    if (of === 'comment') return commented(db, member, article.id);
    if (of === 'view') return (await keepView(db, member, { name: `View ${made}`, query: '' })).id;
    const requestKey = uuidv7();
    const loaded = { ...(await loadArticle(db, member.accountId, article.id)), requestKey };
    const { annotation } = await tag(db, loaded, 'was late');
    return of === 'step' ? requestKey : annotation.id;
  }

  async function commented(db: Db, member: Member, articleId: string): Promise<string> {
    const id = uuidv7();
    const place = { articleId, lane: 'shared', annotationId: null, sentence: 0 };
    await writeComment(db, member, { ...place, id, parentId: null, typed: 'Look' });
    return id;
  }

  /** Of a new project where the member is the local person, or of the stranger's own. */
  async function slugFor({ accountId, projectId }: Member, of: Subject): Promise<string> {
    const { db } = server.database;
    if (accountId === (await localMember(db)).accountId) {
      const { member, slug } = await anotherProject(db);
      const id = of === 'imported' ? 'imported' : undefined;
      if (id)
        await db.annotator.create({ data: { projectId: member.projectId, id, name: 'K', importedAs: 'K' } });
      return slug;
    }
    return (await db.project.findUniqueOrThrow({ where: { id: projectId } })).slug;
  }

  /** What stands behind `:id` in an address: of a project the person in it, or a name that came with files. */
  function subjectOf(path: string, id: string): string {
    if (!path.includes(':slug')) return id;
    return path.includes('annotators') ? 'imported' : ownId;
  }

  async function ask(route: string, id: string, { form = {}, file }: Change): Promise<number> {
    const [method = '', path = ''] = route.split(' ');
    const body = file ? await filesForm([file], form) : { form };
    const request = { method: method.toUpperCase(), ...body };
    return (await server.request(path.replace(':slug', id).replace(':id', subjectOf(path, id)), request))
      .status;
  }

  const asked = Object.entries(CHANGES).flatMap(([route, change]) =>
    EVERYBODY.map((role) => ({ route, role, change, is: change.roles.includes(role) ? 'taken' : 'refused' })),
  );
  test.each(asked)('$route of $role is $is', async ({ route, role, change, is }) => {
    const { db } = server.database;
    const id = await idOf(await localMember(db), change.of);
    await becomes(db, role);
    try {
      const status = await ask(route, id, change);
      if (is === 'refused') expect(status).toBe(403);
      else expect([200, 303, 409, 422]).toContain(status);
    } finally {
      await becomes(db, 'owner');
    }
  });

  test.each(Object.entries(CHANGES).filter(([, { of }]) => of))(
    '%s of a stranger’s thing is not there',
    async (route, change) => {
      const id = await idOf(await stranger(server.database.db), change.of);
      expect(await ask(route, id, change)).toBe(404);
    },
  );
});

import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeComment } from '../../../src/actions/comments/write-comment.ts';
import { changeImported } from '../../../src/actions/people/change-annotator.ts';
import type { Member } from '../../../src/domain/permission.ts';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { filesIn } from '../../formats/zipped.ts';
import { codeArticle } from '../../support/adjudicating.ts';
import { joins } from '../../support/apart.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { importText, memberAs } from '../../support/desk.ts';
import { logOf } from '../../support/sign-in-desk.ts';
import { letSignIn, signedIn } from '../../support/signed-in.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const ON_IT = { lane: 'shared', sentence: null, parentId: null };
const TEXT = 'The ferry was late on Monday. The harbour was shut. Nobody was told.';
const [LATE, SHUT, TOLD] = ['The ferry was late', 'The harbour was shut', 'Nobody was told'] as const;

describe.each(databases)('own data as a zip, on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  let articleId: string;
  let number = 0;

  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
    cast = await makeCast(db);
    await letSignIn(db, cast.alice.accountId, 'alice', true);
    articleId = (await importText(db, cast.alice, `title: Ferry\n\n${TEXT}`)).article.id;
  });
  afterAll(() => server.close());

  const works = (way: 'together' | 'apart') =>
    db.project.update({ where: { id: cast.alice.projectId }, data: { way } });

  async function coder(): Promise<Member & { readonly name: string }> {
    number += 1;
    const name = `Carla ${number}`;
    const member = await joins(db, cast.alice.projectId, name, 'coder');
    await letSignIn(db, member.accountId, `carla${number}`);
    return { ...member, name };
  }

  /** Who signs in as the coder called `name`, and what they get, by the names of files. */
  async function dataOf({ name }: { readonly name: string }) {
    const here = await signedIn(server, name.toLowerCase().replace(' ', ''));
    const Cookie = [...here.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(`${server.url}/account/data.zip`, { headers: { Cookie } });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = await filesIn(new Uint8Array(await answer.arrayBuffer()));
    return { here, files, all: [...files.values()].join('\n') };
  }

  test('holds what they made together, and nothing of others', async () => {
    await works('together');
    const [one, other] = [await coder(), await coder()];
    const [mine = ''] = await codeArticle(db, one, articleId, [{ words: SHUT, tag: 'claim' }], {
      isDone: false,
    });
    const [theirs = ''] = await codeArticle(db, other, articleId, [{ words: LATE, tag: 'claim' }], {
      isDone: false,
    });
    const says = (member: Member, annotationId: string, typed: string) =>
      writeComment(db, member, { ...ON_IT, id: uuidv7(), articleId, annotationId, typed });
    await says(one, mine, 'Is it a claim?');
    await says(other, mine, 'Hollyhock');
    const { here, files, all } = await dataOf(one);
    expect(files.get('desk/comments.jsonl')).toContain('Is it a claim?');
    expect(all).not.toContain('Hollyhock');
    expect([...files.keys()]).toEqual([
      'account.json',
      'log.csv',
      'desk/annotations.csv',
      'desk/codings.csv',
      'desk/comments.jsonl',
    ]);
    const account = JSON.parse(files.get('account.json') ?? '');
    expect(account).toMatchObject({
      id: one.accountId,
      name: one.name,
      projects: [{ slug: 'desk', role: 'coder', annotators: [{ id: one.annotatorId, name: one.name }] }],
    });
    expect(account.sessions).toHaveLength(1);
    expect(files.get('desk/annotations.csv')).toContain(mine);
    expect(files.get('desk/annotations.csv')).toContain(SHUT);
    expect(files.get('log.csv')).toContain('sign-in');
    for (const others of [other.name, theirs, here.token ?? '', cast.alice.accountId])
      expect(all).not.toContain(others);
    const hashes = await db.session.findMany({ select: { tokenHash: true } });
    for (const { tokenHash } of hashes) expect(all).not.toContain(tokenHash);
    expect(await logOf(db, 'data-exported')).toContainEqual(
      expect.objectContaining({ accountId: one.accountId }),
    );
  });

  test('holds a blind coder’s own coding under their name, and nothing of another’s', async () => {
    await works('together');
    const [one, other] = [await coder(), await coder()];
    const [shared = ''] = await codeArticle(db, one, articleId, [{ words: LATE, tag: 'quote' }], {
      isDone: false,
    });
    await works('apart');
    const apart = (member: Member) => memberAs(db, member.accountId, member.projectId);
    const attributes = { note: 'Quillfeather' };
    const [mine = ''] = await codeArticle(db, await apart(one), articleId, [{ words: SHUT, tag: 'claim' }]);
    const before = await dataOf(one);
    const [theirs = ''] = await codeArticle(db, await apart(other), articleId, [
      { words: TOLD, tag: 'claim', attributes },
    ]);
    const { files, all } = await dataOf(one);
    const annotations = files.get('desk/annotations.csv') ?? '';
    expect([annotations.includes(mine), annotations.includes(shared)]).toEqual([true, true]);
    expect(annotations).toContain(one.name);
    const codings = files.get('desk/codings.csv') ?? '';
    expect(codings).toContain('done');
    expect(codings).toContain(one.name);
    for (const others of [other.name, other.annotatorId, theirs, 'Quillfeather', 'Alice'])
      expect(all).not.toContain(others);
    for (const file of ['desk/annotations.csv', 'desk/codings.csv'])
      expect(files.get(file)).toBe(before.files.get(file));
  });

  test('holds the names in files that are theirs, each in a folder, and no other names', async () => {
    await works('apart');
    const [one, other] = [await coder(), await coder()];
    const owner = await memberAs(db, cast.alice.accountId, cast.alice.projectId);
    const { projectId } = owner;
    const imported = async (id: string, name: string, accountId?: string) => {
      await db.annotator.create({ data: { projectId, id, name, importedAs: name } });
      await db.annotation.create({
        data: {
          ...{ id: `a-${id}`, projectId, articleId, annotatorId: id, lane: id, tag: 'claim' },
          ...{ start: 0, end: 9, parts: [[0, 9]], text: 'The ferry', searchText: '', note: `Of ${name}` },
        },
      });
      await db.coding.create({
        data: { projectId, articleId, lane: id, state: 'done', counts: {}, updatedAt: new Date() },
      });
      if (accountId) await changeImported(db, owner, id, { name, accountId }, {});
    };
    await imported('kit-1', 'Kit Marlow', one.accountId);
    await imported('kit-2', 'Kit Farrow', other.accountId);
    await imported('kit-3', 'Kit Barrow');
    const { files, all } = await dataOf(one);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'desk/annotations.csv',
        'desk/kit-1/annotations.csv',
        'desk/kit-1/codings.csv',
      ]),
    );
    expect(files.get('desk/kit-1/annotations.csv')).toContain('Of Kit Marlow');
    expect(files.get('desk/annotations.csv')).not.toContain('Of Kit');
    expect(JSON.parse(files.get('account.json') ?? '').projects[0].annotators).toContainEqual({
      id: 'kit-1',
      name: 'Kit Marlow',
    });
    for (const others of ['kit-2', 'Kit Farrow', 'kit-3', 'Kit Barrow', other.name])
      expect(all).not.toContain(others);
  });
});

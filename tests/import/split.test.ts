import { beforeEach, describe, expect, test } from 'vitest';
import { splitCodings } from '../../src/actions/projects/split-codings.ts';
import type { Member } from '../../src/domain/permission.ts';
import { redoImport, undoImport } from '../../src/import/undo.ts';
import type { Database } from '../../src/store/client.ts';
import { sharedWork } from '../../src/store/splits.ts';
import { eachDatabase } from '../support/databases.ts';
import { localMember, memberAs } from '../support/desk.ts';
import { workOnImports } from '../support/import-files.ts';
import { importAll, incoming } from '../support/importing.ts';

const TEXTS = ['One ferry sank. Two gulls saw it. Three said so.', 'Four forgot. Five lied.'];

/** Two people's work in the shared codings of two articles, then a project that works apart. */
async function imported(database: Database): Promise<Member> {
  const member = await localMember(database.db);
  const claim = (text: string, words: string, annotator: string) => incoming(text, words, { annotator });
  const [first = '', second = ''] = TEXTS;
  await importAll(database, member, [
    {
      place: 'line 1',
      text: first,
      details: {},
      annotations: [
        claim(first, 'One ferry', 'Ada'),
        claim(first, 'ferry sank', 'Bo'),
        claim(first, 'Two', 'Bo'),
      ],
      codings: [
        {
          kind: 'shared',
          state: 'done',
          marks: [{ place: 'line 1', anchor: { words: 'Three said so.' }, annotator: 'Ada' }],
        },
      ],
    },
    { place: 'line 2', text: second, details: {}, annotations: [claim(second, 'Four', 'Ada')] },
  ]);
  await database.db.project.updateMany({ data: { way: 'apart' } });
  return memberAs(database.db, member.accountId, member.projectId);
}

/** Every coding with something in it: state, sentences that hold nothing, number of coded ones and annotations. */
async function codingsOf({ db }: Database): Promise<string[]> {
  const names = new Map((await db.annotator.findMany()).map(({ id, name }) => [id, name]));
  const order = [...(await db.article.findMany({ orderBy: { id: 'asc' } }))].map(({ id }) => id);
  const marks = await db.sentenceMark.findMany({ orderBy: { sentence: 'asc' } });
  const annotations = await db.annotation.findMany({ where: { deletedAt: null } });
  const said = (await db.coding.findMany()).map(({ articleId, lane, state, codedCount, annotationCount }) => {
    const isHere = (one: { articleId: string; lane: string }) =>
      one.articleId === articleId && one.lane === lane;
    expect(annotations.filter(isHere)).toHaveLength(annotationCount);
    const held = marks.filter(isHere).map(({ sentence }) => sentence);
    return `${order.indexOf(articleId)} ${names.get(lane) ?? lane} ${state} ${held} ${codedCount}/${annotationCount}`;
  });
  return said.sort();
}

const SHARED = ['0 shared done 2 3/3', '1 shared begun  1/1'];
const SPLIT = [
  '0 Ada begun 2 2/1',
  '0 Bo begun  2/2',
  '0 shared todo  0/0',
  '1 Ada begun  1/1',
  '1 shared todo  0/0',
];
const JOINED = [
  '0 Ada todo  0/0',
  '0 Bo todo  0/0',
  '0 shared done 2 3/3',
  '1 Ada todo  0/0',
  '1 shared begun  1/1',
];

eachDatabase((open) => {
  describe('a split by annotator', () => {
    let database: Database;
    let owner: Member;
    beforeEach(async () => {
      database = await open();
      owner = await imported(database);
      expect(await codingsOf(database)).toEqual(SHARED);
    });

    const split = async (isComplete = false) => {
      const id = await splitCodings(database.db, owner, { name: 'Desk', isComplete });
      await workOnImports(database);
      return id;
    };

    test('moves the work of each into their own coding, the annotations the same ones', async () => {
      const before = await database.db.annotation.findMany({ orderBy: { id: 'asc' } });
      expect((await sharedWork(database.db, owner.projectId)).map(Object.values)).toEqual([
        ['Ada', 2, 1],
        ['Bo', 2, 0],
      ]);
      const id = await split();
      expect(await codingsOf(database)).toEqual(SPLIT);
      const after = await database.db.annotation.findMany({ orderBy: { id: 'asc' } });
      const moved = before.map((one) => ({ ...one, lane: one.annotatorId, version: one.version + 1 }));
      expect(after).toEqual(moved);
      expect(await sharedWork(database.db, owner.projectId)).toEqual([]);
      const found = await database.db.import.findUniqueOrThrow({ where: { id } });
      expect([found.state, found.done, found.total]).toEqual(['done', 2, 2]);
      const audited = await database.db.auditEvent.findMany({ where: { action: 'codings-split' } });
      expect(audited.map(({ projectId, details }) => [projectId, details])).toEqual([
        [owner.projectId, { articles: 2 }],
      ]);
      await expect(split()).rejects.toThrow('nothing to split');
    });

    test('is undone and done again as a whole', async () => {
      const id = await split();
      expect(await undoImport(database, owner, id)).toEqual({ removed: 4, kept: 0, articles: 0 });
      expect(await codingsOf(database)).toEqual(JOINED);
      await redoImport(database, owner, id);
      expect(await codingsOf(database)).toEqual(SPLIT);
      await undoImport(database, owner, id);
      expect(await codingsOf(database)).toEqual(JOINED);
    });

    test('finishes the codings where silence means that there is nothing, and opens them again', async () => {
      const id = await split(true);
      expect(await codingsOf(database)).toEqual(SPLIT.map((line) => line.replace('begun', 'done')));
      await undoImport(database, owner, id);
      expect(await codingsOf(database)).toEqual(JOINED);
    });

    test('leaves with its annotator what they changed since', async () => {
      const id = await split();
      const { id: changed } = await database.db.annotation.findFirstOrThrow({ where: { text: 'Four' } });
      await database.db.annotation.update({ where: { id: changed }, data: { note: 'Is that so?' } });
      expect(await undoImport(database, owner, id)).toEqual({ removed: 3, kept: 1, articles: 0 });
      expect(await codingsOf(database)).toEqual([
        ...JOINED.slice(0, 3),
        '1 Ada begun  1/1',
        '1 shared begun  0/0',
      ]);
    });

    test('keeps what somebody has in their own coding already, a mark giving way to an annotation', async () => {
      const { id: ada = '' } = (await database.db.annotator.findFirst({ where: { name: 'Ada' } })) ?? {};
      const { id: articleId } = await database.db.article.findFirstOrThrow({ orderBy: { id: 'asc' } });
      const place = { projectId: owner.projectId, articleId, lane: ada };
      const counts = { claim: 0, quote: 0, statistic: 0 };
      await database.db.coding.create({
        data: { ...place, state: 'begun', counts, codedCount: 2, updatedAt: new Date() },
      });
      for (const sentence of [0, 1])
        await database.db.sentenceMark.create({ data: { ...place, sentence, annotatorId: ada } });
      await split(true);
      expect((await codingsOf(database))[0]).toBe('0 Ada begun 1,2 3/1');
    });

    test('is for owners, and for projects that work apart', async () => {
      const order = { name: 'Desk', isComplete: false };
      for (const member of [
        { ...owner, role: 'adjudicator' as const },
        { ...owner, role: 'coder' as const },
        { ...owner, way: 'together' as const },
      ])
        await expect(splitCodings(database.db, member, order)).rejects.toThrow('Only an owner');
      const id = await split();
      await expect(undoImport(database, { ...owner, role: 'adjudicator' }, id)).rejects.toThrow(
        'Only an owner',
      );
      expect(await codingsOf(database)).toEqual(SPLIT);
    });
  });
});

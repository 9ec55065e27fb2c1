import { beforeAll, describe, expect, test } from 'vitest';
import { finishCoding } from '../../src/actions/finish-coding.ts';
import { loadArticle } from '../../src/actions/load.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { IncomingCoding, IncomingDocument } from '../../src/formats/incoming.ts';
import { redoImport, undoImport } from '../../src/import/undo.ts';
import type { Database } from '../../src/store/client.ts';
import { findImport } from '../../src/store/imports.ts';
import { apartDesk } from '../support/apart.ts';
import { eachDatabase } from '../support/databases.ts';
import { localMember } from '../support/desk.ts';
import { importAll, incoming, linesOf } from '../support/importing.ts';

const TEXT = 'One ferry sank. Two gulls saw it. Three said so. Four forgot.';

/** A claim on the first words of a sentence. */
const claim = (words: string, annotator?: string) => incoming(TEXT, words, { annotator });

/** "Nothing here" on the sentences of these words. */
function nothing(given: Partial<IncomingCoding>, ...sentences: string[]): IncomingCoding {
  const marks = sentences.map((words, at) => ({
    place: `line ${at}`,
    anchor: { words },
    annotator: given.annotator,
  }));
  return { kind: 'own', ...given, marks };
}

const document = (
  annotations: IncomingDocument['annotations'],
  codings: IncomingCoding[] = [],
): IncomingDocument => ({
  place: 'line 1',
  text: TEXT,
  details: {},
  annotations,
  codings,
});

/** Every coding of a database: state, sentences that hold nothing, number of coded ones and annotations. */
async function codingsOf({ db }: Database): Promise<string[]> {
  const names = new Map((await db.annotator.findMany()).map(({ id, name }) => [id, name]));
  const codings = await db.coding.findMany({ orderBy: [{ articleId: 'asc' }, { lane: 'asc' }] });
  const marks = await db.sentenceMark.findMany({ orderBy: { sentence: 'asc' } });
  const said = codings.map(({ articleId, lane, state, codedCount, annotationCount }) => {
    const own = marks.filter((mark) => mark.articleId === articleId && mark.lane === lane);
    return `${names.get(lane) ?? lane} ${state} ${own.map(({ sentence }) => sentence)} ${codedCount}/${annotationCount}`;
  });
  return said.sort();
}

eachDatabase((open) => {
  describe('together', () => {
    let database: Database;
    let member: Member;
    beforeAll(async () => {
      database = await open();
      member = await localMember(database.db);
    });

    test('"nothing here" comes in once, with its state, and goes and comes as the whole import', async () => {
      const whole = document(
        [claim('One ferry', 'Ada')],
        [nothing({ annotator: 'Ada', state: 'done' }, 'Two gulls saw it.', 'Four forgot.')],
      );
      const first = await importAll(database, member, [whole]);
      expect(await codingsOf(database)).toEqual(['shared done 1,3 3/1']);
      const names = await database.db.annotator.findMany({ where: { importedAs: { not: null } } });
      const marks = await database.db.sentenceMark.findMany();
      expect(marks.map(({ annotatorId }) => annotatorId)).toEqual([names[0]?.id, names[0]?.id]);

      const events = await database.db.event.count();
      await importAll(database, member, [whole]);
      expect(await database.db.event.count()).toBe(events);

      await undoImport(database, member, first.importId);
      expect(await codingsOf(database)).toEqual(['shared todo  0/0']);
      await redoImport(database, member, first.importId);
      expect(await codingsOf(database)).toEqual(['shared done 1,3 3/1']);
    });

    test('a sentence that holds an annotation is not marked, nor words that are no sentence', async () => {
      const { importId } = await importAll(database, member, [
        document([], [nothing({}, 'One ferry sank.', 'Three said so.', 'gulls saw', 'No such words.')]),
      ]);
      expect(await codingsOf(database)).toEqual(['shared done 1,2,3 4/1']);
      const lines = await linesOf(database, importId);
      expect(lines.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual(
        expect.arrayContaining([
          expect.stringContaining('refused 1 sentence was not marked'),
          expect.stringContaining('not a whole sentence'),
        ]),
      );
      expect(lines).toHaveLength(3);
      await undoImport(database, member, importId);
      expect(await codingsOf(database)).toEqual(['shared done 1,3 3/1']);
    });
  });

  describe('what silence means', () => {
    test.each([
      [true, 'shared done  1/1'],
      [false, 'shared begun  1/1'],
    ])('complete: %s', async (isComplete, expected) => {
      const database = await open();
      const member = await localMember(database.db);
      const { importId } = await importAll(database, member, [document([claim('One ferry')])], {
        isComplete,
      });
      expect(await codingsOf(database)).toEqual([expected]);
      await undoImport(database, member, importId);
      expect(await codingsOf(database)).toEqual([isComplete ? 'shared todo  0/0' : 'shared begun  0/0']);
    });

    test('an article without a tag in a complete file holds nothing at all', async () => {
      const database = await open();
      await importAll(database, await localMember(database.db), [document([])], { isComplete: true });
      expect(await codingsOf(database)).toEqual(['shared done  0/0']);
    });

    test('what the file says of a coding goes before, and work of others is theirs to finish', async () => {
      const database = await open();
      const member = await localMember(database.db);
      const begun = document([claim('One ferry')], [nothing({ state: 'begun' })]);
      await importAll(database, member, [begun], { isComplete: true });
      expect(await codingsOf(database)).toEqual(['shared begun  1/1']);
      await importAll(database, member, [document([claim('Two gulls')])], { isComplete: true });
      expect(await codingsOf(database)).toEqual(['shared begun  2/2']);
    });
  });

  describe('apart', () => {
    test('everything goes into the codings of the people named, and the import keeps which', async () => {
      const database = await open();
      const { owner, coders } = await apartDesk(database.db, { coders: 1, articles: 0 });
      const { importId } = await importAll(database, owner, [
        document(
          [claim('One ferry', 'Ada'), claim('One ferry', 'Bo')],
          [
            nothing({ annotator: 'Ada', state: 'done' }, 'Two gulls saw it.'),
            nothing({ annotator: 'Bo', state: 'begun' }),
            nothing({ annotator: 'Cy', state: 'done' }),
            nothing({ annotator: 'Dee', state: 'todo' }),
            nothing({ kind: 'final', state: 'done' }, 'Four forgot.'),
          ],
        ),
      ]);
      expect(await codingsOf(database)).toEqual(['Ada done 1 2/1', 'Bo begun  1/1', 'Cy done  0/0']);
      const named = await database.db.annotator.findMany({ where: { importedAs: { not: null } } });
      const found = await findImport(database.db, owner.projectId, importId);
      expect(found?.lanes).toEqual(named.map(({ id }) => id).sort());
      const [coder] = coders;
      if (coder) await expect(undoImport(database, coder, importId)).rejects.toThrow();
      await undoImport(database, owner, importId);
      expect(await codingsOf(database)).toEqual(['Ada todo  0/0', 'Bo begun  0/0', 'Cy todo  0/0']);
    });

    test('what a coder brings in as their own goes into their coding, which they may undo', async () => {
      const database = await open();
      const desk = await apartDesk(database.db, { coders: 1, articles: 1 });
      const [coder] = desk.coders;
      const [articleId = ''] = desk.articleIds;
      if (!coder) throw new Error('nobody codes');
      const { text } = await database.db.articleText.findFirstOrThrow({ where: { articleId } });
      const own = { ...document([], [nothing({ annotator: 'Ada', state: 'done' }, text)]), text, articleId };
      const { importId } = await importAll(database, coder, [own], { annotators: 'me' });
      const found = await findImport(database.db, coder.projectId, importId);
      expect(found?.lanes).toEqual([coder.annotatorId]);
      expect(await codingsOf(database)).toContain('A done 0 1/0');
      await undoImport(database, coder, importId);
      expect(await codingsOf(database)).toContain('A todo  0/0');
      const loaded = await loadArticle(database.db, coder.accountId, articleId);
      await finishCoding(database.db, loaded, 'nothing');
      expect(await codingsOf(database)).toContain('A done 0 1/0');
    });
  });
});

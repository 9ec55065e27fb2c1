import { beforeAll, expect, test } from 'vitest';
import { type AnnotationFilter, NO_FILTER } from '../../src/domain/annotation-filter.ts';
import { sayAnnotator } from '../../src/domain/annotator.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { sightOf } from '../../src/domain/sight.ts';
import {
  type AnnotationOrder,
  countMatching,
  findRows,
  listAnnotations,
} from '../../src/store/annotation-table.ts';
import { listAnnotators } from '../../src/store/annotators.ts';
import type { Database } from '../../src/store/client.ts';
import { speakerNames } from '../../src/store/speakers.ts';
import { change, tag } from '../support/annotating.ts';
import { loadAs, newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { memberAs } from '../support/desk.ts';

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    const { db } = database;
    cast = await makeCast(db);
    const [first, second] = [await newArticle(db, cast.alice), await newArticle(db, cast.alice)];
    const said = (speaker: string) => ({ tag: 'quote' as const, attributes: { ...NO_ATTRIBUTES, speaker } });
    await tag(db, second, 'Nobody told us', said('Wren'));
    await tag(db, first, 'nobody came', said('Abel'));
    const touched = await tag(db, first, 'The ferry');
    await tag(db, await loadAs(cast.bob, db, first), '1,200 people', { tag: 'statistic' });
    await change(db, first, touched, { note: 'Look again' });
    await tag(db, await newArticle(db, cast.charlie), 'a roof', said('Zoe'));
    const deleted = await newArticle(db, cast.alice);
    await tag(db, deleted, 'a roof');
    await db.article.update({ where: { id: deleted.article.id }, data: { deletedAt: new Date() } });
  });

  const list = async (
    order: AnnotationOrder,
    page = 1,
    pageSize = 10,
    filter: Partial<AnnotationFilter> = {},
  ) => {
    const rows = await listAnnotations(
      database,
      sightOf(cast.alice),
      { ...NO_FILTER, ...filter },
      { order, page, pageSize },
    );
    return rows.map(({ annotation }) => annotation.text);
  };

  test.each<[AnnotationOrder, string[]]>([
    ['text', ['The ferry', 'nobody came', '1,200 people', 'Nobody told us']],
    ['changed', ['The ferry', '1,200 people', 'nobody came', 'Nobody told us']],
    ['speaker', ['nobody came', 'Nobody told us', 'The ferry', '1,200 people']],
    ['tag', ['The ferry', 'nobody came', 'Nobody told us', '1,200 people']],
  ])('are sorted by %s', async (order, words) => {
    expect(await list(order)).toEqual(words);
    expect([...(await list(order, 1, 3)), ...(await list(order, 2, 3))]).toEqual(words);
    expect(await list(order, 3, 3)).toEqual([]);
  });

  test.each<[string, () => Partial<AnnotationFilter>, number]>([
    ['all', () => ({}), 4],
    ['a tag', () => ({ tag: 'quote' }), 2],
    ['an annotator', () => ({ annotatorId: cast.bob.annotatorId }), 1],
    ['words', () => ({ words: 'nobody' }), 2],
    ['a speaker', () => ({ speaker: 'wr' }), 1],
    ["somebody else's speaker", () => ({ speaker: 'Zoe' }), 0],
    ['words that are nowhere', () => ({ words: 'roof' }), 0],
  ])('are counted as they are listed: %s', async (_name, filter, total) => {
    const all = { ...NO_FILTER, ...filter() };
    expect(await list('text', 1, 10, filter())).toHaveLength(total);
    expect(await countMatching(database, sightOf(cast.alice), all)).toEqual({ total, hasMore: false });
  });

  test('a row has the names that it shows, and none for another project', async () => {
    const { db } = database;
    const [row] = await listAnnotations(
      database,
      sightOf(cast.alice),
      { ...NO_FILTER, tag: 'statistic' },
      { order: 'text', page: 1, pageSize: 1 },
    );
    expect(row).toMatchObject({
      articleTitle: 'Late again',
      annotator: 'Bob',
      annotation: { tag: 'statistic' },
    });
    expect(await findRows(db, sightOf(cast.charlie), [row?.annotation.id ?? ''])).toEqual([]);
  });

  test('speakers and annotators are those of the project', async () => {
    const { db } = database;
    expect(await speakerNames(db, sightOf(cast.alice))).toEqual(['Abel', 'Wren']);
    const { projectId } = cast.alice;
    const said = async (sight = sightOf(cast.alice)) => (await listAnnotators(db, sight)).map(sayAnnotator);
    expect(await said()).toEqual(['Bob', 'Me']);
    for (const name of ['Bob', 'Nils'])
      await db.annotator.create({ data: { projectId, id: `file-${name}`, name, importedAs: name } });
    expect(await said()).toEqual(['Bob', 'Me']);
    const { fields: _, ...row } = await db.annotation.findFirstOrThrow({ where: { projectId } });
    for (const name of ['Bob', 'Nils']) {
      const own = { id: `by-${name}`, annotatorId: `file-${name}`, parts: row.parts ?? [] };
      await db.annotation.create({ data: { ...row, ...own } });
    }
    expect(await said()).toEqual(['Bob', 'Bob (from files)', 'Me', 'Nils']);
  });

  test('apart, only those are listed whose work may be seen, and the letter of each is the same everywhere', async () => {
    const { db } = database;
    const { projectId } = cast.alice;
    await db.project.update({ where: { id: projectId }, data: { way: 'apart' } });
    const [alice, bob, rita] = await Promise.all(
      [cast.alice, cast.bob, cast.rita].map(({ accountId }) => memberAs(db, accountId, projectId)),
    );
    if (!alice || !bob || !rita) throw new Error('somebody is missing');
    const all = await listAnnotators(db, sightOf(alice));
    expect(all.map(({ id }) => id)).toContain(rita.annotatorId);
    const [own, ...others] = await listAnnotators(db, sightOf(bob));
    expect([own?.id, others]).toEqual([bob.annotatorId, []]);
    expect(own?.name).toMatch(/^[A-Z]$/);
    expect(await listAnnotators(db, sightOf(rita))).toEqual([]);
    const named = await listAnnotators(db, sightOf({ ...bob, showsNames: true }));
    expect(named.map(({ name }) => name)).toEqual(['Bob']);
    const lettered = await listAnnotators(db, sightOf({ ...bob, isBlind: false }));
    expect(lettered.find(({ id }) => id === bob.annotatorId)?.name).toBe(own?.name);
    const letters = lettered.map(({ name }) => name);
    expect(letters).toEqual(letters.toSorted());
    expect(new Set(letters).size).toBe(all.length);
  });
});

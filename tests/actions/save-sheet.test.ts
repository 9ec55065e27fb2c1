import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { type SheetMark, saveSheet } from '../../src/actions/save-sheet.ts';
import { undo } from '../../src/actions/undo.ts';
import { ForbiddenError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { tag, tagParts } from '../support/annotating.ts';
import { loadAs, newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  let article: LoadedArticle;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });
  beforeEach(async () => {
    article = await newArticle(db, cast.alice);
  });

  const row = (sentence: number, seen: SheetMark[], ticked: SheetMark[]) => ({
    sentence,
    seen: new Set(seen),
    ticked: new Set(ticked),
  });
  const save = async (...rows: ReturnType<typeof row>[]) =>
    (await saveSheet(db, article, rows)).saved.changes;
  const sentence = (index: number) => article.text.sentences[index] ?? { start: 0, end: 0 };
  /** The tags and marks of the article, in the order of the text. */
  async function work(): Promise<string[]> {
    const { annotations, marks } = await workIn(db, article.article.id);
    expect(await storedCounts(db, article.article.id)).toEqual(await recount(db, article.text));
    return [
      ...annotations.toSorted((a, b) => a.start - b.start).map((one) => `${one.tag} ${one.text}`),
      ...marks.map((mark) => `nothing ${mark.sentence}`),
    ];
  }

  test('saves what was ticked as one step', async () => {
    await save(row(0, [], ['claim', 'quote']), row(1, [], ['nothing']), row(2, [], []));
    const words = article.text.text.slice(sentence(0).start, sentence(0).end);
    expect((await work()).sort()).toEqual([`claim ${words}`, 'nothing 1', `quote ${words}`]);
    await undo(db, article, 'undo');
    expect(await work()).toEqual([]);
  });

  test('takes away what was unticked, the person’s own whole sentence alone', async () => {
    await save(row(0, [], ['claim']));
    await tag(db, article, 'The ferry', { tag: 'claim' });
    await tagParts(db, await loadAs(cast.bob, db, article), [sentence(0)], { tag: 'claim' });
    await save(row(0, ['claim'], []));
    const { annotations } = await workIn(db, article.article.id);
    expect(annotations.map(({ text, annotatorId }) => [text === 'The ferry', annotatorId])).toEqual([
      [true, cast.alice.annotatorId],
      [false, cast.bob.annotatorId],
    ]);
  });

  test('passes over what is as it is wanted already', async () => {
    await save(row(0, [], ['claim']), row(1, [], ['nothing']));
    const before = await work();
    expect(await save(row(0, [], ['claim']), row(1, [], ['nothing']))).toEqual([]);
    expect(await save(row(2, ['quote'], []), row(3, ['nothing'], []))).toEqual([]);
    expect(await work()).toEqual(before);
  });

  test('the same form twice at once makes nothing twice', async () => {
    await Promise.all([save(row(0, [], ['claim'])), save(row(0, [], ['claim']))]);
    expect(await work()).toHaveLength(1);
  });

  test('leaves boxes that the person did not change as others left them meanwhile', async () => {
    await save(row(0, [], ['claim', 'quote']), row(1, [], ['nothing']));
    // A page from before that, on which the person only unticked a statistic and ticked one elsewhere.
    await save(row(0, ['statistic'], []), row(1, ['quote'], []), row(2, [], ['statistic']));
    expect((await work()).map((one) => one.split(' ')[0]).sort()).toEqual([
      'claim',
      'nothing',
      'quote',
      'statistic',
    ]);
  });

  test('a tag ticked takes “nothing here” away, also where that was marked meanwhile', async () => {
    await save(row(0, [], ['nothing']));
    await save(row(0, [], ['claim']));
    expect((await work()).map((one) => one.split(' ')[0])).toEqual(['claim']);
  });

  test('“nothing here” takes away the tags unticked with it', async () => {
    await save(row(0, [], ['claim']));
    await save(row(0, ['claim'], ['nothing']));
    expect(await work()).toEqual(['nothing 0']);
  });

  test('“nothing here” beside a tag is refused for that sentence, and the others are saved', async () => {
    await tag(db, article, 'The ferry');
    const rows = [row(0, [], ['nothing']), row(1, [], ['nothing', 'claim']), row(2, [], ['quote'])];
    const { problems, saved } = await saveSheet(db, article, rows);
    expect([...problems.keys()]).toEqual([0, 1]);
    expect(saved.changes).toHaveLength(1);
    const words = article.text.text.slice(sentence(2).start, sentence(2).end);
    expect(await work()).toEqual(['claim The ferry', `quote ${words}`]);
  });

  test('under one name is saved once, though it was undone since', async () => {
    const named = { ...article, requestKey: '0198c2f4-0000-7000-8000-000000000001' };
    await saveSheet(db, named, [row(0, [], ['claim'])]);
    await undo(db, article, 'undo');
    await saveSheet(db, named, [row(0, [], ['claim'])]);
    expect(await work()).toEqual([]);
  });

  test('sentences that are not there are passed over', async () => {
    expect(
      await save(row(999, [], ['claim']), row(-1, [], ['claim']), row(Number.NaN, [], ['nothing'])),
    ).toEqual([]);
  });

  test('a reader is refused', async () => {
    const asRita = await loadAs(cast.rita, db, article);
    await expect(saveSheet(db, asRita, [row(0, [], ['claim'])])).rejects.toThrow(ForbiddenError);
  });
});

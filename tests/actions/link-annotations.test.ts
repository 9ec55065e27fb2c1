import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SavedAnnotation } from '../../src/actions/add-annotation.ts';
import { linkAnnotations, unlinkAnnotations } from '../../src/actions/link-annotations.ts';
import { type LoadedArticle, loadArticle } from '../../src/actions/load.ts';
import { linksOf } from '../../src/actions/read-links.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { undo } from '../../src/actions/undo.ts';
import { CannotUndoError, ForbiddenError, InvalidInputError } from '../../src/domain/errors.ts';
import { LINK_KINDS, type LinkKind } from '../../src/domain/link.ts';
import type { Db } from '../../src/store/client.ts';
import { change, loadedAnnotation, tag } from '../support/annotating.ts';
import { loadAs, newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { sentStatements } from '../support/statements.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  let alices: LoadedArticle;
  let bobs: LoadedArticle;
  let claim: SavedAnnotation;
  let figure: SavedAnnotation;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });
  beforeEach(async () => {
    alices = await newArticle(db, cast.alice);
    bobs = await loadAs(cast.bob, db, alices);
    claim = await tag(db, alices, 'was late');
    figure = await tag(db, alices, '40 cups', { tag: 'statistic' });
  });

  const idOf = ({ annotation }: SavedAnnotation) => annotation.id;
  const link = async (from: SavedAnnotation, to: SavedAnnotation, kind: string = 'rests_on', by = alices) =>
    linkAnnotations(db, await loadedAnnotation(db, by, from), { kind, toId: idOf(to) });
  const unlink = async (from: SavedAnnotation, to: SavedAnnotation, kind: LinkKind, at = from) =>
    unlinkAnnotations(db, await loadedAnnotation(db, alices, at), {
      fromId: idOf(from),
      toId: idOf(to),
      kind,
    });
  const remove = async (saved: SavedAnnotation, by = alices) => {
    const loaded = await loadedAnnotation(db, by, saved);
    return removeAnnotation(db, loaded, loaded.annotation.version);
  };
  const back = (which: 'undo' | 'redo' = 'undo', by = alices) => undo(db, by, which);
  const rows = () =>
    db.link.findMany({
      where: { articleId: alices.article.id },
      select: { fromId: true, toId: true, kind: true, lane: true, projectId: true },
      orderBy: { kind: 'asc' },
    });
  const kinds = async () => (await rows()).map(({ kind }) => kind);
  const row = (kind: LinkKind) => ({
    fromId: idOf(claim),
    toId: idOf(figure),
    kind,
    lane: 'shared',
    projectId: alices.article.projectId,
  });

  test.each(LINK_KINDS)('links by %s as a step that is undone and redone', async (kind) => {
    const saved = await link(claim, figure, kind);
    expect(saved.coding.hasLinks).toBe(true);
    expect(await rows()).toEqual([row(kind)]);
    await back();
    expect(await rows()).toEqual([]);
    await back('redo');
    expect(await rows()).toEqual([row(kind)]);
  });

  test('shows a link from both ends, with the words of the other', async () => {
    await link(claim, figure, 'contradicts');
    const now = await loadArticle(db, cast.alice.accountId, alices.article.id);
    const seen = await linksOf(db, now, now.coding);
    expect(seen.get(idOf(claim))).toMatchObject([
      { isFrom: true, other: { text: '40 cups', tag: 'statistic' } },
    ]);
    expect(seen.get(idOf(figure))).toMatchObject([
      { isFrom: false, other: { text: 'was late', tag: 'claim' } },
    ]);
  });

  test.each([
    ['to itself', { kind: 'repeats', self: true }, 'to'],
    ['to nothing', { kind: 'repeats', toId: '' }, 'to'],
    ['to what is not there', { kind: 'repeats', toId: '0190a0a0-0000-7000-8000-000000000000' }, 'to'],
    ['by no kind', { kind: '' }, 'kind'],
    ['by an unknown kind', { kind: 'toString' }, 'kind'],
  ])('refuses a link %s beside its field', async (_what, { self, ...draft }: Draft, field) => {
    const toId = self ? idOf(claim) : (draft.toId ?? idOf(figure));
    const loaded = await loadedAnnotation(db, alices, claim);
    const refused = linkAnnotations(db, loaded, { kind: draft.kind, toId }).catch((error) => error);
    expect(await refused).toBeInstanceOf(InvalidInputError);
    expect(Object.keys((await refused).fields)).toEqual([field]);
    expect(await rows()).toEqual([]);
  });

  test('refuses the same link twice, and what is mutual the other way round', async () => {
    await link(claim, figure, 'contradicts');
    await expect(link(claim, figure, 'contradicts')).rejects.toThrow(InvalidInputError);
    await expect(link(figure, claim, 'contradicts')).rejects.toThrow(InvalidInputError);
    await link(claim, figure, 'repeats');
    await link(figure, claim, 'repeats');
    expect(await kinds()).toEqual(['contradicts', 'repeats', 'repeats']);
  });

  test('refuses an annotation of another article', async () => {
    const other = await tag(db, await newArticle(db, cast.alice), 'a roof');
    await expect(link(claim, other)).rejects.toThrow(InvalidInputError);
    await expect(link(other, claim)).rejects.toThrow(InvalidInputError);
  });

  test('lets a reader link and unlink nothing', async () => {
    await link(claim, figure);
    const loaded = await loadedAnnotation(db, alices, claim);
    const reading = { ...loaded, member: { ...loaded.member, role: 'reader' as const } };
    const draft = { kind: 'repeats', toId: idOf(figure) };
    await expect(linkAnnotations(db, reading, draft)).rejects.toThrow(ForbiddenError);
    const { fromId, toId } = row('rests_on');
    const made = { fromId, toId, kind: 'rests_on' as const };
    await expect(unlinkAnnotations(db, reading, made)).rejects.toThrow(ForbiddenError);
    expect(await kinds()).toEqual(['rests_on']);
  });

  test('takes a link away at either end, once', async () => {
    await link(claim, figure);
    await link(claim, figure, 'repeats');
    await unlink(claim, figure, 'rests_on');
    await unlink(claim, figure, 'repeats', figure);
    expect(await rows()).toEqual([]);
    expect((await unlink(claim, figure, 'repeats')).changes).toEqual([]);
    await back();
    expect(await kinds()).toEqual(['repeats']);
  });

  test('takes no link away that is not the annotation’s', async () => {
    await link(claim, figure);
    const third = await tag(db, alices, 'a roof');
    await expect(unlink(claim, figure, 'rests_on', third)).rejects.toThrow(InvalidInputError);
    expect(await kinds()).toEqual(['rests_on']);
  });

  describe('an annotation that is deleted', () => {
    test.each(['its beginning', 'its end'])('takes a link along at %s, and brings it back', async (which) => {
      await link(claim, figure);
      await link(figure, claim, 'repeats');
      const saved = await remove(which === 'its end' ? figure : claim);
      expect(saved.changes.map(({ subject }) => subject).sort()).toEqual(['annotation', 'link', 'link']);
      expect(await rows()).toEqual([]);
      await back();
      expect(await kinds()).toEqual(['repeats', 'rests_on']);
      await back('redo');
      expect(await rows()).toEqual([]);
    });

    test('leaves the links of others', async () => {
      const third = await tag(db, alices, 'a roof');
      await link(claim, figure);
      await link(third, claim, 'repeats');
      await remove(third);
      expect(await rows()).toEqual([row('rests_on')]);
    });

    test('comes back without a link whose other end somebody has deleted', async () => {
      await link(claim, figure);
      await remove(claim);
      await remove(figure, bobs);
      await back();
      expect(await rows()).toEqual([]);
      expect((await loadedAnnotation(db, alices, claim)).annotation.text).toBe('was late');
    });

    test('goes with one undo where it was linked after it was made', async () => {
      const third = await tag(db, alices, 'a roof');
      await link(third, claim, 'repeats', bobs);
      await back();
      expect(await rows()).toEqual([]);
      await expect(loadedAnnotation(db, alices, third)).rejects.toThrow();
      await back('redo');
      expect((await loadedAnnotation(db, alices, third)).annotation.text).toBe('a roof');
    });
  });

  test('keeps links when an annotation is edited or becomes another kind of thing', async () => {
    await link(claim, figure);
    await change(db, alices, claim, { note: 'x' });
    await change(db, alices, claim, {}, 'quote');
    expect(await rows()).toEqual([row('rests_on')]);
  });

  test('undoes no link that somebody else has taken away', async () => {
    await link(claim, figure);
    const loaded = await loadedAnnotation(db, bobs, claim);
    const made = { fromId: idOf(claim), toId: idOf(figure), kind: 'rests_on' as const };
    await unlinkAnnotations(db, loaded, made);
    await expect(back()).rejects.toThrow(CannotUndoError);
  });

  test('does the same request twice only once', async () => {
    const requestKey = '0190a0a0-1111-7000-8000-000000000001';
    const loaded = { ...(await loadedAnnotation(db, alices, claim)), requestKey };
    const draft = { kind: 'rests_on', toId: idOf(figure) };
    await linkAnnotations(db, loaded, draft);
    const again = await linkAnnotations(db, loaded, draft);
    expect(again.changes).toEqual([]);
    expect(again.shown.map(({ subject }) => subject)).toEqual(['link']);
    expect(await rows()).toEqual([row('rests_on')]);
  });

  test('asks nothing about links where nothing was ever linked', async () => {
    const asked = sentStatements().length;
    await change(db, alices, claim, { note: 'x' });
    await remove(claim);
    await back();
    const now = await loadArticle(db, cast.alice.accountId, alices.article.id);
    await linksOf(db, now, now.coding);
    expect(
      sentStatements()
        .slice(asked)
        .filter((statement) => statement.includes('"Link"')),
    ).toEqual([]);
  });
});

interface Draft {
  readonly kind: string;
  readonly toId?: string;
  readonly self?: boolean;
}

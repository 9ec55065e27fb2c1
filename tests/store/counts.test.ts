import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { editAnnotation } from '../../src/actions/edit-annotation.ts';
import { type LoadedArticle, loadAnnotation } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { undo } from '../../src/actions/undo.ts';
import { orderParts, wordsOf } from '../../src/domain/annotation.ts';
import { keepFor, NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { AppError } from '../../src/domain/errors.ts';
import { BUILT_IN_TAGS, type Tag } from '../../src/domain/tag.ts';
import type { Db } from '../../src/store/client.ts';
import { readStanding } from '../../src/store/standing.ts';
import { tagParts } from '../support/annotating.ts';
import { FERRY, loadAs, newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

const LENGTH = FERRY.length;

interface Act {
  readonly what: 'add' | 'edit' | 'move' | 'remove' | 'mark' | 'undo' | 'redo';
  /** Which annotation, of those that are there. */
  readonly which: number;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
  readonly tag: Tag;
  readonly note: string | null;
}

const parts = fc.array(
  fc.tuple(fc.nat(LENGTH - 2), fc.integer({ min: 1, max: 120 })).map(([start, length]) => ({
    start,
    end: Math.min(LENGTH, start + length),
  })),
  { minLength: 1, maxLength: 3 },
);

const acts = (...whats: Act['what'][]): fc.Arbitrary<Act> =>
  fc.record({
    what: fc.constantFrom(...whats),
    which: fc.nat(20),
    parts,
    tag: fc.constantFrom(...BUILT_IN_TAGS),
    note: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 })),
  });

/**
 * Does what a person asks for; false where it was refused, as when a part cuts a character or holds no words.
 */
async function act(db: Db, loaded: LoadedArticle, asked: Act): Promise<boolean> {
  try {
    return await attempt(db, loaded, asked);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function attempt(
  db: Db,
  loaded: LoadedArticle,
  { what, which, parts, tag, note }: Act,
): Promise<boolean> {
  const { member, text } = loaded;
  if (what === 'undo' || what === 'redo') {
    await undo(db, loaded, what);
    return true;
  }
  if (what === 'mark') {
    const [span] = parts;
    return span !== undefined && (await toggleNothingHere(db, loaded, span)).changes.length > 0;
  }
  const attributes = { ...NO_ATTRIBUTES, note: note?.trim() || null };
  if (what === 'add') {
    await tagParts(db, loaded, parts, { tag, attributes });
    return true;
  }
  const whole = { start: 0, end: text.text.length };
  const { annotations: there } = await readStanding(db, loaded, whole);
  const chosen = there[which % Math.max(1, there.length)];
  if (!chosen) return false;
  const now = await loadAnnotation(db, member.accountId, chosen.id);
  const { version } = now.annotation;
  if (what === 'remove') return (await removeAnnotation(db, now, version)).changes.length > 0;
  const edit =
    what === 'move'
      ? { place: { how: 'replace' as const, parts, seen: wordsOf(text.text, orderParts(parts, LENGTH)) } }
      : { tag, attributes: keepFor(tag, attributes) };
  return (await editAnnotation(db, now, { version, ...edit })).changes.length > 0;
}

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });

  test('counts stay right whatever two people do', async () => {
    const steps = fc.array(
      fc.tuple(fc.boolean(), acts('add', 'add', 'edit', 'move', 'remove', 'mark', 'mark', 'undo', 'redo')),
      { minLength: 5, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (asked) => {
        const alices = await newArticle(db, cast.alice);
        const bobs = await loadAs(cast.bob, db, alices);
        for (const [isAlice, one] of asked) {
          await act(db, isAlice ? alices : bobs, one);
          expect(await storedCounts(db, alices.article.id)).toEqual(await recount(db, alices.text));
        }
      }),
      { numRuns: 10 },
    );
  });

  test('undoing everything takes every change away, one by one, and redoing brings each back', async () => {
    const steps = fc.array(acts('add', 'add', 'edit', 'move', 'remove', 'mark'), {
      minLength: 4,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (asked) => {
        const article = await newArticle(db, cast.alice);
        const states = [await stateOf(db, article)];
        for (const one of asked) if (await act(db, article, one)) states.push(await stateOf(db, article));
        const again = [...states];
        for (const state of states.toReversed().slice(1)) {
          expect(await attempt(db, article, { ...UNDO, what: 'undo' })).toBe(true);
          expect(await stateOf(db, article)).toEqual(state);
        }
        expect(await stateOf(db, article)).toMatchObject({ annotations: [], marks: [] });
        expect(await act(db, article, UNDO)).toBe(false);
        for (const state of again.slice(1)) {
          expect(await attempt(db, article, { ...UNDO, what: 'redo' })).toBe(true);
          expect(await stateOf(db, article)).toEqual(state);
        }
        expect(await act(db, article, { ...UNDO, what: 'redo' })).toBe(false);
      }),
      { numRuns: 10 },
    );
  });
});

const UNDO: Act = { what: 'undo', which: 0, parts: [], tag: 'claim', note: null };

async function stateOf(db: Db, { text }: LoadedArticle) {
  return { ...(await workIn(db, text.articleId)), counts: await storedCounts(db, text.articleId) };
}

import { beforeAll, describe, expect, test } from 'vitest';
import { finishFinal, reopenFinal, unlockCoding } from '../../../src/actions/adjudication/close.ts';
import {
  acceptAgreed,
  decide,
  type SeenCase,
  type Verdict,
} from '../../../src/actions/adjudication/decide.ts';
import { readCases, wholeOf } from '../../../src/actions/adjudication/read-cases.ts';
import { undoAdjudication, withdrawDecision } from '../../../src/actions/adjudication/withdraw.ts';
import { finishCoding, reopenCoding } from '../../../src/actions/finish-coding.ts';
import { type LoadedArticle, loadArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { membersOf } from '../../../src/domain/case.ts';
import { sourcesOf } from '../../../src/domain/decision.ts';
import {
  CannotUndoError,
  CodingDoneError,
  EditConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  UndecidedError,
} from '../../../src/domain/errors.ts';
import { BUILT_IN_TAGS } from '../../../src/domain/tag.ts';
import type { Db } from '../../../src/store/client.ts';
import { codeArticle, loadFinal } from '../../support/adjudicating.ts';
import { change } from '../../support/annotating.ts';
import { type ApartDesk, apartDesk } from '../../support/apart.ts';
import { placeOf } from '../../support/articles.ts';
import { eachDatabase } from '../../support/databases.ts';
import { importText } from '../../support/desk.ts';

const [CLAIM, QUOTE = CLAIM] = BUILT_IN_TAGS;
const STORY = `The night ferry was late. Nobody told us, said Ines Okafor. The quay has no roof. It rained.`;
const LATE = 'The night ferry was late.';
const TOLD = 'Nobody told us, said Ines Okafor.';
const ROOF = 'The quay has no roof.';

eachDatabase((open, name) => {
  let db: Db;
  let desk: ApartDesk;
  let made = 0;

  beforeAll(async () => {
    db = (await open()).db;
    desk = await apartDesk(db, { coders: 2, articles: 0 });
  });

  /** A new article that A and B have coded: they agree on one case, differ on one, and one is A's alone. */
  async function coded(): Promise<LoadedArticle> {
    made += 1;
    const { article } = await importText(db, desk.owner, `${STORY}\n\nCopy ${made} on ${name}.`);
    const [a, b] = desk.coders;
    if (!a || !b) throw new Error('two coders');
    const of = (tag: typeof CLAIM, words: string) => ({ tag, words });
    await codeArticle(db, a, article.id, [of(CLAIM, LATE), of(CLAIM, TOLD), of(CLAIM, ROOF)]);
    await codeArticle(db, b, article.id, [of(CLAIM, LATE), of(QUOTE, TOLD)]);
    return loadFinal(db, desk.owner, article.id);
  }

  const read = async (loaded: LoadedArticle) => readCases(db, loaded, 'done');

  async function seen(loaded: LoadedArticle, index: number): Promise<SeenCase & { readonly ids: string[] }> {
    const one = (await read(loaded)).cases[index];
    if (!one) throw new RangeError(`no case ${index}`);
    const members = membersOf(one);
    const over = one.decisions.map(({ id }) => id);
    return { sources: sourcesOf(members), over, included: 'done', ids: members.map(({ id }) => id) };
  }

  async function decideOn(loaded: LoadedArticle, index: number, verdict: (ids: string[]) => Verdict) {
    const { ids, ...one } = await seen(loaded, index);
    return decide(db, await anew(loaded), one, verdict(ids));
  }

  const anew = ({ article, member }: LoadedArticle) => loadFinal(db, member, article.id);
  const take =
    (...which: number[]) =>
    (ids: string[]): Verdict => ({
      kind: 'take',
      ids: which.map((at) => ids[at] ?? ''),
    });

  /** What stands in the final coding: tag and words of each. */
  async function final(loaded: LoadedArticle): Promise<string[]> {
    const { annotations } = await wholeOf(db, loaded);
    return annotations.map(({ tag, text }) => `${tag}: ${text}`);
  }

  const states = async (loaded: LoadedArticle) => (await read(loaded)).cases.map(({ state }) => state);

  describe(`cases on ${name}`, () => {
    test('stand in text order with the members of each coder', async () => {
      const { cases, coders, counts } = await read(await coded());
      expect(coders.map(({ coding }) => coding.coderId)).toEqual(
        desk.coders.map(({ annotatorId }) => annotatorId).sort(),
      );
      expect(cases.map(({ members }) => members.filter(Boolean).length)).toEqual([2, 2, 1]);
      expect(counts).toEqual({ cases: 3, decided: 0 });
    });

    test('are made of codings that are done, or of begun ones where these are asked for', async () => {
      const loaded = await coded();
      const [a] = desk.coders;
      const { cases: before } = await read(loaded);
      const [first] = before[2]?.members.filter((member) => member !== null) ?? [];
      const lane = first?.lane ?? '';
      await unlockCoding(db, loaded, lane);
      const { cases, leftOut } = await read(loaded);
      expect(cases).toHaveLength(2);
      expect(leftOut.map(({ coding }) => coding.coderId)).toEqual([a?.annotatorId]);
      expect((await readCases(db, loaded, 'begun')).cases).toHaveLength(3);
    });
  });

  describe(`deciding on ${name}`, () => {
    test('takes one coder’s, several, none, or what is written anew, and says how', async () => {
      const loaded = await coded();
      await decideOn(loaded, 0, take(0));
      await decideOn(loaded, 1, take(0, 1));
      await decideOn(loaded, 2, () => ({ kind: 'none' }));
      expect(await states(loaded)).toEqual(['decided', 'decided', 'decided']);
      expect((await final(loaded)).toSorted()).toEqual(
        [`${CLAIM}: ${LATE}`, `${CLAIM}: ${TOLD}`, `${QUOTE}: ${TOLD}`].sort(),
      );
      const { cases, counts } = await read(loaded);
      expect(cases.map(({ decisions: [one] }) => one?.kind)).toEqual(['agreed', 'several', 'none']);
      expect(counts).toEqual({ cases: 3, decided: 3 });
    });

    test('writes a new one over the words that were seen, and refuses others', async () => {
      const loaded = await coded();
      const write = (seenWords: string) => (): Verdict => ({
        kind: 'write',
        tag: CLAIM,
        parts: [placeOf(STORY, 'no roof')],
        seen: seenWords,
        attributes: NO_ATTRIBUTES,
        answers: null,
      });
      await expect(decideOn(loaded, 2, write('a roof'))).rejects.toThrow();
      expect(await final(loaded)).toEqual([]);
      await decideOn(loaded, 2, write('no roof'));
      expect(await final(loaded)).toEqual([`${CLAIM}: no roof`]);
    });

    test('merges fields of several into one', async () => {
      const loaded = await coded();
      const [a] = desk.coders;
      if (!a) throw new Error('a coder');
      const { cases } = await read(loaded);
      const own = cases[0]?.members.find((member) => member?.annotatorId === a.annotatorId);
      if (!own) throw new Error('an annotation of A');
      await unlockCoding(db, loaded, own.lane);
      const ofCoder = await loadArticle(db, a.accountId, loaded.article.id);
      await change(db, ofCoder, { annotation: own }, { speaker: 'Ines Okafor' });
      await finishCoding(db, await loadArticle(db, a.accountId, loaded.article.id), 'nothing');
      const members = membersOf((await read(loaded)).cases[0] ?? { members: [] });
      const other = members.find(({ id }) => id !== own.id);
      await decideOn(loaded, 0, () => ({
        kind: 'merge',
        base: other?.id ?? '',
        fields: { speaker: own.id },
        answers: {},
      }));
      const [result] = (await wholeOf(db, loaded)).annotations;
      expect(result).toMatchObject({
        speaker: 'Ines Okafor',
        lane: 'final',
        annotatorId: desk.owner.annotatorId,
      });
    });

    test('never changes what coders have made', async () => {
      const loaded = await coded();
      const before = (await read(loaded)).coders.map(({ annotations }) => annotations);
      await decideOn(loaded, 1, take(0));
      expect((await read(loaded)).coders.map(({ annotations }) => annotations)).toEqual(before);
    });

    test('again replaces what was decided before, in one step', async () => {
      const loaded = await coded();
      await decideOn(loaded, 1, take(0));
      await decideOn(loaded, 1, take(1));
      expect(await final(loaded)).toHaveLength(1);
      await undoAdjudication(db, await anew(loaded), 'undo');
      expect(await states(loaded)).toEqual(['open', 'decided', 'open']);
      expect(await final(loaded)).toHaveLength(1);
    });

    test('refuses a case that was seen otherwise, or that somebody has decided meanwhile', async () => {
      const loaded = await coded();
      const { ids, ...before } = await seen(loaded, 1);
      const changed = {
        ...before,
        sources: before.sources.map(([id, version]) => [id, version + 1] as const),
      };
      const none: Verdict = { kind: 'none' };
      await expect(decide(db, loaded, changed, none)).rejects.toThrow(EditConflictError);
      await decide(db, loaded, before, take(0)(ids));
      await expect(decide(db, await anew(loaded), before, none)).rejects.toThrow(EditConflictError);
      expect(await states(loaded)).toEqual(['open', 'decided', 'open']);
    });

    test('asks for something to take, of this case', async () => {
      const loaded = await coded();
      await expect(decideOn(loaded, 0, () => ({ kind: 'take', ids: [] }))).rejects.toThrow(InvalidInputError);
      const { ids } = await seen(loaded, 2);
      await expect(decideOn(loaded, 0, () => take(0)(ids))).rejects.toThrow(InvalidInputError);
    });

    test('sent twice is done once', async () => {
      const loaded = { ...(await coded()), requestKey: crypto.randomUUID() };
      const { ids, ...one } = await seen(loaded, 0);
      await decide(db, loaded, one, take(0)(ids));
      await decide(db, loaded, one, take(0)(ids));
      expect(await final(loaded)).toHaveLength(1);
    });

    test('by two at once is done by one of them', async () => {
      const loaded = await coded();
      const { ids, ...one } = await seen(loaded, 1);
      const both = await Promise.allSettled([
        decide(db, loaded, one, take(0)(ids)),
        decide(db, loaded, one, take(1)(ids)),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await final(loaded)).toHaveLength(1);
    });
  });

  describe(`accepting what all agree on, on ${name}`, () => {
    test('is one step, and undo takes all of it back', async () => {
      const loaded = await coded();
      await acceptAgreed(db, loaded, 'done');
      expect(await states(loaded)).toEqual(['decided', 'open', 'open']);
      await undoAdjudication(db, await anew(loaded), 'undo');
      expect(await states(loaded)).toEqual(['open', 'open', 'open']);
      expect(await final(loaded)).toEqual([]);
      await undoAdjudication(db, await anew(loaded), 'redo');
      expect(await states(loaded)).toEqual(['decided', 'open', 'open']);
    });

    test('leaves alone what was decided otherwise', async () => {
      const loaded = await coded();
      await decideOn(loaded, 0, () => ({ kind: 'none' }));
      await acceptAgreed(db, await anew(loaded), 'done');
      expect(await final(loaded)).toEqual([]);
    });
  });

  describe(`taking a decision back on ${name}`, () => {
    test('takes that one, whatever was decided since, and can be undone', async () => {
      const loaded = await coded();
      await decideOn(loaded, 0, take(0));
      await decideOn(loaded, 1, take(0));
      const decision = (await read(loaded)).cases[0]?.decisions[0];
      await withdrawDecision(db, await anew(loaded), decision?.id ?? '');
      expect(await states(loaded)).toEqual(['open', 'decided', 'open']);
      await undoAdjudication(db, await anew(loaded), 'undo');
      expect(await states(loaded)).toEqual(['decided', 'decided', 'open']);
      await expect(withdrawDecision(db, await anew(loaded), 'nowhere')).rejects.toThrow(NotFoundError);
    });
  });

  describe(`the final coding on ${name}`, () => {
    test('is done once every case is decided; the rest then holds nothing, and undo opens it', async () => {
      const loaded = await coded();
      await acceptAgreed(db, loaded, 'done');
      await expect(finishFinal(db, await anew(loaded))).rejects.toThrow(UndecidedError);
      await decideOn(loaded, 1, take(1));
      await decideOn(loaded, 2, () => ({ kind: 'none' }));
      const { coding } = await finishFinal(db, await anew(loaded));
      expect(coding).toMatchObject({ state: 'done', counts: { coded: coding.counts.sentences } });
      await expect(decideOn(loaded, 0, () => ({ kind: 'none' }))).rejects.toThrow(CodingDoneError);
      const { coding: opened } = await undoAdjudication(db, await anew(loaded), 'undo');
      expect(opened.state).toBe('begun');
    });

    test('that was opened takes decisions on sentences that held nothing', async () => {
      const loaded = await coded();
      for (const at of [0, 1, 2]) await decideOn(loaded, at, () => ({ kind: 'none' }));
      await finishFinal(db, await anew(loaded));
      await reopenFinal(db, await anew(loaded));
      await decideOn(loaded, 2, take(0));
      const { annotations, marks } = await wholeOf(db, loaded);
      expect(annotations).toHaveLength(1);
      expect(marks.map(({ sentence }) => sentence)).not.toContain(2);
    });

    test('keeps how many cases there are, and how many are decided', async () => {
      const loaded = await coded();
      await decideOn(loaded, 0, take(0));
      const where = { articleId_lane: { articleId: loaded.article.id, lane: 'final' } };
      const kept = async () => {
        const { caseCount, decidedCount } = await db.coding.findUniqueOrThrow({ where });
        return [caseCount, decidedCount];
      };
      expect(await kept()).toEqual([3, 1]);
      await undoAdjudication(db, await anew(loaded), 'undo');
      expect(await kept()).toEqual([3, 0]);
    });
  });

  describe(`unlocking a coding on ${name}`, () => {
    test('lets its coder change it, which they could not, and makes what rests on it stale', async () => {
      const loaded = await coded();
      const [, b] = desk.coders;
      if (!b) throw new Error('two coders');
      await acceptAgreed(db, loaded, 'done');
      await decideOn(loaded, 1, take(1));
      await decideOn(loaded, 2, () => ({ kind: 'none' }));
      await finishFinal(db, await anew(loaded));
      const own = () => loadArticle(db, b.accountId, loaded.article.id);
      await expect(reopenCoding(db, await own())).rejects.toThrow(CannotUndoError);
      await unlockCoding(db, await anew(loaded), b.annotatorId);
      expect((await own()).coding.state).toBe('begun');
      expect((await anew(loaded)).coding.state).toBe('begun');
      await finishCoding(db, await own(), 'nothing');
      expect(await states(loaded)).toEqual(['stale', 'stale', 'decided']);
      // What was done before it cannot be taken back over it.
      await decideOn(loaded, 0, take(0));
      expect(await states(loaded)).toEqual(['decided', 'stale', 'decided']);
    });

    test('of what is not finished does nothing', async () => {
      const loaded = await coded();
      const codings = () => db.coding.findMany({ where: { articleId: loaded.article.id } });
      const before = await codings();
      await unlockCoding(db, loaded, desk.owner.annotatorId);
      await unlockCoding(db, loaded, 'nobody');
      expect(await codings()).toEqual(before);
      expect(await states(loaded)).toEqual(['open', 'open', 'open']);
    });
  });

  test(`coders can do none of it on ${name}`, async () => {
    const loaded = await coded();
    const [a] = desk.coders;
    if (!a) throw new Error('a coder');
    const asCoder = { ...loaded, member: a };
    const { ids: _, ...one } = await seen(loaded, 0);
    await expect(readCases(db, asCoder, 'done')).rejects.toThrow(ForbiddenError);
    await expect(decide(db, asCoder, one, { kind: 'none' })).rejects.toThrow(ForbiddenError);
    await expect(acceptAgreed(db, asCoder, 'done')).rejects.toThrow(ForbiddenError);
    await expect(finishFinal(db, asCoder)).rejects.toThrow(ForbiddenError);
    await expect(unlockCoding(db, asCoder, a.annotatorId)).rejects.toThrow(ForbiddenError);
    await expect(loadFinal(db, a, loaded.article.id)).rejects.toThrow(NotFoundError);
  });
});

import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../src/store/client.ts';
import {
  attachSource,
  findSource,
  findUnattachedSource,
  keepSource,
  readSource,
  sweepSources,
} from '../../src/store/sources.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { importText } from '../support/desk.ts';

const BYTES = Uint8Array.from([0, 255, 37, 80, 68, 70, 0, 10]);
const PDF = { name: 'größe.pdf', url: null, mediaType: 'application/pdf', bytes: BYTES };

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });

  const newArticleId = async () => (await importText(db, cast.alice, `Words ${uuidv7()}.`)).article.id;
  const attach = (member: Cast['alice'], id: string, articleId: string) =>
    db.$transaction((tx) => attachSource(tx, member, id, articleId));

  test('keepSource keeps the bytes with their hash', async () => {
    const articleId = await newArticleId();
    const id = await keepSource(db, cast.alice, PDF, articleId);
    const { name, url, mediaType } = PDF;
    const sha256 = createHash('sha256').update(BYTES).digest('hex');
    expect(await findSource(db, cast.alice.projectId, articleId)).toEqual({
      id,
      name,
      url,
      mediaType,
      sha256,
      createdAt: expect.any(Date),
    });
    const kept = await readSource(db, cast.alice.projectId, id);
    expect(Uint8Array.from(kept ?? [])).toEqual(BYTES);
  });

  test('nobody of another project finds it', async () => {
    const articleId = await newArticleId();
    const id = await keepSource(db, cast.alice, PDF, articleId);
    expect(await findSource(db, cast.charlie.projectId, articleId)).toBeNull();
    expect(await readSource(db, cast.charlie.projectId, id)).toBeNull();
  });

  describe('attachSource', () => {
    test('gives a source to an article, once', async () => {
      const [one, two] = [await newArticleId(), await newArticleId()];
      const id = await keepSource(db, cast.alice, PDF);
      expect(await findUnattachedSource(db, cast.alice, id)).toMatchObject({ id, name: PDF.name });
      expect(await attach(cast.alice, id, one)).toBe(true);
      expect(await findSource(db, cast.alice.projectId, one)).toMatchObject({ id });
      expect(await findUnattachedSource(db, cast.alice, id)).toBeNull();
      expect(await attach(cast.alice, id, two)).toBe(false);
      expect(await findSource(db, cast.alice.projectId, two)).toBeNull();
    });

    test('leaves an article the source that it has', async () => {
      const articleId = await newArticleId();
      const first = await keepSource(db, cast.alice, PDF, articleId);
      const second = await keepSource(db, cast.alice, { ...PDF, name: 'other.pdf' });
      expect(await attach(cast.alice, second, articleId)).toBe(true);
      expect(await findSource(db, cast.alice.projectId, articleId)).toMatchObject({ id: first });
      expect(await findUnattachedSource(db, cast.alice, second)).not.toBeNull();
    });

    test('takes only what the member has kept', async () => {
      const articleId = await newArticleId();
      const id = await keepSource(db, cast.alice, PDF);
      expect(await attach(cast.bob, id, articleId)).toBe(false);
      expect(await attach(cast.charlie, id, articleId)).toBe(false);
      expect(await attach(cast.alice, uuidv7(), articleId)).toBe(false);
    });
  });

  test('sweepSources throws away what no article came from after a day', async () => {
    const articleId = await newArticleId();
    const kept = await keepSource(db, cast.alice, PDF, articleId);
    const looked = await keepSource(db, cast.alice, PDF);
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    await sweepSources(db, hours(23));
    expect(await findUnattachedSource(db, cast.alice, looked)).not.toBeNull();
    await sweepSources(db, hours(25));
    expect(await readSource(db, cast.alice.projectId, looked)).toBeNull();
    expect(await readSource(db, cast.alice.projectId, kept)).not.toBeNull();
  });
});

import type { ArticleText } from '../domain/article.ts';
import type { Block, BlockKind, Sentence, Structure } from '../text/blocks.ts';
import type { Db } from './client.ts';

const MAX_KEPT_UNITS = 32_000_000;

/**
 * Texts never change, so those read last are kept in memory: what a save costs does not grow with its
 * article. One cache for each database.
 */
const caches = new WeakMap<Db, TextCache>();

interface TextCache {
  readonly texts: Map<string, ArticleText>;
  units: number;
}

/** The text of an article with its structure, or null. */
export async function findArticleText(
  db: Db,
  projectId: string,
  articleId: string,
): Promise<ArticleText | null> {
  const key = `${projectId}/${articleId}`;
  const kept = recall(db, key);
  if (kept) return kept;
  const row = await db.articleText.findFirst({ where: { articleId, article: { projectId } } });
  if (!row) return null;
  const text = { articleId, text: row.text, ...unpackStructure(row.blocks, row.sentences) };
  remember(db, key, text);
  return text;
}

/** Texts of a project's articles by their ids, read past what is kept: nobody needs so many of them again at once. */
export async function textsOf(
  db: Db,
  projectId: string,
  articleIds: readonly string[],
): Promise<Map<string, ArticleText>> {
  const where = { articleId: { in: [...articleIds] }, article: { projectId } };
  const select = { articleId: true, text: true, blocks: true, sentences: true };
  const rows = await db.articleText.findMany({ where, select });
  return new Map(
    rows.map(({ articleId, text, blocks, sentences }) => {
      return [articleId, { articleId, text, ...unpackStructure(blocks, sentences) }];
    }),
  );
}

function recall(db: Db, key: string): ArticleText | undefined {
  const cache = caches.get(db);
  const text = cache?.texts.get(key);
  if (!cache || !text) return undefined;
  cache.texts.delete(key);
  cache.texts.set(key, text);
  return text;
}

function remember(db: Db, key: string, text: ArticleText): void {
  const cache = caches.get(db) ?? { texts: new Map(), units: 0 };
  caches.set(db, cache);
  if (cache.texts.has(key)) return;
  cache.texts.set(key, text);
  cache.units += text.text.length;
  for (const [oldestKey, oldest] of cache.texts) {
    if (cache.units <= MAX_KEPT_UNITS || oldestKey === key) break;
    cache.texts.delete(oldestKey);
    cache.units -= oldest.text.length;
  }
}

type PackedBlock = (BlockKind | number)[];

/** A structure as it is stored: short arrays, since an article may hold 10,000 sentences. */
export function packStructure({ blocks, sentences }: Structure): {
  blocks: PackedBlock[];
  sentences: number[];
} {
  return {
    blocks: blocks.map(({ kind, start, end, level }) =>
      level === undefined ? [kind, start, end] : [kind, start, end, level],
    ),
    sentences: sentences.flatMap(({ start, end, block }) => [start, end, block]),
  };
}

/** The structure out of its stored form. */
export function unpackStructure(packedBlocks: unknown, packedSentences: unknown): Structure {
  // Only packStructure writes these columns.
  const blocks = (packedBlocks as [BlockKind, number, number, number?][]).map(
    ([kind, start, end, level]): Block => {
      return level === undefined ? { kind, start, end } : { kind, start, end, level };
    },
  );
  const flat = packedSentences as number[];
  const sentences: Sentence[] = [];
  for (let at = 0; at + 2 < flat.length; at += 3) {
    sentences.push({ start: flat[at] ?? 0, end: flat[at + 1] ?? 0, block: flat[at + 2] ?? 0 });
  }
  return { blocks, sentences };
}

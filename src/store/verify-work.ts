import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { wordsOf } from '../domain/annotation.ts';
import { fitsText, hullOf, type Span } from '../text/span.ts';
import { unpackStructure } from './article-texts.ts';
import type { Db } from './client.ts';

/** What was looked at, and how much of it is not as it was stored. */
export interface Verified {
  readonly articles: number;
  readonly annotations: number;
  readonly faults: number;
}

export interface VerifyOptions {
  /** Most articles to look at, spread over all; absent for all. */
  readonly most?: number;
  /** Told of each fault, in one line; ids alone, no words of anybody's. */
  onFault(fault: string): void;
}

/**
 * Holds every text against its hash, and every stored span against its text: annotations, those deleted among them,
 * blocks, sentences and marks.
 */
export async function verifyWork(db: Db, { most, onFault }: VerifyOptions): Promise<Verified> {
  const sum = { articles: 0, annotations: 0, faults: 0 };
  for (const articleId of spread(await textIds(db, onFault, sum), most)) {
    const { annotations, faults } = await verifyArticle(db, articleId);
    for (const fault of faults) onFault(`article ${articleId}: ${fault}`);
    sum.articles += 1;
    sum.annotations += annotations;
    sum.faults += faults.length;
    await setImmediate();
  }
  return sum;
}

/** The articles that have a text; one without is a fault. */
async function textIds(
  db: Db,
  onFault: VerifyOptions['onFault'],
  sum: { faults: number },
): Promise<string[]> {
  const without = await db.article.findMany({ where: { text: null }, select: { id: true } });
  for (const { id } of without) onFault(`article ${id}: it has no text`);
  sum.faults += without.length;
  const rows = await db.articleText.findMany({ select: { articleId: true }, orderBy: { articleId: 'asc' } });
  return rows.map(({ articleId }) => articleId);
}

/** Up to `most` of a list, evenly from its beginning to its end. */
function spread<Item>(all: readonly Item[], most = all.length): Item[] {
  const step = Math.max(1, all.length / Math.max(1, most));
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

async function verifyArticle(db: Db, articleId: string) {
  const stored = await db.articleText.findUnique({
    where: { articleId },
    include: { article: { select: { textHash: true, length: true } } },
  });
  if (!stored) return { annotations: 0, faults: ['its text is gone'] };
  const { text, article } = stored;
  const { blocks, sentences } = unpackStructure(stored.blocks, stored.sentences);
  const annotations = await db.annotation.findMany({
    where: { articleId },
    select: { id: true, start: true, end: true, parts: true, text: true },
  });
  const marks = await db.sentenceMark.findMany({ where: { articleId }, select: { sentence: true } });
  const faults = [
    ...(sha256(text) === article.textHash && text.length === article.length ? [] : ['its text was altered']),
    ...(blocks.every((block) => fitsText(block, text.length)) ? [] : ['a block is outside of the text']),
    ...(sentences.every((span) => fitsText(span, text.length)) ? [] : ['a sentence is outside of the text']),
    ...(marks.every(({ sentence }) => sentence < sentences.length) ? [] : ['a mark is on no sentence']),
    ...annotations.flatMap((annotation) => faultsOf(annotation, text)),
  ];
  return { annotations: annotations.length, faults };
}

interface StoredSpans extends Span {
  readonly id: string;
  readonly parts: unknown;
  readonly text: string;
}

function faultsOf({ id, parts: stored, text: words, start, end }: StoredSpans, text: string): string[] {
  const parts = spansFrom(stored);
  if (!parts?.every((part) => fitsText(part, text.length)))
    return [`annotation ${id} stands outside of the text`];
  const hull = hullOf(parts);
  if (hull.start !== start || hull.end !== end)
    return [`annotation ${id} is filed under ${start} to ${end}, but stands elsewhere`];
  return wordsOf(text, parts) === words ? [] : [`annotation ${id} stands on other words than its own`];
}

/** Parts as they are stored, or null where they are none. */
function spansFrom(stored: unknown): Span[] | null {
  if (!Array.isArray(stored) || stored.length === 0) return null;
  const spans = stored.map((part: unknown) => (Array.isArray(part) ? part.map(Number) : []));
  return spans.every((span) => span.length === 2 && span.every(Number.isInteger))
    ? spans.map(([start = 0, end = 0]) => ({ start, end }))
    : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

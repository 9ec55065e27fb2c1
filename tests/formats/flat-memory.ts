import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DEFAULT_CODEBOOK } from '../../src/domain/codebook/codebook.ts';
import type { ArticleRecords } from '../../src/domain/record.ts';
import type { ExportSource } from '../../src/formats/record.ts';
import { quayArticle, quayRecords, recordOf } from './quay-records.ts';

setFlagsFromString('--expose-gc');
// The name is there only after the flag was set, and types know nothing of it.
const collect = runInNewContext('gc') as () => void;

/** Bytes in use after everything that nobody holds is gone. */
function bytesInUse(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What may be in use beyond the start: a fraction of the least that any of these writers sends. */
export const FLAT = 2 * 1024 * 1024;

/** How much further on each look is: a collection takes as long as all that its process holds is large. */
const FURTHER = 1.5;

/**
 * The most that was in use beyond what was at the start, looked at after `every` items and, the further on,
 * the more seldom; how many items came, and the bytes of those that are chunks. Throws a RangeError where it
 * looked less than three times.
 */
export async function growthOver(
  items: AsyncIterable<unknown>,
  every: number,
): Promise<{ growth: number; count: number; bytes: number }> {
  const before = bytesInUse();
  let [growth, count, bytes, looks, next] = [0, 0, 0, 0, every];
  for await (const item of items) {
    if (item instanceof Uint8Array) bytes += item.length;
    if (++count < next) continue;
    growth = Math.max(growth, bytesInUse() - before);
    next = Math.max(next + every, Math.ceil(next * FURTHER));
    looks++;
  }
  if (looks < 3) throw new RangeError(`${count} items, looked at ${looks} times`);
  return { growth, count, bytes };
}

/** Articles made when they are asked for; `given` tells how many were. */
interface ManyArticles extends ExportSource {
  articles(): Iterable<ArticleRecords>;
  given(): number;
}

/** So many articles with as many annotations each. */
export function manyArticles(articles: number, annotations = quayRecords.length): ManyArticles {
  let given = 0;
  function* works(): Generator<ArticleRecords> {
    for (let number = 0; number < articles; number++) {
      given++;
      const article = { ...quayArticle, id: `article-${number}` };
      yield { article, annotations: Array.from({ length: annotations }, (_, at) => annotation(at, article)) };
    }
  }
  return {
    project: { slug: 'harbour', name: 'Harbour' },
    codebook: DEFAULT_CODEBOOK,
    annotations: function* () {
      for (const work of works()) yield work.annotations;
    },
    articles: works,
    codedArticles: function* () {
      for (const work of works()) yield { ...work, codings: [] };
    },
    given: () => given,
  };
}

/** The annotations of the quay over and over, each with an id of its own: their words stand in each article. */
function annotation(at: number, article: typeof quayArticle) {
  const known = quayRecords[at % quayRecords.length] ?? recordOf(article, []);
  return { ...known, article, id: `${known.id}-${article.id}-${at}` };
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ArticleRecords, ExportSource } from '../../../src/formats/record.ts';
import { quayArticle, recordOf } from '../quay-records.ts';

setFlagsFromString('--expose-gc');
// The name is there only after the flag was set, and types know nothing of it.
const collect = runInNewContext('gc') as () => void;

/** Bytes in use after everything that nobody holds is gone. */
function bytesInUse(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The most that was in use beyond what was at the start, looked at every `every` items; and how many items came. */
export async function growthOver(
  items: AsyncIterable<unknown>,
  every: number,
): Promise<{ growth: number; count: number }> {
  const before = bytesInUse();
  let growth = 0;
  let count = 0;
  for await (const _ of items) {
    if (++count % every === 0) growth = Math.max(growth, bytesInUse() - before);
  }
  return { growth, count };
}

/** Articles with as many annotations each, made when they are asked for. */
export function manyArticles(articles: number, annotations: number): ExportSource {
  const works = function* (): Generator<ArticleRecords> {
    for (let number = 0; number < articles; number++) {
      const article = { ...quayArticle, id: `article-${number}` };
      const records = Array.from({ length: annotations }, (_, index) =>
        recordOf(article, [{ start: index % 40, end: 45 }], {
          id: `${number}-${index}`,
          note: 'Seen “twice”.',
        }),
      );
      yield { article, annotations: records };
    }
  };
  return {
    project: { slug: 'harbour', name: 'Harbour' },
    annotations: function* () {
      for (const { annotations } of works()) yield annotations;
    },
    articles: works,
  };
}

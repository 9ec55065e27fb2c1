import { on } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StudyQuestion } from '../../agreement/study.ts';
import type { ArticleStudy, TagStudy } from '../../agreement/study-report.ts';
import { comparableFields } from '../../domain/compared-fields.ts';
import type { Sight } from '../../domain/sight.ts';
import type { Database } from '../../store/client.ts';
import { packageRoot } from '../../store/package-root.ts';
import type { Study } from './plan-study.ts';
import { readStudy } from './read-study.ts';
import type { StudyAnswer, StudyOrder } from './study-messages.ts';

/** All figures of a study. */
export interface StudyReport {
  readonly tags: readonly TagStudy[];
  readonly articles: readonly ArticleStudy[];
}

/** What every study measures. The seed is a constant, so that the same codings always give the same intervals. */
function questionOf({ tags }: Study): StudyQuestion {
  return { tags: tags.map(({ key }) => key), fields: comparableFields(tags), seed: 1, resamples: 2000 };
}

/** From the build, wherever the program itself runs from, as for `import/reading`. */
const THREAD = 'dist/src/study-thread.js';

/** Reads the codings of a study and measures them in a thread of its own; says after each step how far it is. */
export async function measureStudy(
  database: Pick<Database, 'db'>,
  sight: Sight,
  study: Study,
  tell: (done: number, total: number) => void,
): Promise<StudyReport> {
  const thread = new Worker(join(packageRoot(), THREAD), { env: {}, execArgv: [] });
  // A desk that is told to stop does not wait for figures.
  thread.unref();
  const total = study.articles.length * 2;
  const order = (message: StudyOrder) => thread.postMessage(message);
  try {
    const measured = answersOf(thread, (tags) =>
      tell(total / 2 + (tags / study.tags.length) * (total / 2), total),
    );
    // It is waited for below; what goes wrong while articles are read is not lost meanwhile.
    measured.catch(() => undefined);
    let read = 0;
    for await (const articles of readStudy(database, sight, study)) {
      order({ kind: 'articles', articles });
      read += articles.length;
      tell(read, total);
    }
    order({ kind: 'measure', question: questionOf(study) });
    return await measured;
  } finally {
    await thread.terminate();
  }
}

async function answersOf(thread: Worker, tell: (tags: number) => void): Promise<StudyReport> {
  const tags: TagStudy[] = [];
  // Throws where the thread does.
  for await (const [message] of on(thread, 'message')) {
    // Nobody but study-thread.ts posts here.
    const answer = message as StudyAnswer;
    if (answer.kind === 'articles') return { tags, articles: answer.articles };
    tags.push(answer.tag);
    tell(tags.length);
  }
  throw new Error('the thread that measures agreement has ended');
}

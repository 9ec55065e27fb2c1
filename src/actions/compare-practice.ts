import type { Annotation } from '../domain/annotation.ts';
import { type ComparedSentence, compareCodings } from '../domain/comparison.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Lane } from '../domain/sight.ts';
import type { Db } from '../store/client.ts';
import { readStanding } from '../store/standing.ts';
import { referenceLane } from '../store/work.ts';
import { canFinish } from './finish-coding.ts';
import type { LoadedArticle } from './load.ts';

/**
 * A coder's practice beside its reference. It is there once their own coding is done, and where there is a reference;
 * until then nobody is told whether there is one: throws NotFoundError.
 */
export async function comparePractice(
  db: Db,
  loaded: LoadedArticle,
): Promise<ComparedSentence<Annotation>[]> {
  const { member, article, coding, text } = loaded;
  if (!canFinish(loaded) || coding.state !== 'done') throw new NotFoundError('page');
  const reference = await referenceLane(db, member, article.id);
  if (!reference) throw new NotFoundError('page');
  const work = async (lane: Lane) => {
    const all = { start: 0, end: text.text.length };
    const { annotations, marks } = await readStanding(db, { ...loaded, lane }, all);
    return { annotations, nothing: marks.map(({ sentence }) => sentence) };
  };
  return compareCodings(text.sentences, await work(loaded.lane), await work(reference));
}

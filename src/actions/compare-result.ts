import type { Annotation } from '../domain/annotation.ts';
import { type ComparedSentence, compareCodings } from '../domain/comparison.ts';
import { NotFoundError } from '../domain/errors.ts';
import { FINAL, type Lane, seesOwnResults } from '../domain/sight.ts';
import type { Db } from '../store/client.ts';
import { readStanding } from '../store/standing.ts';
import { codingHeads, referenceLane } from '../store/work.ts';
import { canFinish } from './finish-coding.ts';
import type { LoadedArticle } from './load.ts';

/** A coder's own coding beside another. */
export interface ComparedCoding {
  /** Beside the reference of practice, or the final coding. */
  readonly beside: 'reference' | 'final';
  readonly sentences: readonly ComparedSentence<Annotation>[];
}

/**
 * A coder's own coding of an article beside the final one, or practice beside its reference. It is there once both are
 * done; until then nobody is told whether there is another: throws NotFoundError.
 */
export async function compareResult(db: Db, loaded: LoadedArticle): Promise<ComparedCoding> {
  const { member, article, coding, text } = loaded;
  if (!canFinish(loaded) || coding.state !== 'done') throw new NotFoundError('page');
  const shown = (await isResultShown(db, loaded)) ? FINAL : null;
  const other = shown ?? (await referenceLane(db, member, article.id));
  if (!other) throw new NotFoundError('page');
  const work = async (lane: Lane) => {
    const all = { start: 0, end: text.text.length };
    const { annotations, marks } = await readStanding(db, { ...loaded, lane }, all);
    return { annotations, nothing: marks.map(({ sentence }) => sentence) };
  };
  const sentences = compareCodings(text.sentences, await work(loaded.lane), await work(other));
  return { beside: shown ? 'final' : 'reference', sentences };
}

async function isResultShown(db: Db, { member, article }: LoadedArticle): Promise<boolean> {
  if (!seesOwnResults(member)) return false;
  const { isOwnDone, isFinalDone } = await codingHeads(db, member, article.id);
  return isOwnDone && isFinalDone;
}

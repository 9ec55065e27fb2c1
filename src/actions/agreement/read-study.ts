import type { CodedArticle, Mark } from '../../agreement/coded-articles.ts';
import { FINAL, type Sight } from '../../domain/sight.ts';
import { marksIn, type StoredMark } from '../../store/agreement.ts';
import { textsOf } from '../../store/article-texts.ts';
import type { Database } from '../../store/client.ts';
import type { Study, StudyArticle } from './plan-study.ts';

/** Articles read at once. */
const BATCH = 50;

/** A mark with the annotation that it is. */
export type ReadMark = Mark & Pick<StoredMark, 'id'>;

/** The articles of a study with all that its coders marked, some at a time, in order. */
export async function* readStudy(
  { db }: Pick<Database, 'db'>,
  sight: Sight,
  { articles, coders }: Pick<Study, 'articles' | 'coders'>,
): AsyncGenerator<CodedArticle[]> {
  for (let at = 0; at < articles.length; at += BATCH) {
    const batch = articles.slice(at, at + BATCH);
    const articleIds = batch.map(({ id }) => id);
    const texts = await textsOf(db, sight.projectId, articleIds);
    const marks = marksByCoding(await marksIn(db, sight, { articleIds, lanes: [...coders, FINAL] }));
    yield batch.flatMap((article) => {
      const text = texts.get(article.id);
      return text ? [codedArticle(article, text, marks)] : [];
    });
  }
}

function codedArticle(
  { id, codings, final }: StudyArticle,
  { text, sentences }: Pick<CodedArticle, 'text' | 'sentences'>,
  marks: ReadonlyMap<string, readonly ReadMark[]>,
): CodedArticle {
  const ofLane = (lane: string | undefined) =>
    lane === undefined ? null : (marks.get(`${id} ${lane}`) ?? []);
  return {
    ...{ id, text, sentences },
    codings: codings.map((coding) => ofLane(coding?.lane)),
    final: ofLane(final?.lane),
    finished:
      codings
        .flatMap((coding) => coding?.finished ?? [])
        .sort()
        .at(-1) ?? '',
  };
}

function marksByCoding(marks: readonly StoredMark[]): Map<string, ReadMark[]> {
  const byCoding = new Map<string, ReadMark[]>();
  for (const { articleId, lane, id, tag, parts, fields } of marks) {
    const key = `${articleId} ${lane}`;
    const known = byCoding.get(key);
    if (known) known.push({ id, tag, parts, fields });
    else byCoding.set(key, [{ id, tag, parts, fields }]);
  }
  return byCoding;
}

import type { CodedArticle } from '../../agreement/coded-articles.ts';
import { type OwnResult, ownResult } from '../../agreement/own-result.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { Member } from '../../domain/permission.ts';
import { BOTH_DONE, FINAL, type Sight, seesOwnResults, sightOf } from '../../domain/sight.ts';
import { type FinishedCoding, finishedCodings, isFinal } from '../../store/agreement.ts';
import type { Database } from '../../store/client.ts';
import type { Study, StudyArticle } from './plan-study.ts';
import { readStudy } from './read-study.ts';

/** The places of the two codings that are compared. */
export const [OWN_PLACE, FINAL_PLACE] = [0, 1] as const;

/** A coder's own codings beside the final ones: a study of these two, in the articles where both are done. */
export interface OwnStudy extends Pick<Study, 'coders' | 'articles'> {
  /** What may be read of these articles, and of no others. */
  readonly sight: Sight;
}

/**
 * The articles on which a coder may compare their own coding with the final one. Nobody else's codings go into it. Throws
 * NotFoundError where the project does not show coders their results.
 */
export async function planOwnStudy({ db }: Pick<Database, 'db'>, member: Member): Promise<OwnStudy> {
  if (!seesOwnResults(member)) throw new NotFoundError('page');
  const sight = sightOf(member, BOTH_DONE);
  const all = await finishedCodings(db, sight);
  const finals = new Map(all.filter(isFinal).map((coding) => [coding.articleId, coding]));
  const own = all.filter(({ lane }) => lane === member.annotatorId);
  return {
    sight,
    coders: [member.annotatorId, FINAL],
    articles: own.flatMap((coding) => besideFinal(coding, finals.get(coding.articleId))),
  };
}

function besideFinal(own: FinishedCoding, final: FinishedCoding | undefined): StudyArticle[] {
  return final ? [{ id: own.articleId, title: own.title, codings: [own, final], final }] : [];
}

/** A coder's results by tag and by article. */
export async function measureOwnStudy(
  database: Pick<Database, 'db'>,
  { sight, ...study }: OwnStudy,
  { tags }: Codebook,
): Promise<OwnResult> {
  const articles: CodedArticle[] = [];
  for await (const some of readStudy(database, sight, study)) articles.push(...some);
  return ownResult(
    articles,
    tags.map(({ key }) => key),
  );
}

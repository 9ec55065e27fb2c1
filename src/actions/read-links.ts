import type { Annotation } from '../domain/annotation.ts';
import type { Coding } from '../domain/coding.ts';
import { type LinksSeen, NO_LINKS, seenFromEnds } from '../domain/link.ts';
import { sightOf } from '../domain/sight.ts';
import { linksShown } from '../store/links.ts';
import type { Session } from '../store/session.ts';
import { readStanding } from '../store/standing.ts';
import type { LoadedAnnotation, LoadedArticle } from './load.ts';

/** The links of a coding by the annotations that they join; where nothing was ever linked nobody is asked. */
export async function linksOf(
  session: Session,
  { member, article, lane }: Pick<LoadedArticle, 'member' | 'article' | 'lane'>,
  { hasLinks }: Pick<Coding, 'hasLinks'>,
): Promise<LinksSeen> {
  if (!hasLinks) return NO_LINKS;
  const place = { projectId: member.projectId, articleId: article.id, lane };
  return seenFromEnds(await linksShown(session, sightOf(member), place));
}

/** What an annotation can be linked to: the others of its coding, in the order of the text. */
export async function othersToLink(session: Session, loaded: LoadedAnnotation): Promise<Annotation[]> {
  const whole = { start: 0, end: loaded.text.text.length };
  const { annotations } = await readStanding(session, loaded, whole);
  return annotations.filter(({ id }) => id !== loaded.annotation.id);
}

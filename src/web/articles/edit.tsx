import type { Request, RequestHandler, Response } from 'express';
import { EditArticlePage } from '../../../views/articles/edit.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import type { Article } from '../../domain/article.ts';
import { type DetailFields, toFields } from '../../domain/article-details.ts';
import { may } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { findSource } from '../../store/sources.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { articleFrom } from './load.ts';

/** The details of an article, to be corrected. */
export const editArticleDetails: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  await sendDetails(request, response, loaded, {});
};

/** What is shown of a form that was sent and not taken. */
export interface RefusedDetails {
  readonly typed?: DetailFields;
  readonly problems?: Readonly<Record<string, string>>;
  /** The article as somebody else saved it in the meantime. */
  readonly theirs?: Article;
}

/** Answers with the details form, new or again. */
export async function sendDetails(
  request: Request,
  response: Response,
  { article, member }: LoadedArticle,
  { typed, problems = {}, theirs }: RefusedDetails,
  status = 200,
): Promise<void> {
  const viewer = viewerOf(request, response, member.projectId);
  const source = await findSource(response.locals.database.db, member.projectId, article.id);
  const children = (
    <EditArticlePage
      article={article}
      source={source}
      values={typed ?? toFields(article)}
      problems={problems}
      theirs={theirs}
      canDelete={may(member, 'deleteArticle')}
    />
  );
  sendPage(
    response,
    viewer,
    { title: t('articleDetails.title', { title: article.title }), kind: 'form', children },
    status,
  );
}

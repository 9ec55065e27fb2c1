import type { Request, RequestHandler } from 'express';
import { editArticle } from '../../actions/edit-article.ts';
import type { ArticleDetails } from '../../domain/article.ts';
import { ARTICLE_DETAILS, type DetailFields, readDetails, toFields } from '../../domain/article-details.ts';
import { EditConflictError, InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { sendDetails } from './edit.tsx';
import { articleFrom } from './load.ts';
import { versionOf } from './version.ts';

/** Saves the details of an article. */
export const updateArticle: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const typed = { ...toFields(loaded.article), ...typedDetails(request) };
  try {
    const details = fullDetails(typed);
    await editArticle(response.locals.database.db, loaded, { version: versionOf(request), details });
    redirect(response, `/articles/${loaded.article.id}`);
  } catch (error) {
    if (error instanceof InvalidInputError) {
      await sendDetails(request, response, loaded, { typed, problems: error.fields }, 422);
    } else if (error instanceof EditConflictError) {
      const now = await articleFrom(request, response);
      await sendDetails(request, response, now, { typed, theirs: now.article }, 409);
    } else throw error;
  }
};

function typedDetails(request: Request): Partial<DetailFields> {
  const fields = fieldsOf(request);
  const sent = ARTICLE_DETAILS.map(({ name }) => [name, fields[name]] as const);
  return Object.fromEntries(sent.filter(([, value]) => value !== undefined));
}

function fullDetails(fields: DetailFields): ArticleDetails {
  const {
    title = null,
    byline = null,
    publication = null,
    published = null,
    url = null,
    language = null,
    labels = null,
  } = readDetails(fields);
  if (title === null) throw new InvalidInputError({ title: t('detail.noTitle') });
  return { title, byline, publication, published, url, language, labels };
}

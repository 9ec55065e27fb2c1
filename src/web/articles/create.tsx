import type { Request, RequestHandler, Response } from 'express';
import { readArticle } from '../../import/articles/read.ts';
import { importArticle } from '../../import/articles/store.ts';
import { createFetch } from '../fetches/create.tsx';
import { fieldsOf } from '../fields.ts';
import { beginArticles } from '../imports/create.tsx';
import { createReading } from '../readings/create.tsx';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { readSent, type SentArticle, type SentImport } from './import-form.ts';
import { sendRefusal } from './refusal.tsx';

/**
 * Imports an article; a form in which files of many are chosen begins an import, as one sent to `/imports`
 * does.
 */
export const createArticle: RequestHandler = async (request, response, next) => {
  // Forms from before these had addresses of their own say by a button what they want.
  const { fetch, check } = fieldsOf(request);
  const handler = fetch !== undefined ? createFetch : check !== undefined ? createReading : importSent;
  await handler(request, response, next);
};

const importSent: RequestHandler = async (request, response) => {
  let sent: SentImport | undefined;
  try {
    sent = await readSent(request, response);
    if ('files' in sent) await beginArticles(request, response, sent.files);
    else await importOne(request, response, sent.article);
  } catch (error) {
    await sendRefusal(request, response, error, sent);
  }
};

async function importOne(request: Request, response: Response, sent: SentArticle): Promise<void> {
  const { config, database } = response.locals;
  const read = readArticle(sent, config.maxArticleLength);
  const { source } = sent;
  const { member } = viewerOf(request, response);
  const { article, duplicate } = await importArticle(database.db, member, { ...read, source });
  redirect(response, `/articles/${article.id}${duplicate ? '?notice=duplicate' : ''}`);
}

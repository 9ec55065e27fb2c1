import type { Request, RequestHandler, Response } from 'express';
import { InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import {
  EMPTY_FORM,
  filledForm,
  readSent,
  type SentArticle,
  type SentImport,
  wayOf,
} from '../articles/import-form.ts';
import { sendForm, sendRefusal, shownSource } from '../articles/refusal.tsx';
import { fieldsOf } from '../fields.ts';
import { wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Shows what would be read from a text or a file; no article is stored. */
export const createReading: RequestHandler = async (request, response) => {
  let sent: SentImport | undefined;
  try {
    sent = await readSent(request, response);
    if ('article' in sent) await showRead(request, response, sent.article);
    else await showNothing(request, response);
  } catch (error) {
    await sendRefusal(request, response, error, sent);
  }
};

async function showRead(request: Request, response: Response, sent: SentArticle): Promise<void> {
  const { config, database } = response.locals;
  // htmx shows the details alone, and sends the file again.
  const isPartial = wantsFragments(request);
  const form = filledForm(sent, config.maxArticleLength, isPartial ? sent.field : 'text');
  const { member } = viewerOf(request, response);
  const source = isPartial ? null : await shownSource(database.db, member, sent.source);
  const way = wayOf(fieldsOf(request).way, 'paste');
  // The file does not come again: the choice is for what is kept of it.
  const reading = sent.reading && {
    ...sent.reading,
    of: (sent.field === 'file' && source?.id) || sent.reading.of,
  };
  await sendForm(request, response, { ...form, way, source, reading }, { state: 'read' });
}

async function showNothing(request: Request, response: Response): Promise<void> {
  if (wantsFragments(request)) return sendForm(request, response, EMPTY_FORM);
  throw new InvalidInputError({
    file: t('importing.noPreviewOfMany'),
  });
}

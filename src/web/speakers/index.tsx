import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ComponentChildren } from 'preact';
import { type RenameProblem, SpeakerOptions, SpeakersPage } from '../../../views/speakers/index.tsx';
import { loadArticle } from '../../actions/load.ts';
import { may } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { countSpeakers, knownSpeakers } from '../../store/speakers.ts';
import { articleFrom } from '../articles/load.ts';
import { queryOf } from '../fields.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { stepNotice } from '../steps/notice.tsx';
import { viewerOf } from '../viewer.ts';

const MAX_LISTED = 500;

/** The speakers of the project; `?name=` is the one to begin with. */
export const indexSpeakers: RequestHandler = (request, response) => sendSpeakers(request, response, {});

/** The speakers of an article; to a field that asks, the names that it offers. */
export const indexArticleSpeakers: RequestHandler = async (request, response) => {
  const { article, member } = await articleFrom(request, response);
  if (!wantsFragments(request)) return sendSpeakers(request, response, { articleId: article.id });
  const where = { sight: sightOf(member), articleId: article.id };
  const names = await knownSpeakers(response.locals.database.db, where);
  sendFragments(response, [<SpeakerOptions names={names} />]);
};

/** Which speakers are shown, and what is wrong with a new name. */
export interface ShownSpeakers {
  readonly articleId?: string | undefined;
  readonly refused?: RenameProblem;
  readonly notice?: ComponentChildren;
  readonly status?: number;
}

/** Answers with the page of speakers. */
export async function sendSpeakers(
  request: Request,
  response: Response,
  { articleId, refused, notice, status }: ShownSpeakers,
): Promise<void> {
  const { db } = response.locals.database;
  const { person } = response.locals.atDesk;
  const article = articleId ? (await loadArticle(db, person.id, articleId)).article : undefined;
  const viewer = viewerOf(request, response, article?.projectId);
  const found = await countSpeakers(db, { sight: viewer.sight, articleId }, MAX_LISTED + 1);
  const page = {
    place: viewer,
    article,
    speakers: found.slice(0, MAX_LISTED),
    hasMore: found.length > MAX_LISTED,
    mayRename: may(viewer.member, 'writeCoding'),
    chosen: queryOf(request, 'name'),
    refused,
    formKey: randomUUID(),
  };
  const shown = notice ?? (await stepNotice(request, response, viewer));
  const children = <SpeakersPage {...page} />;
  sendPage(response, viewer, { title: t('speakers.heading'), kind: 'desk', notice: shown, children }, status);
}

import type { Request, RequestHandler, Response } from 'express';
import type { RefusedComment } from '../../../views/comments/_forms.tsx';
import { type BegunComment, CommentsPage } from '../../../views/comments/index.tsx';
import { threadsOn, withTopics } from '../../actions/comments/read-threads.ts';
import { mentionable } from '../../actions/comments/write-comment.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import type { Comment, CommentPlace } from '../../domain/comment.ts';
import { may } from '../../domain/permission.ts';
import type { Lane } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { articleFrom } from '../articles/load.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { backFrom, newFormKey } from './form.ts';
import { lettersAsked } from './letters.ts';
import { placeAsked } from './load.ts';

/**
 * What is said of an article; `?annotation=`, or `?sentence=` with `?lane=`, has a form for a new comment on it, which leads
 * to `?back=`. With `?names=letters` coders are called as they are where their names are hidden.
 */
export const indexComments: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const asked = (name: string) => queryOf(request, name);
  const place = await placeAsked(response, loaded, {
    annotation: asked('annotation'),
    sentence: asked('sentence'),
    lane: asked('lane'),
  });
  await sendComments(request, response, loaded, { place });
};

/** A form for a new comment, and a form that was refused. */
export interface ShownForms {
  readonly place: CommentPlace | null;
  readonly refused?: RefusedComment;
}

/** The page of an article's comments. */
export async function sendComments(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  { place, refused }: ShownForms,
): Promise<void> {
  const { db } = response.locals.database;
  const { article, member } = loaded;
  const viewer = viewerOf(request, response, member.projectId);
  const { called, kept } = await lettersAsked(request, db, loaded);
  const { shown, names } = await withTopics(db, member, await threadsOn(db, loaded), called);
  const lanes = [...shown.map(({ thread }) => thread.first.lane), ...(place ? [place.lane] : [])];
  const peopleIn = await peopleByLane(db, loaded, lanes, called);
  const props = {
    article,
    threads: shown.map((one) => ({ ...one, people: peopleIn.get(one.thread.first.lane) ?? [] })),
    reader: { ownIds: member.annotatorIds, names },
    mayComment: may(member, 'comment'),
    begun: place ? await begunAt(db, loaded, place, peopleIn, called) : undefined,
    formKey: newFormKey(),
    kept,
    back: backFrom(request) || backKeeping(article.id, kept),
    refused,
  };
  const title = t('comments.of', { title: article.title });
  const page = { title, kind: 'form' as const, children: <CommentsPage {...props} /> };
  sendPage(response, viewer, page, refused ? 422 : 200);
}

/** The page itself where letters stand for names, so that whatever is sent from it leads to letters again. */
function backKeeping(articleId: string, kept: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(kept).toString();
  return query && `/articles/${articleId}/comments?${query}`;
}

/** Whom one may mention under the sight of each coding, by name. */
async function peopleByLane(
  db: Db,
  { member }: LoadedArticle,
  lanes: readonly Lane[],
  called: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<Lane, string[]>> {
  const people = new Map<Lane, string[]>();
  if (!may(member, 'comment')) return people;
  for (const lane of new Set(lanes)) {
    const all = await mentionable(db, member, lane, called);
    people.set(
      lane,
      all.filter(({ maySee }) => maySee).map(({ name }) => name),
    );
  }
  return people;
}

/** What a new comment at a place would be about: as a thread there would say it. */
async function begunAt(
  db: Db,
  { member, article }: LoadedArticle,
  place: CommentPlace,
  peopleIn: ReadonlyMap<Lane, string[]>,
  called: ReadonlyMap<string, string>,
): Promise<BegunComment | undefined> {
  const first: Comment = {
    ...place,
    id: '',
    projectId: article.projectId,
    parentId: null,
    annotatorId: member.annotatorId,
    body: '',
    mentions: [],
    resolvedAt: null,
    createdAt: new Date(0),
    editedAt: null,
    deletedAt: null,
  };
  const { shown } = await withTopics(db, member, [{ first, answers: [] }], called);
  const [one] = shown;
  return one && { place, topic: one.topic, people: peopleIn.get(place.lane) ?? [] };
}

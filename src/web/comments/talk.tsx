import type { Response } from 'express';
import type { VNode } from 'preact';
import { type Reader, Talk } from '../../../views/comments/_said.tsx';
import { threadsOn, threadsOnAnnotation } from '../../actions/comments/read-threads.ts';
import type { LoadedAnnotation, LoadedArticle } from '../../actions/load.ts';
import { isOpenThread } from '../../domain/comment.ts';
import { may } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import { annotatorNames } from '../../store/annotators.ts';
import type { Db } from '../../store/client.ts';

/**
 * Whether comments are asked for and offered beside an article: where people sign in there is somebody to talk to, and what
 * was said once is shown.
 */
export function hasTalk(response: Response, { hasComments }: Pick<LoadedArticle, 'hasComments'>): boolean {
  return hasComments || response.locals.signIn !== undefined;
}

/** Who reads, with the names of others where there is something to read. */
export async function readerOf(
  db: Db,
  { member, hasComments }: Pick<LoadedArticle, 'member' | 'hasComments'>,
): Promise<Reader> {
  const names = hasComments ? await annotatorNames(db, sightOf(member)) : new Map<string, string>();
  return { ownIds: member.annotatorIds, names };
}

/** What is said of an annotation, with the way to say more that leads `back`; undefined where nobody can have said anything. */
export async function talkOnAnnotation(
  response: Response,
  loaded: LoadedAnnotation,
  back: string,
): Promise<VNode | undefined> {
  if (!hasTalk(response, loaded)) return undefined;
  const { db } = response.locals.database;
  const { article, annotation, member } = loaded;
  const threads = await threadsOnAnnotation(db, loaded);
  const write = `/articles/${article.id}/comments?${new URLSearchParams({ annotation: annotation.id, back })}`;
  const reader = threads.length > 0 ? await readerOf(db, loaded) : { ownIds: [], names: new Map() };
  const mayComment = may(member, 'comment');
  return <Talk threads={threads} reader={reader} write={write} mayComment={mayComment} />;
}

/** The threads on an article that are open: how many, and how many there are on each annotation. */
export interface OpenTalk {
  readonly count: number;
  /** By the ids of annotations. */
  readonly on: ReadonlyMap<string, number>;
}

/** Nothing is asked of the database where nobody has ever commented on the article. */
export async function openTalkOn(db: Db, loaded: Parameters<typeof threadsOn>[1]): Promise<OpenTalk> {
  const on = new Map<string, number>();
  const open = (await threadsOn(db, loaded)).filter(isOpenThread);
  for (const { first } of open) {
    const { annotationId: id } = first;
    if (id !== null) on.set(id, (on.get(id) ?? 0) + 1);
  }
  return { count: open.length, on };
}

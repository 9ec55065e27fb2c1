import { type Comment, type Thread, threadsOf, waitsFor } from '../../domain/comment.ts';
import type { Member } from '../../domain/permission.ts';
import { CASES, FINAL, SHARED, sees, sightOf, writableLane } from '../../domain/sight.ts';
import type { Tag } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { findArticleText } from '../../store/article-texts.ts';
import { articlesOfIds } from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import {
  commentsOfThreads,
  commentsOn,
  commentsOnAnnotation,
  commentsThatMention,
  countThreads,
  type ThreadsAsked,
} from '../../store/comments.ts';
import { annotationsById, type StoredAnnotation } from '../../store/standing.ts';
import type { LoadedAnnotation, LoadedArticle } from '../load.ts';

/** What a thread is about, as it is shown. */
export interface Topic {
  readonly articleId: string;
  readonly title: string;
  readonly kind: 'annotation' | 'sentence' | 'case';
  /** The words that it is about; empty where they cannot be told. */
  readonly words: string;
  /** Where they begin in the text; null where that cannot be told. */
  readonly start: number | null;
  readonly tag: Tag | null;
  /** Whether the annotation was deleted. */
  readonly isGone: boolean;
  /** Whose coding it is in; null for one's own, for a shared one, and for a case. */
  readonly whose: string | null;
}

/** A thread with what it is about. */
export interface ShownThread {
  readonly thread: Thread;
  readonly topic: Topic;
}

/** The threads on an article that a person may see. Nothing is asked of the database where nobody has ever commented on it. */
export async function threadsOn(
  db: Db,
  { member, article, hasComments }: Pick<LoadedArticle, 'member' | 'article' | 'hasComments'>,
): Promise<Thread[]> {
  if (!hasComments) return [];
  return threadsOf(await commentsOn(db, sightOf(member), article.id), member.annotatorIds);
}

/** Those on one annotation. */
export async function threadsOnAnnotation(
  db: Db,
  { member, annotation, hasComments }: Pick<LoadedAnnotation, 'member' | 'annotation' | 'hasComments'>,
): Promise<Thread[]> {
  if (!hasComments) return [];
  return threadsOf(await commentsOnAnnotation(db, sightOf(member), annotation), member.annotatorIds);
}

/** A page of a project's threads, those begun last first, and how many there are. */
export async function threadsIn(
  db: Db,
  member: Member,
  asked: ThreadsAsked,
): Promise<{ readonly threads: Thread[]; readonly count: number }> {
  const sight = sightOf(member);
  const comments = await commentsOfThreads(db, sight, asked);
  const threads = threadsOf(comments, member.annotatorIds).toReversed();
  return { threads, count: await countThreads(db, sight, asked.isOpen) };
}

/** The open threads that mention a member and that they have not answered since, those begun last first. */
export async function threadsWaitingFor(db: Db, member: Member): Promise<Thread[]> {
  const { annotatorIds } = member;
  const comments = await commentsThatMention(db, sightOf(member), annotatorIds);
  const threads = threadsOf(comments, annotatorIds);
  return threads.filter((thread) => waitsFor(thread, annotatorIds)).toReversed();
}

/** Says what threads are about, with the names of people; `called` has what stands for some of them. */
export async function withTopics(
  db: Db,
  member: Member,
  threads: readonly Thread[],
  called: ReadonlyMap<string, string> = new Map(),
): Promise<{ readonly shown: ShownThread[]; readonly names: ReadonlyMap<string, string> }> {
  if (threads.length === 0) return { shown: [], names: new Map() };
  const firsts = threads.map(({ first }) => first);
  const names = new Map([...(await annotatorNames(db, sightOf(member))), ...called]);
  const ids = [...new Set(firsts.map(({ articleId }) => articleId))];
  const articles = await articlesOfIds(db, member.projectId, ids);
  const annotations = await annotationsById(
    db,
    firsts.flatMap(({ annotationId }) => annotationId ?? []),
  );
  const shown: ShownThread[] = [];
  for (const thread of threads) {
    const { first } = thread;
    const about = first.annotationId
      ? aboutAnnotation(member, first, annotations.get(first.annotationId))
      : await aboutSentence(db, first);
    const title = articles.get(first.articleId)?.title ?? '';
    const whose = whoseIs(member, first, names);
    shown.push({ thread, topic: { articleId: first.articleId, title, ...about, whose } });
  }
  return { shown, names };
}

type About = Pick<Topic, 'kind' | 'words' | 'start' | 'tag' | 'isGone'>;

function aboutAnnotation(member: Member, first: Comment, found: StoredAnnotation | undefined): About {
  const kind = first.lane === CASES ? 'case' : 'annotation';
  // It stands in the coding under whose sight the comment falls; what is not seen is not shown whatever is stored.
  if (!found || !sees(sightOf(member), found.annotation.lane))
    return { kind, words: '', tag: null, start: null, isGone: true };
  const { text, tag, start } = found.annotation;
  return { kind, words: text, tag: kind === 'case' ? null : tag, start, isGone: found.isDeleted };
}

async function aboutSentence(db: Db, { projectId, articleId, sentence }: Comment): Promise<About> {
  const text = await findArticleText(db, projectId, articleId);
  const span = text?.sentences[sentence ?? -1];
  const words = text && span ? text.text.slice(span.start, span.end) : '';
  return { kind: 'sentence', words, start: span?.start ?? null, tag: null, isGone: false };
}

function whoseIs(member: Member, { lane }: Comment, names: ReadonlyMap<string, string>): string | null {
  if ([SHARED, CASES, writableLane(member), ...member.annotatorIds].includes(lane)) return null;
  return lane === FINAL ? t('codings.final') : (names.get(lane) ?? null);
}

import type { Comment } from '../../domain/comment.ts';
import { typedBody } from '../../domain/mention.ts';
import type { Member } from '../../domain/permission.ts';
import { isOwnLane, type Sight, sightOf, sightOfOwn } from '../../domain/sight.ts';
import { toJson } from '../../formats/jsonl/line.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { articlesOfIds } from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import { commentsAfter } from '../../store/comments.ts';

/** Comments that are read at once. */
const BATCH = 500;

/**
 * The comments of a project that a member may see, deleted ones left out, as JSON Lines in the order in which they were
 * begun: `docs/comments.md` says what each line holds.
 */
export async function* exportComments(db: Db, member: Member): AsyncGenerator<Uint8Array> {
  const sight = sightOf(member);
  yield* linesOf(db, sight, await annotatorNames(db, sight));
}

/** Those that a member has written, shared ones too where people work apart by now, with others' names as they know them. */
export async function* exportOwnComments(db: Db, member: Member): AsyncGenerator<Uint8Array> {
  const sight = sightOfOwn(member, true);
  const own = [...(await annotatorNames(db, sight))].filter(([id]) => member.annotatorIds.includes(id));
  const known = await annotatorNames(db, sightOf(member));
  yield* linesOf(db, sight, new Map([...known, ...own]), member.annotatorIds);
}

async function* linesOf(
  db: Db,
  sight: Sight,
  names: ReadonlyMap<string, string>,
  annotatorIds?: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const asked = annotatorIds ? { limit: BATCH, annotatorIds } : { limit: BATCH };
  let after = '';
  for (;;) {
    const comments = await commentsAfter(db, sight, { ...asked, after });
    const last = comments.at(-1);
    if (!last) return;
    after = last.id;
    const ids = comments.map(({ articleId }) => articleId);
    const articles = await articlesOfIds(db, sight.projectId, ids);
    const lines = comments.map((one) => toJson(lineOf(one, articles.get(one.articleId)?.title ?? '', names)));
    yield encoder.encode(`${lines.join('\n')}\n`);
  }
}

function lineOf(comment: Comment, title: string, names: ReadonlyMap<string, string>) {
  const { id, parentId, articleId, lane, annotationId, sentence, annotatorId, mentions } = comment;
  return {
    id,
    thread: parentId ?? id,
    article_id: articleId,
    title,
    coding: isOwnLane(lane) ? 'own' : lane,
    coder: isOwnLane(lane) ? (names.get(lane) ?? null) : null,
    annotation: annotationId,
    sentence_number: sentence === null ? null : sentence + 1,
    by: names.get(annotatorId) ?? null,
    text: typedBody(comment, names),
    mentions: mentions.map((mentioned) => names.get(mentioned) ?? null),
    created_at: comment.createdAt,
    edited_at: comment.editedAt,
    resolved_at: comment.resolvedAt,
  };
}

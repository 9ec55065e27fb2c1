import { type Comment, saidIn, type Thread } from '../../src/domain/comment.ts';
import { piecesOf } from '../../src/domain/mention.ts';
import { t } from '../../src/messages/language.ts';
import { moment } from '../shared/dates.ts';

/** Who reads, and what others are called to them. */
export interface Reader {
  /** The annotators who are theirs. */
  readonly ownIds: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** One comment to be read. */
export function Said({ comment, reader }: { comment: Comment; reader: Reader }) {
  const { id, annotatorId, createdAt, editedAt, deletedAt } = comment;
  const isOwn = reader.ownIds.includes(annotatorId);
  if (deletedAt) {
    return (
      <p id={`comment-${id}`} class="faint" tabIndex={-1}>
        {t(isOwn ? 'comments.deletedOwn' : 'comments.deleted')}
      </p>
    );
  }
  const name = isOwn ? t('comments.you') : (reader.names.get(annotatorId) ?? t('comments.former'));
  return (
    <div id={`comment-${id}`} class="comment" tabIndex={-1}>
      <p class="comment-by">
        <strong dir="auto">{name}</strong>{' '}
        <a class="faint" href={`#comment-${id}`}>
          <time dateTime={createdAt.toISOString()}>{moment(createdAt)}</time>
        </a>
        {editedAt && <span class="faint"> · {t('comments.edited')}</span>}
      </p>
      <p class="comment-body" dir="auto">
        <Body comment={comment} reader={reader} />
      </p>
    </div>
  );
}

function Body({ comment, reader: { names, ownIds } }: { comment: Comment; reader: Reader }) {
  return (
    <>
      {piecesOf(comment, names).map(({ words, id }) => {
        if (id === undefined) return words;
        // Where letters stand for names, nobody knows which is theirs.
        if (ownIds.includes(id)) return <b class="mention is-own">@{t('comments.you')}</b>;
        return <b class="mention">{words}</b>;
      })}
    </>
  );
}

export interface TalkProps {
  readonly threads: readonly Thread[];
  readonly reader: Reader;
  /** Where one comments on the same thing. */
  readonly write: string;
  /** Whether the reader may comment. */
  readonly mayComment: boolean;
  /** What it is about, for those who do not see where it stands. */
  readonly label?: string | undefined;
}

/** What is said of one thing, to be read where that stands, and the way to say more. */
export function Talk({ threads, reader, write, mayComment, label }: TalkProps) {
  if (threads.length === 0 && !mayComment) return null;
  return (
    <div class="talk">
      {threads.length > 0 && (
        <ul class="threads" aria-label={label ? `${t('comments.heading')}: ${label}` : t('comments.heading')}>
          {threads.map((thread) => (
            <li class={thread.first.resolvedAt ? 'thread is-resolved' : 'thread'}>
              {thread.first.resolvedAt && <p class="state">{t('comments.resolved')}</p>}
              {saidIn(thread).map((comment) => (
                <Said comment={comment} reader={reader} />
              ))}
              {mayComment && (
                <p class="deed">
                  <a href={`${write}#thread-${thread.first.id}`}>{t('comments.answer')}</a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayComment && (
        <p class="deed">
          <a href={write} aria-label={label && `${t('comments.comment')}: ${label}`}>
            {t('comments.comment')}
          </a>
        </p>
      )}
    </div>
  );
}

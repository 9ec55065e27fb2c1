import { type Comment, type CommentPlace, saidIn, type Thread } from '../../src/domain/comment.ts';
import { CASES } from '../../src/domain/lane.ts';
import { typedBody } from '../../src/domain/mention.ts';
import { t } from '../../src/messages/language.ts';
import { CommentDeed, CommentForm, type RefusedComment } from './_forms.tsx';
import { type Reader, Said } from './_said.tsx';
import { type ShownTopic, Topic } from './_topic.tsx';

/** A thread with what it is about, and whom one may mention in it. */
export interface ThreadToAnswer {
  readonly thread: Thread;
  readonly topic: ShownTopic;
  readonly people: readonly string[];
}

export interface CommentsPageProps {
  readonly article: { readonly id: string; readonly title: string };
  readonly threads: readonly ThreadToAnswer[];
  readonly reader: Reader;
  readonly mayComment: boolean;
  /** What a new comment would be on. */
  readonly begun?: BegunComment | undefined;
  readonly formKey: string;
  /** What links and forms carry to keep coders' names hidden. */
  readonly kept: Readonly<Record<string, string>>;
  /** Where saving leads; empty for this page. */
  readonly back: string;
  readonly refused?: RefusedComment | undefined;
}

/** A comment that is yet to be written. */
export interface BegunComment {
  readonly place: CommentPlace;
  readonly topic: ShownTopic;
  readonly people: readonly string[];
}

/** What is said of an article: each thread with its answers, and a form for what the address names. */
export function CommentsPage(props: CommentsPageProps) {
  const { article, threads, begun, mayComment, kept } = props;
  return (
    <main id="main" tabIndex={-1} class="comments">
      <p>
        <a href={`/articles/${article.id}`} dir="auto">
          {article.title}
        </a>
        {begun && (
          <>
            {' · '}
            <a href={commentsOf(article.id, kept)}>{t('comments.all')}</a>
          </>
        )}
      </p>
      <h1>{t('comments.heading')}</h1>
      {begun && mayComment && <NewComment {...props} begun={begun} />}
      {threads.length === 0 && !begun && <p>{t('comments.none')}</p>}
      {threads.length > 0 && (
        <section aria-labelledby="threads">
          <h2 id="threads" class="hidden-words">
            {t('comments.threads')}
          </h2>
          <ul class="threads">
            {threads.map((one) => (
              <ThreadItem {...props} one={one} />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function commentsOf(articleId: string, kept: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(kept).toString();
  return `/articles/${articleId}/comments${query && `?${query}`}`;
}

function NewComment(props: CommentsPageProps & { begun: BegunComment }) {
  const { article, begun, formKey, kept, back, refused } = props;
  const { place, topic, people } = begun;
  const hidden = {
    ...kept,
    form_key: formKey,
    back,
    lane: place.lane,
    annotation: place.annotationId ?? '',
    sentence: place.sentence === null ? '' : String(place.sentence + 1),
  };
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t('comments.write')}</h2>
      <Topic topic={topic} annotationId={place.annotationId} kept={kept} />
      <CommentForm
        id="new"
        action={`/articles/${article.id}/comments`}
        hidden={hidden}
        label={t('comments.body')}
        button={t('comments.send')}
        isMain={true}
        people={people}
        hint={seenBy(place)}
        refused={refused}
      />
    </section>
  );
}

function seenBy({ lane }: Pick<CommentPlace, 'lane'>): string {
  return t(lane === CASES ? 'comments.seenByCase' : 'comments.seenBy');
}

function ThreadItem(props: CommentsPageProps & { one: ThreadToAnswer }) {
  const { one, mayComment } = props;
  const { thread, topic } = one;
  const { first } = thread;
  return (
    <li id={`thread-${first.id}`} class={first.resolvedAt ? 'thread is-resolved' : 'thread'} tabIndex={-1}>
      <Topic topic={topic} annotationId={first.annotationId} kept={props.kept} />
      {first.resolvedAt && <p class="state">{t('comments.resolved')}</p>}
      <ol class="said">
        {saidIn(thread).map((comment) => (
          <li>
            <Said comment={comment} reader={props.reader} />
            {mayComment && props.reader.ownIds.includes(comment.annotatorId) && (
              <OwnDeeds {...props} comment={comment} />
            )}
          </li>
        ))}
      </ol>
      {mayComment && <Answer {...props} />}
    </li>
  );
}

type OneThread = CommentsPageProps & { one: ThreadToAnswer };

/** What somebody may do with what they have said themselves. */
function OwnDeeds(props: OneThread & { comment: Comment }) {
  const { comment, one, refused, back, reader } = props;
  const { id, deletedAt } = comment;
  const form = `edit-${id}`;
  const label = (deed: string) => `${deed}: ${typedBody(comment, reader.names).slice(0, 60)}`;
  if (deletedAt) {
    return (
      <CommentDeed action={`/comments/${id}/restoration`} back={back} label={label(t('comments.bringBack'))}>
        {t('comments.bringBack')}
      </CommentDeed>
    );
  }
  return (
    <div class="comment-deeds">
      <details open={refused?.form === form}>
        <summary aria-label={label(t('comments.edit'))}>{t('comments.edit')}</summary>
        <CommentForm
          id={form}
          action={`/comments/${id}`}
          hidden={{ ...props.kept, _method: 'PATCH', back }}
          label={t('comments.body')}
          button={t('comments.save')}
          value={typedBody(comment, reader.names)}
          people={one.people}
          hint={seenBy(comment)}
          refused={refused}
        />
      </details>
      <CommentDeed
        action={`/comments/${id}`}
        back={back}
        isRemoval={true}
        label={label(t('comments.delete'))}
      >
        {t('comments.delete')}
      </CommentDeed>
    </div>
  );
}

function Answer(props: OneThread) {
  const { article, one, formKey, kept, back, refused } = props;
  const { thread, topic, people } = one;
  const { id, resolvedAt } = thread.first;
  const form = `answer-${id}`;
  const deed = t(resolvedAt ? 'comments.reopen' : 'comments.resolve');
  return (
    <div class="thread-deeds">
      <details open={refused?.form === form}>
        <summary aria-label={`${t('comments.answer')}: ${topic.words.slice(0, 60)}`}>
          {t('comments.answer')}
        </summary>
        <CommentForm
          id={form}
          action={`/articles/${article.id}/comments`}
          hidden={{ ...kept, form_key: formKey, parent: id, back }}
          label={t('comments.answerTo')}
          button={t('comments.sendAnswer')}
          people={people}
          hint={seenBy(thread.first)}
          refused={refused}
        />
      </details>
      <CommentDeed
        action={`/comments/${id}/resolution`}
        back={back}
        isRemoval={resolvedAt !== null}
        label={`${deed}: ${topic.words.slice(0, 60)}`}
      >
        {deed}
      </CommentDeed>
    </div>
  );
}

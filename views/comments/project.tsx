import { isOpenThread, saidIn } from '../../src/domain/comment.ts';
import { t } from '../../src/messages/language.ts';
import { Paging } from '../shared/_paging.tsx';
import { type Reader, Said } from './_said.tsx';
import { Topic, type TopicProps } from './_topic.tsx';

interface ListedThread {
  readonly thread: Parameters<typeof isOpenThread>[0];
  readonly topic: TopicProps['topic'];
}

export interface ProjectCommentsProps {
  /** `/projects/:slug/comments` */
  readonly address: string;
  /** Those that wait for the reader; on the first page alone. */
  readonly waiting: readonly ListedThread[];
  readonly waitingCount: number;
  readonly others: readonly ListedThread[];
  readonly reader: Reader;
  /** Whether those that are not resolved are shown, or the others. */
  readonly isOpen: boolean;
  readonly count: number;
  readonly page: number;
  readonly pages: number;
}

/** What is talked about in a project: what waits for the reader first. */
export function ProjectComments(props: ProjectCommentsProps) {
  const { address, waiting, waitingCount, others, reader, isOpen, count, page, pages } = props;
  const openHeading = waitingCount > 0 ? 'comments.openOthers' : 'comments.openHeading';
  const isEmpty = waiting.length + others.length === 0;
  return (
    <main id="main" tabIndex={-1} class="comments">
      <div class="heading">
        <h1>{t('comments.heading')}</h1>
        <div class="actions">
          <a href={isOpen ? `${address}?show=resolved` : address}>
            {t(isOpen ? 'comments.showResolved' : 'comments.showOpen')}
          </a>
          <a class="button" href={`${address}.jsonl`} download>
            {t('comments.download')}
          </a>
        </div>
      </div>
      {waitingCount > waiting.length && (
        <p class="summary">{t('comments.waiting', { count: waitingCount })}</p>
      )}
      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">
            {t('comments.forYou')} <span class="faint">{waitingCount}</span>
          </h2>
          <p class="hint">{t('comments.forYouHint')}</p>
          <Threads threads={waiting} reader={reader} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">
            {t(isOpen ? openHeading : 'comments.resolvedHeading')}{' '}
            <span class="faint">{count - waitingCount}</span>
          </h2>
          <Threads threads={others} reader={reader} />
        </section>
      )}
      {isEmpty && <p>{t(isOpen ? 'comments.noneOpen' : 'comments.noneResolved')}</p>}
      <Paging
        page={page}
        pages={pages}
        address={(other) => `${address}?${isOpen ? '' : 'show=resolved&'}page=${other}`}
      />
    </main>
  );
}

function Threads({ threads, reader }: { threads: readonly ListedThread[]; reader: Reader }) {
  return (
    <ul class="threads">
      {threads.map(({ thread, topic }) => (
        <li class={isOpenThread(thread) ? 'thread' : 'thread is-resolved'}>
          <Topic topic={topic} annotationId={thread.first.annotationId} withTitle={true} />
          <ol class="said">
            {saidIn(thread).map((comment) => (
              <li>
                <Said comment={comment} reader={reader} />
              </li>
            ))}
          </ol>
          <p>
            <a href={`/articles/${thread.first.articleId}/comments#thread-${thread.first.id}`}>
              {t('comments.answer')}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

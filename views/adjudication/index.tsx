import type { QueuedArticle } from '../../src/domain/adjudication-queue.ts';
import { t } from '../../src/messages/language.ts';
import { Paging } from '../shared/_paging.tsx';

export interface QueuePageProps {
  /** `/projects/:slug/adjudication` */
  readonly address: string;
  readonly articles: readonly QueuedArticle[];
  /** How many of all are not finished. */
  readonly left: number;
  readonly page: number;
  readonly pages: number;
}

/** The articles to decide on, those on which coders differ most first. */
export function QueuePage({ address, articles, left, page, pages }: QueuePageProps) {
  const [next] = articles.filter(({ final }) => final !== 'done');
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{t('adjudication.queue')}</h1>
        {next && (
          <div class="actions">
            <a class="button primary" href={`/articles/${next.id}/adjudicate`}>
              {t('adjudication.next')}
            </a>
          </div>
        )}
      </div>
      {articles.length === 0 ? (
        <p>{t('adjudication.queueNone')}</p>
      ) : (
        <>
          <p>{t('adjudication.queueLeft', { count: left })}</p>
          <div class="scrolls">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('adjudication.article')}</th>
                  <th scope="col">{t('adjudication.coders')}</th>
                  <th scope="col">{t('adjudication.cases')}</th>
                  <th scope="col">{t('adjudication.differing')}</th>
                  <th scope="col">{t('adjudication.decidedCases')}</th>
                  <th scope="col">{t('adjudication.finalState')}</th>
                </tr>
              </thead>
              <tbody>
                {articles.map((article) => (
                  <Row {...article} />
                ))}
              </tbody>
            </table>
          </div>
          <Paging page={page} pages={pages} address={(other) => `${address}?page=${other}`} />
        </>
      )}
    </main>
  );
}

function Row({ id, title, lanes, cases, differing, decided, final }: QueuedArticle) {
  return (
    <tr>
      <th scope="row">
        <a href={`/articles/${id}/adjudicate`} dir="auto">
          {title}
        </a>
      </th>
      <td class="number">{lanes.length}</td>
      <td class="number">{cases}</td>
      <td class="number">{differing}</td>
      <td class="number">{decided}</td>
      <td>{t(final === 'done' ? 'adjudication.codingDone' : 'adjudication.codingBegun')}</td>
    </tr>
  );
}

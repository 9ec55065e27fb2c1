import { t } from '../../src/messages/language.ts';
import { Paging } from '../shared/_paging.tsx';
import { publishedDay } from '../shared/dates.ts';

/** An article that an import brought, or that was there before. */
export interface ReportedArticle {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly sentenceCount: number;
}

/** A file of an import with what became of it. */
export interface ReportedFile {
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'duplicate' | 'failed';
  /** Null where it became none, or where that is deleted by now. */
  readonly article: ReportedArticle | null;
  readonly problem: string | null;
  /** How its letters were read, where that is a guess. */
  readonly note: string | null;
}

/** What was noted of one annotation. */
export interface ReportedLine {
  readonly place: string;
  readonly outcome: string;
  readonly label: string | null;
  readonly words: string | null;
  readonly reason: string;
  readonly articleId: string | null;
  readonly annotationId: string | null;
}

/** One page of a list, counted from one, and where the others are. */
interface Pages {
  readonly page: number;
  readonly pages: number;
  readonly address: (page: number) => string;
}

const FILE_STATES = {
  waiting: 'importing.fileWaiting',
  done: 'importing.fileDone',
  duplicate: 'importing.fileDuplicate',
  failed: 'importing.fileFailed',
} as const satisfies Record<ReportedFile['state'], string>;

/** Every file with what became of it; those that failed come first. */
export function FileReport({ files, ...pages }: { files: readonly ReportedFile[] } & Pages) {
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">{t('importing.filesTable')}</h2>
      <div class="scrolls">
        <table class="stacked report">
          <thead>
            <tr>
              <th scope="col">{t('importing.article')}</th>
              <th scope="col">{t('importing.published')}</th>
              <th scope="col">{t('importing.length')}</th>
              <th scope="col">{t('importing.file')}</th>
              <th scope="col">{t('importing.result')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <File {...file} />
            ))}
          </tbody>
        </table>
      </div>
      <Paging {...pages} />
    </section>
  );
}

function File({ name, state, article, problem, note }: ReportedFile) {
  return (
    <tr>
      {article ? <ArticleCells {...article} /> : <td colSpan={3} />}
      <td dir="auto">{name}</td>
      <td class={problem ? 'wrong' : undefined}>
        {problem ?? t(FILE_STATES[state])}
        {note && <span class="hint"> {note}</span>}
        {article && (
          <>
            {' '}
            <StartCoding {...article} />
          </>
        )}
      </td>
    </tr>
  );
}

function ArticleCells({ id, title, published, sentenceCount }: ReportedArticle) {
  return (
    <>
      <td>
        <a href={`/articles/${id}`} dir="auto">
          {title}
        </a>
      </td>
      <td>{published && <time datetime={published}>{publishedDay(published)}</time>}</td>
      <td class="numbers">{t('importing.sentences', { count: sentenceCount })}</td>
    </>
  );
}

function StartCoding({ id, title }: ReportedArticle) {
  return (
    <a class="start" href={`/articles/${id}`} aria-label={t('importing.startCodingOf', { title })}>
      {t('importing.startCoding')}
    </a>
  );
}

/** The articles into which an import brought annotations. */
export function ArticleReport({ articles }: { articles: readonly ReportedArticle[] }) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="articles-heading">
      <h2 id="articles-heading">{t('importing.articlesTable')}</h2>
      <div class="scrolls">
        <table class="stacked report">
          <thead>
            <tr>
              <th scope="col">{t('importing.article')}</th>
              <th scope="col">{t('importing.published')}</th>
              <th scope="col">{t('importing.length')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {articles.map((article) => (
              <tr>
                <ArticleCells {...article} />
                <td>
                  <StartCoding {...article} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Where the reason alone does not say what was done. */
const OUTCOMES = {
  moved: 'importing.moved',
  note: 'importing.note',
  refused: 'importing.refused',
  unreadable: 'importing.unreadable',
} as const;

/** What was noted of annotations that did not go in just as they stood in their file. */
export function LineReport({ lines, ...pages }: { lines: readonly ReportedLine[] } & Pages) {
  if (lines.length === 0) return <p>{t('importing.allExact')}</p>;
  return (
    <section aria-labelledby="lines-heading">
      <h2 id="lines-heading">{t('importing.review')}</h2>
      <div class="scrolls">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{t('importing.place')}</th>
              <th scope="col">{t('importing.label')}</th>
              <th scope="col">{t('importing.words')}</th>
              <th scope="col">{t('importing.result')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line {...line} />
            ))}
          </tbody>
        </table>
      </div>
      <Paging {...pages} />
    </section>
  );
}

function Line({ place, outcome, label, words, reason, articleId, annotationId }: ReportedLine) {
  const said = Object.entries(OUTCOMES).find(([name]) => name === outcome)?.[1];
  return (
    <tr>
      <td dir="auto">{place}</td>
      <td dir="auto">{label}</td>
      <td dir="auto">
        {annotationId ? (
          <a href={`/annotations/${annotationId}`}>{words ?? t('importing.itsAnnotation')}</a>
        ) : (
          words
        )}
        {!annotationId && articleId && (
          <>
            {' '}
            <a href={`/articles/${articleId}`}>{t('importing.theArticle')}</a>
          </>
        )}
      </td>
      <td>
        {said && <strong>{t(said)} </strong>}
        <span dir="auto">{reason}</span>
      </td>
    </tr>
  );
}

import { Paging } from '../shared/_paging.tsx';

/** A file of an import with what became of it. */
export interface ReportedFile {
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'duplicate' | 'failed';
  readonly articleId: string | null;
  readonly problem: string | null;
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

/** Every file with what became of it; those that failed come first. */
export function FileReport({ files, ...pages }: { files: readonly ReportedFile[] } & Pages) {
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">Files</h2>
      <div class="scrolls">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What became of it</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, state, articleId, problem }) => (
              <tr>
                <td dir="auto">{articleId ? <a href={`/articles/${articleId}`}>{name}</a> : name}</td>
                <td class={problem ? 'wrong' : undefined}>{problem ?? FILE_STATES[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Paging {...pages} />
    </section>
  );
}

const FILE_STATES: Readonly<Record<ReportedFile['state'], string>> = {
  waiting: 'Waits',
  done: 'Imported',
  duplicate: 'Was here already',
  failed: 'Could not be imported',
};

/** Where the reason alone does not say what was done. */
const OUTCOMES: Readonly<Record<string, string>> = {
  moved: 'Imported.',
  note: 'Became a note.',
  refused: 'Not imported.',
  unreadable: 'Not readable.',
};

/** What was noted of annotations that did not go in just as they stood in their file. */
export function LineReport({ lines, ...pages }: { lines: readonly ReportedLine[] } & Pages) {
  if (lines.length === 0) return <p>Every annotation stands just where its file says.</p>;
  return (
    <section aria-labelledby="lines-heading">
      <h2 id="lines-heading">What is not just as in the file</h2>
      <div class="scrolls">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Where in the file</th>
              <th scope="col">Label</th>
              <th scope="col">Words</th>
              <th scope="col">What was done</th>
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
  return (
    <tr>
      <td dir="auto">{place}</td>
      <td dir="auto">{label}</td>
      <td dir="auto">
        {annotationId ? <a href={`/annotations/${annotationId}`}>{words ?? 'its annotation'}</a> : words}
        {!annotationId && articleId && (
          <>
            {' '}
            <a href={`/articles/${articleId}`}>the article</a>
          </>
        )}
      </td>
      <td>
        {OUTCOMES[outcome] && <strong>{OUTCOMES[outcome]} </strong>}
        <span dir="auto">{reason}</span>
      </td>
    </tr>
  );
}

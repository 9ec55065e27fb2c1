import type { Project } from '../../src/domain/project.ts';
import { inWords, t } from '../../src/messages/language.ts';

export interface SplitPageProps {
  readonly project: Project;
  /** Who made how much together. */
  readonly work: readonly { readonly name: string; readonly annotations: number; readonly marks: number }[];
  readonly problem: string | undefined;
}

/** What would go into whose coding, and the question whether it shall. */
export function SplitPage({ project, work, problem }: SplitPageProps) {
  const own = `/projects/${encodeURIComponent(project.slug)}`;
  return (
    <main id="main" tabIndex={-1} class="settings">
      <h1>{t('projects.splitHeading')}</h1>
      <p>{t('projects.splitIntro')}</p>
      {work.length === 0 ? <p>{t('projects.nothingShared')}</p> : <Shares work={work} />}
      <form method="post" action={`${own}/split`}>
        <p class="wrong" role={problem ? 'alert' : undefined}>
          {problem}
        </p>
        {work.length > 0 && <Completeness />}
        <p class="actions">
          {work.length > 0 && (
            <button type="submit" class="primary">
              {t('projects.split')}
            </button>
          )}
          <a href={own}>{t('projects.backToSettings')}</a>
        </p>
      </form>
    </main>
  );
}

function Shares({ work }: Pick<SplitPageProps, 'work'>) {
  return (
    <div class="scrolls">
      <table class="stacked">
        <caption>{t('projects.shares')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('projects.annotator')}</th>
            <th scope="col" class="number">
              {t('projects.annotations')}
            </th>
            <th scope="col" class="number">
              {t('projects.marks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {work.map(({ name, annotations, marks }) => (
            <tr>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td class="number">{inWords(annotations)}</td>
              <td class="number">{inWords(marks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Completeness() {
  return (
    <div class="choice">
      <input type="checkbox" id="complete" name="complete" value="1" aria-describedby="complete-hint" />
      <label for="complete">{t('projects.splitComplete')}</label>
      <p class="hint" id="complete-hint">
        {t('projects.splitCompleteHint')}
      </p>
    </div>
  );
}

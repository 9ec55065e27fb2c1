import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';
import { Definition } from './_definition.tsx';

export interface CodebookPageProps {
  readonly project: Project;
  readonly address: string;
  readonly mayChange: boolean;
}

/** The whole codebook, to read and to print. */
export function CodebookPage({ project, address, mayChange }: CodebookPageProps) {
  const { codebook } = project;
  return (
    <main id="main" tabIndex={-1} class="prose codebook">
      <h1 dir="auto">{t('codebook.of', { name: project.name })}</h1>
      <p>{t('codebook.intro')}</p>
      <p class="actions">
        {mayChange && (
          <a class="button" href={`${address}/edit`}>
            {t('codebook.change')}
          </a>
        )}
        <a href={`${address}/versions`}>{t('codebook.versions')}</a>
        <a href={`${address}.json`} download>
          {t('codebook.json')}
        </a>
      </p>
      {codebook.tags.map((tag) => (
        <Definition tag={tag} level="h2" />
      ))}
      <p class="faint">{t('codebook.version', { number: codebook.number })}</p>
    </main>
  );
}

import type { SightSettings } from '../../src/domain/permission.ts';
import { MAX_NAME } from '../../src/domain/person-settings.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { Leaving } from './_leaving.tsx';
import { ProjectSettings } from './_settings.tsx';
import { CoderSight } from './_sight.tsx';
import { WayOfWorking } from './_way.tsx';

/** How a copy is to be made. */
export interface CopyForm {
  readonly name: string;
  readonly withArticles: boolean;
}

export interface ProjectPageProps {
  /** As it stands, or as it was sent. */
  readonly project: Project;
  /** Its name as it stands. */
  readonly called: string;
  readonly mayChange: boolean;
  /** What coders see there; absent where everybody sees everything. */
  readonly sight: SightSettings | undefined;
  /** Whether people have accounts that they can delete. */
  readonly hasAccounts: boolean;
  /** What the person may see there. */
  readonly pages: readonly ProjectSubpage[];
  readonly copy: CopyForm;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** A page of a project beside its own. */
export type ProjectSubpage =
  | 'codebook'
  | 'people'
  | 'assignments'
  | 'progress'
  | 'agreement'
  | 'adjudication'
  | 'comments'
  | 'audit';

/** A project's own page: what holds for everybody in it, and what becomes of it. */
export function ProjectPage(props: ProjectPageProps) {
  const { project, called, mayChange, sight, hasAccounts, pages, copy, problems } = props;
  return (
    <main id="main" tabIndex={-1} class="settings">
      <h1 dir="auto">{called}</h1>
      {project.isArchived && <p>{t('projects.isArchived')}</p>}
      <p class="actions">
        <a class="button" href={`/?project=${encodeURIComponent(project.slug)}`}>
          {t('projects.openArticles')}
        </a>
        {pages.map((page) => (
          <Subpage project={project} page={page} />
        ))}
        <a href="/projects">{t('projects.all')}</a>
      </p>
      {mayChange && (
        <>
          {!project.isArchived && (
            <ProjectSettings
              project={project}
              heading={t('projects.settings')}
              problem={problems.project_name}
            />
          )}
          {!project.isArchived && <WayOfWorking project={project} problem={problems.way} />}
          {!project.isArchived && sight && <CoderSight slug={project.slug} settings={sight} />}
          {!project.isArchived && hasAccounts && <Leaving project={project} />}
          <CopyOf project={project} copy={copy} problem={problems.copy_name} />
          <Archive project={project} problem={problems.archive} />
        </>
      )}
    </main>
  );
}

function Subpage({ project, page }: { project: Project; page: ProjectSubpage }) {
  const slug = encodeURIComponent(project.slug);
  const address = page === 'audit' ? `/audit?project=${slug}` : `/projects/${slug}/${page}`;
  const names = {
    codebook: t('codebook.heading'),
    people: t('projects.people'),
    assignments: t('assignments.heading'),
    progress: t('assignments.progress'),
    agreement: t('agreement.heading'),
    adjudication: t('adjudication.queue'),
    comments: t('comments.heading'),
    audit: t('auditPage.heading'),
  };
  return <a href={address}>{names[page]}</a>;
}

interface PartProps {
  readonly project: Project;
  readonly problem: string | undefined;
}

function CopyOf({ project, copy, problem }: PartProps & { copy: CopyForm }) {
  return (
    <section class="setting-group" aria-labelledby="copy">
      <h2 id="copy">{t('projects.copyHeading')}</h2>
      <form method="post" action={`${ownAddress(project)}/copies`}>
        <Field
          name="copy_name"
          label={t('projects.copyName')}
          hint={t('projects.copyHint')}
          problem={problem}
        >
          {(control) => (
            <input
              {...control}
              value={copy.name}
              maxLength={MAX_NAME}
              required
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
        <div class="choice">
          <input
            type="checkbox"
            id="articles"
            name="articles"
            value="1"
            checked={copy.withArticles}
            aria-describedby="articles-hint"
          />
          <label for="articles">{t('projects.withArticles')}</label>
          <p class="hint" id="articles-hint">
            {t('projects.withArticlesHint')}
          </p>
        </div>
        <p class="actions">
          <button type="submit">{t('projects.copy')}</button>
        </p>
      </form>
    </section>
  );
}

function Archive({ project, problem }: PartProps) {
  const { isArchived } = project;
  return (
    <section class="setting-group" aria-labelledby="archive">
      <h2 id="archive">{t('projects.archiveHeading')}</h2>
      {!isArchived && <p class="hint">{t('projects.archiveHint')}</p>}
      <form method="post" action={`${ownAddress(project)}/archive`}>
        {isArchived && <input type="hidden" name="_method" value="DELETE" />}
        <p class="wrong" role={problem ? 'alert' : undefined}>
          {problem}
        </p>
        <p class="actions">
          <button type="submit">{t(isArchived ? 'projects.restore' : 'projects.archive')}</button>
        </p>
      </form>
    </section>
  );
}

function ownAddress({ slug }: Project): string {
  return `/projects/${encodeURIComponent(slug)}`;
}

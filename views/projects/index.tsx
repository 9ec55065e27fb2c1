import type { Role } from '../../src/domain/permission.ts';
import { MAX_NAME } from '../../src/domain/person-settings.ts';
import type { Project } from '../../src/domain/project.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';

/** A project of the person's, as the list shows it. */
export interface ListedProject extends Project {
  readonly role: Role;
  readonly size: { readonly articles: number; readonly people: number } | undefined;
}

export interface ProjectsPageProps {
  readonly projects: readonly ListedProject[];
  /** The form for a new one, as it was sent where it was refused; absent for whoever may make none. */
  readonly form: NewProjectForm | undefined;
}

interface NewProjectForm {
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
}

/** The person's projects, archived ones apart, and the form for a new one. */
export function ProjectsPage({ projects, form }: ProjectsPageProps) {
  const open = projects.filter(({ isArchived }) => !isArchived);
  const archived = projects.filter(({ isArchived }) => isArchived);
  return (
    <main id="main" tabIndex={-1} class="projects">
      <h1>{t('projects.heading')}</h1>
      <p class="hint">{t('projects.intro')}</p>
      {open.length === 0 ? (
        <p>{t('projects.none')}</p>
      ) : (
        <ProjectTable projects={open} label={t('projects.heading')} />
      )}
      {form && <NewProject {...form} />}
      {archived.length > 0 && (
        <section aria-labelledby="archived">
          <h2 id="archived">{t('projects.archived')}</h2>
          <p class="hint">{t('projects.archivedHint')}</p>
          <ProjectTable projects={archived} label={t('projects.archived')} />
        </section>
      )}
    </main>
  );
}

function ProjectTable({ projects, label }: { projects: readonly ListedProject[]; label: string }) {
  return (
    <div class="scrolls">
      <table class="stacked" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('projects.name')}</th>
            <th scope="col">{t('projects.role')}</th>
            <th scope="col" class="number">
              {t('projects.articles')}
            </th>
            <th scope="col" class="number">
              {t('projects.people')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <ProjectRow {...project} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProjectRow({ slug, name, role, size }: ListedProject) {
  const inAddress = encodeURIComponent(slug);
  return (
    <tr>
      <th scope="row">
        <a href={`/?project=${inAddress}`} dir="auto">
          {name}
        </a>
      </th>
      <td>{t(`role.${role}`)}</td>
      <td class="number" data-label={t('projects.articles')}>
        {inWords(size?.articles ?? 0)}
      </td>
      <td class="number" data-label={t('projects.people')}>
        {inWords(size?.people ?? 0)}
      </td>
      <td>
        <a href={`/projects/${inAddress}`} aria-label={t('projects.settingsOf', { name })}>
          {t('projects.settings')}
        </a>
      </td>
    </tr>
  );
}

function NewProject({ name = '', problem }: NewProjectForm) {
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t('projects.newHeading')}</h2>
      <form method="post" action="/projects">
        <Field name="name" label={t('projects.newName')} problem={problem}>
          {(control) => (
            <input {...control} value={name} maxLength={MAX_NAME} required autoComplete="off" dir="auto" />
          )}
        </Field>
        <p class="actions">
          <button type="submit">{t('projects.create')}</button>
        </p>
      </form>
    </section>
  );
}

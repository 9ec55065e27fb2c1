import { t } from '../../src/messages/language.ts';
import type { Place } from './place.ts';

/** The name of the project that a page is of, and the way to the others; nothing for the only one of a local desk. */
export function ProjectSwitch({
  project,
  projects,
  isShown = false,
}: Place & { isShown?: boolean | undefined }) {
  if (projects.length < 2 && !isShown) return null;
  const open = projects.filter((each) => !each.isArchived || each.id === project.id);
  return (
    <details class="project-switch">
      <summary>
        <span class="hidden-words">{t('projects.project')}</span> <span dir="auto">{project.name}</span>
        {project.isArchived && <span class="faint"> {t('projects.archivedMark')}</span>}
      </summary>
      <ul>
        {open.map(({ id, slug, name }) => (
          <li>
            <a
              href={`/?project=${encodeURIComponent(slug)}`}
              aria-current={id === project.id ? 'true' : undefined}
              dir="auto"
            >
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={`/projects/${encodeURIComponent(project.slug)}`}>{t('projects.thisProject')}</a>
        </li>
        <li>
          <a href="/projects">{t('projects.all')}</a>
        </li>
      </ul>
    </details>
  );
}

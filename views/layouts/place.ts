import type { Project } from '../../src/domain/project.ts';

/** In which of the person's projects a page is. */
export interface Place {
  readonly project: Project;
  /** All of them, archived ones too; the addresses name one only where there are several. */
  readonly projects: readonly Project[];
}

/** The same of a page that may be of none. */
interface Standing {
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
}

/** How the addresses of a page are written: in its project, where it is of one. */
export function addressesOf({ project, projects }: Standing): (path: string) => string {
  return (path) => (project ? inProject({ project, projects }, path) : path);
}

/** An address in the page's project: named in the query only where there are several. */
export function inProject({ project, projects }: Place, path: string): string {
  if (projects.length < 2) return path;
  return `${path}${path.includes('?') ? '&' : '?'}project=${encodeURIComponent(project.slug)}`;
}

import type { Project } from '../../domain/project.ts';

/** Where a project's codebook is. */
export function codebookAddress({ slug }: Pick<Project, 'slug'>, place = ''): string {
  return `/projects/${encodeURIComponent(slug)}/codebook${place}`;
}

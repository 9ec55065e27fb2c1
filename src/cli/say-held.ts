import type { Held } from '../store/check-file.ts';

/** `1 project, 12 articles, 340 annotations` */
export function heldWords({ projects, articles, annotations }: Held): string {
  return [
    counted(projects, 'project'),
    counted(articles, 'article'),
    counted(annotations, 'annotation'),
  ].join(', ');
}

/** A number with its noun. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

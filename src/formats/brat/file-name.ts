import type { ExportArticle } from '../../domain/record.ts';

const MAX_TITLE_LENGTH = 60;

/**
 * A name for an article's files, without its ending: the title in plain letters and the identifier, which keeps it
 * unique and the same in every export. Sorted by name the articles stand in the order of their titles.
 */
export function fileNameOf({ title, id }: Pick<ExportArticle, 'title' | 'id'>): string {
  return `${plainName(title).slice(0, MAX_TITLE_LENGTH).replace(/-$/, '') || 'article'}-${plainName(id)}`;
}

/** Lower-case letters and digits of ASCII, accents taken off, everything else a single `-`. */
export function plainName(words: string): string {
  return words
    .slice(0, 4 * MAX_TITLE_LENGTH)
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

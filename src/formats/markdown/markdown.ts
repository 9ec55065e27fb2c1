import type { Format } from '../format.ts';
import { writeMarkdown } from './write.ts';

/** A report to read, edit and paste elsewhere. */
export const markdown: Format = {
  key: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  name: 'Markdown',
  description:
    'A report: for each article its claims, its quotes by speaker and a table of its statistics. For notes and wikis.',
  losses: [
    'The article has its title and details here, not its text and language.',
    'Offsets, identifiers, the origin and the times of an annotation are not written.',
    'Line breaks and tabs in texts become spaces.',
  ],
  write: writeMarkdown,
};

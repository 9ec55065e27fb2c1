import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeMarkdown } from './write.ts';

/** A report to read, edit and paste elsewhere. */
export const markdown: Format = {
  key: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  get name() {
    return t('formatName.markdown');
  },
  get description() {
    return t('formatUse.markdown');
  },
  losses: [
    'The article has its title and details here, not its text, language and labels.',
    'Offsets, identifiers, the origin and the times of an annotation are not written.',
    'Line breaks and tabs in texts become spaces.',
    'Links between annotations are not in the file.',
  ],
  write: writeMarkdown,
};

import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeConfig } from './config.ts';
import { writeTasks } from './write.ts';

/** One task an article, to be imported into Label Studio, with the labelling configuration that it needs. */
export const labelstudio: Format = {
  key: 'labelstudio',
  extension: 'labelstudio.json',
  mediaType: 'application/json',
  get name() {
    return t('formatName.labelstudio');
  },
  get description() {
    return t('formatUse.labelstudio');
  },
  losses: [
    'Sentences marked “nothing here” and the history of changes are not in the file.',
    'Label Studio shows the person who imports as the annotator; the annotators’ names and the times stay in the meta of each region.',
    'A split annotation becomes a region for each part, tied together by relations named “continues”.',
    'Links between annotations are not in the file.',
  ],
  write: (source) => writeTasks(source),
  companion: { suffix: '.config.xml', mediaType: 'application/xml', write: writeConfig },
};

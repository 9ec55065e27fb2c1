import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeQdc } from './write.ts';

/** The codebook alone, for QDA software. */
export const qdc: Format = {
  key: 'qdc',
  extension: 'qdc',
  mediaType: 'application/xml',
  get name() {
    return t('formatName.qdc');
  },
  get description() {
    return t('formatUse.qdc');
  },
  losses: ['A codebook holds codes alone: no article and no annotation.'],
  write: writeQdc,
};

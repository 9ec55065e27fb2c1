import type { Format } from '../format.ts';
import { writeQdc } from './write.ts';

/** The codebook alone, for QDA software. */
export const qdc: Format = {
  key: 'qdc',
  extension: 'qdc',
  mediaType: 'application/xml',
  name: 'REFI-QDA codebook',
  description:
    'The tags and their values as codes with colours, to begin a project in ATLAS.ti, MAXQDA, NVivo or QualCoder.',
  losses: ['A codebook holds codes alone: no article and no annotation.'],
  write: writeQdc,
};

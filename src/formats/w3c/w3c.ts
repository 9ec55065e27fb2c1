import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeCollection } from './write.ts';

/** One AnnotationCollection of the W3C's Web Annotation Data Model, for linked data and annotation tools. */
export const w3c: Format = {
  key: 'w3c',
  extension: 'w3c.jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  get name() {
    return t('formatName.w3c');
  },
  get description() {
    return t('formatUse.w3c');
  },
  losses: [
    "The article's text is not in the file: every annotation has its words and up to 32 characters on either side.",
    'The labels of an article are not written.',
    'Articles without annotations are not in the file, unless a coding of them was begun.',
    'The history of changes, and when a sentence was marked “nothing here”, are not in the file.',
    'Links between annotations are not in the file.',
  ],
  write: (source) => writeCollection(source),
};

import { BUILT_IN_TAGS, capitalised, listed, severalOf } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { REVIEWED_TAG } from './claim-review.ts';
import { writeClaimReviews } from './write.ts';

const LEFT_OUT = [
  ...BUILT_IN_TAGS.filter((tag) => tag !== REVIEWED_TAG).map(severalOf),
  'tags of the project’s own',
];

/** Claims for fact-checkers, to be completed with their verdict. */
export const claimreview: Format = {
  key: 'claimreview',
  extension: 'claimreview.jsonld',
  mediaType: 'application/ld+json',
  get name() {
    return t('formatName.claimreview');
  },
  get description() {
    return t('formatUse.claimreview');
  },
  losses: [
    `${capitalised(listed(LEFT_OUT))} are not written.`,
    'There is no reviewRating, author or url of a review: nobody has judged the claims, and whoever does must add them.',
    'The labels of an article are not written.',
    'Offsets, the words between the parts, check-worthiness, confidence, notes, annotators, origins and times are not written.',
  ],
  write: writeClaimReviews,
};

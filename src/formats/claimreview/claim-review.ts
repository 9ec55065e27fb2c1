import type { AnnotationRecord, ExportArticle } from '../../domain/record.ts';
import type { Tag } from '../../domain/tag.ts';

/** The tag of what is reviewed. */
export const REVIEWED_TAG: Tag = 'claim';

/**
 * A claim as schema.org's ClaimReview, as far as it is known before the check: who made the claim and where it appeared.
 * There is no rating, no author and no address of a review, since nobody has reviewed it.
 */
export function claimReviewOf({ id, text, speaker, article }: AnnotationRecord): object {
  return {
    '@type': 'ClaimReview',
    identifier: id,
    claimReviewed: text,
    itemReviewed: {
      '@type': 'Claim',
      text,
      ...(speaker ? { author: { '@type': 'Person', name: speaker } } : {}),
      appearance: appearanceIn(article),
    },
  };
}

function appearanceIn(article: ExportArticle): object {
  const { id, title, byline, publication, published, url, language } = article;
  return {
    '@type': 'NewsArticle',
    identifier: id,
    headline: title,
    ...(byline ? { author: { '@type': 'Person', name: byline } } : {}),
    ...(publication ? { publisher: { '@type': 'Organization', name: publication } } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(url ? { url } : {}),
    ...(language ? { inLanguage: language } : {}),
  };
}

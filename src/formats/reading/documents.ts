import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';

/** What an annotation says of the article that it stands in. */
export interface PlacedAnnotation {
  /** The article's address. */
  readonly source: string;
  readonly articleId?: string | undefined;
  readonly details: IncomingDocument['details'];
  readonly annotation: IncomingAnnotation;
}

/**
 * Puts the annotations of each article together: one document for each, in the order in which the file first
 * names them, with all that any of its annotations says of it. Unreadable records keep their place between
 * them.
 */
export function groupBySource(
  found: Iterable<PlacedAnnotation | UnreadableRecord>,
): Iterable<IncomingDocument | UnreadableRecord> {
  const entries = new Map<string, GrowingDocument | UnreadableRecord>();
  for (const item of found) {
    if ('reason' in item) {
      entries.set(`record ${entries.size}`, item);
      continue;
    }
    const key = `source ${item.articleId ?? ''} ${item.source}`;
    const known = entries.get(key);
    const document = known && 'annotations' in known ? known : begin(item);
    if (document !== known) entries.set(key, document);
    document.annotations.push(item.annotation);
    // What was said first stands: the first annotation of an article describes it.
    document.details = { ...item.details, ...document.details };
  }
  return entries.values();
}

interface GrowingDocument extends IncomingDocument {
  details: IncomingDocument['details'];
  readonly annotations: IncomingAnnotation[];
}

function begin({ source, articleId, details }: PlacedAnnotation): GrowingDocument {
  return {
    place: source === '' ? t('place.noSource') : t('place.source', { source }),
    articleId,
    details,
    annotations: [],
  };
}

import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingCoding, IncomingDocument, UnreadableRecord } from '../incoming.ts';

/** What an annotation says of the article that it stands in. */
interface Placed {
  /** The article's address. */
  readonly source: string;
  readonly articleId?: string | undefined;
  readonly details: IncomingDocument['details'];
}

/** An annotation with its article. */
export interface PlacedAnnotation extends Placed {
  readonly annotation: IncomingAnnotation;
}

/** What is said of a coding of an article. */
export interface PlacedCoding extends Placed {
  readonly coding: IncomingCoding;
}

/**
 * Puts the annotations of each article together: one document for each, in the order in which the file first
 * names them, with all that any of its annotations says of it. Unreadable records keep their place between
 * them.
 */
export function groupBySource(
  found: Iterable<PlacedAnnotation | PlacedCoding | UnreadableRecord>,
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
    if ('annotation' in item) document.annotations.push(item.annotation);
    else document.codings = withCoding(document.codings ?? [], item.coding);
    // What was said first stands: the first annotation of an article describes it.
    document.details = { ...item.details, ...document.details };
  }
  return entries.values();
}

interface GrowingDocument extends IncomingDocument {
  details: IncomingDocument['details'];
  readonly annotations: IncomingAnnotation[];
  codings?: readonly IncomingCoding[];
}

/** What is said of one coding, in however many places, as one. */
function withCoding(known: readonly IncomingCoding[], coding: IncomingCoding): IncomingCoding[] {
  const at = known.findIndex(({ kind, annotator }) => kind === coding.kind && annotator === coding.annotator);
  const before = known[at];
  if (!before) return [...known, coding];
  return known.with(at, { ...before, ...coding, marks: [...before.marks, ...coding.marks] });
}

function begin({ source, articleId, details }: Placed): GrowingDocument {
  return {
    place: source === '' ? t('place.noSource') : t('place.source', { source }),
    articleId,
    details,
    annotations: [],
  };
}

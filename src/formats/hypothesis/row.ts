import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, UnreadableRecord } from '../incoming.ts';
import type { PlacedAnnotation } from '../reading/documents.ts';
import { list, listOf, text } from '../reading/lenient.ts';
import { isoTime } from '../reading/times.ts';
import { type FoundPlace, placeOf } from '../reading/web-annotation/anchors.ts';
import { chooseLabel } from '../reading/web-annotation/labels.ts';

const texts = listOf(z.string());

/** What is read of an annotation; whatever is missing or of another type counts as not given. */
const rowShape = z.looseObject({
  id: text,
  created: text,
  updated: text,
  user: text,
  user_info: z.looseObject({ display_name: text }).optional().catch(undefined),
  uri: text,
  text: text,
  tags: texts,
  references: texts,
  target: listOf(z.looseObject({ source: text, selector: list })),
  document: z
    .looseObject({
      title: z
        .union([z.string(), z.array(z.string()).transform(([first]) => first)])
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

type Row = z.infer<typeof rowShape>;

/**
 * Reads one annotation of Hypothesis. Its positions count UTF-16 code units of the page's text as it was when
 * the annotation was made; the words with their context hold longer. Page notes and replies have no place of
 * their own.
 */
export function readRow(value: unknown, place: string): PlacedAnnotation | UnreadableRecord {
  const { data: row } = rowShape.safeParse(value);
  if (!row) return { place, reason: t('record.notAnnotation') };
  const source = row.uri ?? row.target[0]?.source;
  if (!source) return { place, reason: t('record.noUri') };
  const found = placeOfRow(row);
  if (found && 'reason' in found) return { place, reason: t('record.placeGiven', { what: found.reason }) };
  const title = row.document?.title?.trim();
  return {
    source,
    details: { ...(/^https?:/i.test(source) && { url: source }), ...(title && { title }) },
    annotation: { ...toIncoming(row, place), anchors: found ? [found.anchor] : [] },
  };
}

/**
 * A reply points at the annotation that it answers, not at words, even where it repeats that one's target.
 */
function placeOfRow({ target, references }: Row): FoundPlace | undefined {
  const selectors = target.flatMap(({ selector }) => selector);
  if (references.length > 0 || selectors.length === 0) return undefined;
  return placeOf(selectors, { unit: 'utf16', resolve: (selector) => selector });
}

function toIncoming(row: Row, place: string): Omit<IncomingAnnotation, 'anchors'> {
  const { label, remarks: otherTags } = chooseLabel(row.tags.filter((tag) => tag.trim() !== ''));
  const parent = row.references.at(-1);
  const remarks = [
    ...(row.text ? [row.text] : []),
    ...otherTags,
    ...(parent === undefined ? [] : [`In reply to annotation ${parent}`]),
  ];
  return {
    ...(row.id && { id: row.id }),
    place,
    label: label ?? kindOf(row),
    attributes: {},
    ...(remarks.length > 0 && { remarks }),
    annotator: annotatorOf(row) || undefined,
    createdAt: isoTime(row.created),
    updatedAt: isoTime(row.updated),
  };
}

/** What Hypothesis itself calls an annotation that has no tag. */
function kindOf({ references, target, text: comment }: Row): string {
  if (references.length > 0) return 'reply';
  if (target.every(({ selector }) => selector.length === 0)) return 'page note';
  return comment ? 'annotation' : 'highlight';
}

/** The name that the person shows, else that of the account: `acct:name@authority`. */
function annotatorOf({ user, user_info }: Row): string | undefined {
  return user_info?.display_name?.trim() || user?.replace(/^acct:/, '').split('@')[0];
}

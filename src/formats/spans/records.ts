import { t } from '../../messages/language.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { type MarkList, markListsIn } from '../reading/marks-in-json.ts';
import { textOfRecord } from '../reading/text-of-record.ts';
import { asObject } from '../reading/tool-marks.ts';
import { isParagraph, type Paragraph, wordsOfParagraph } from './spacy-paragraph.ts';

/** A text with its spans, as it stands in a record of a file. */
export interface SpanRecord {
  readonly place: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly lists: readonly MarkList[];
  /** A paragraph of spaCy 2, whose spans are tags of its words. */
  readonly paragraph?: Paragraph;
  /** Whether there is a text with spans over it, so that it can be nothing else. */
  readonly hasSpans: boolean;
}

/**
 * The texts of a record: itself, the pair `[text, {entities}]` of spaCy's training data, or what is in a list inside of
 * it, as where a tool has put its settings beside its `annotations` or `examples`.
 */
export function recordsIn({ place, value }: JsonRecord): SpanRecord[] {
  const own = recordOf(place, value);
  if (own?.hasSpans) return [own];
  const record = asObject(value);
  const inside = record
    ? Object.values(record)
        .filter(Array.isArray)
        .flatMap((list) => recordsOfList(place, list))
    : [];
  if (inside.some(({ hasSpans }) => hasSpans)) return inside;
  return own ? [own] : [];
}

function recordsOfList(place: string, list: readonly unknown[]): SpanRecord[] {
  return list.flatMap((item, index) => {
    const found = recordOf(place, item);
    return found ? { ...found, place: t('place.itemIn', { place, number: String(index + 1) }) } : [];
  });
}

function recordOf(place: string, value: unknown): SpanRecord | undefined {
  const record = asPair(value) ?? asObject(value);
  if (!record) return undefined;
  if (isParagraph(record)) {
    const paragraph = wordsOfParagraph(record);
    return { place, value: record, lists: [], paragraph, hasSpans: paragraph.spans.length > 0 };
  }
  const lists = markListsIn(record);
  return { place, value: record, lists, hasSpans: lists.length > 0 && textOfRecord(record) !== undefined };
}

/** spaCy's training data has a text and, beside it, what is said of it. */
function asPair(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [text, said]: unknown[] = value;
  const given = asObject(said);
  return typeof text === 'string' && given ? { ...given, text } : undefined;
}

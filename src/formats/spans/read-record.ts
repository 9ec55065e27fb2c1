import { t } from '../../messages/language.ts';
import type { OffsetUnit } from '../../text/anchor.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { foundDetails } from '../reading/found-details.ts';
import { type JsonMark, marksOf } from '../reading/marks-in-json.ts';
import { textOfRecord } from '../reading/text-of-record.ts';
import { asObject } from '../reading/tool-marks.ts';
import type { SpanRecord } from './records.ts';
import { sayRelations } from './relations.ts';

/** Reads one text with its spans: its document, and each of its spans that cannot be read. */
export function* readRecord(record: SpanRecord): Generator<IncomingDocument | UnreadableRecord> {
  const { place, value, lists, paragraph } = record;
  const { marks, unreadable } = marksIn(record);
  const reach = marks.reduce((most, { mark }) => Math.max(most, mark.span.end), 0);
  const text = paragraph?.text ?? textOfRecord(value, reach);
  if (text === undefined) return yield { place, reason: t('record.noText') };
  const unit = lists.some(({ key }) => PYTHON.includes(key)) ? 'code-points' : 'any';
  const relations = sayRelations(
    value,
    marks.map(({ mark }) => mark),
  );
  const annotations = marks.map(({ at, mark }) =>
    toIncoming(mark, at, paragraph ? 'utf16' : unit, relations),
  );
  yield {
    place,
    text,
    details: foundDetails(value, value.meta),
    annotations: [...annotations, ...wholeLabels(value, place)],
  };
  yield* unreadable;
}

/** Lists of programs in Python, which count code points. */
const PYTHON = ['ents', 'denotations'];

function marksIn({ place, lists, paragraph }: SpanRecord) {
  const marks: { at: string; mark: JsonMark }[] = [];
  const unreadable: UnreadableRecord[] = [];
  let number = 0;
  const nextPlace = () => t('place.spanIn', { place, number: String(++number) });
  for (const { label, start, end } of paragraph?.spans ?? []) {
    const mark = { label, span: { start, end }, words: undefined, id: undefined, user: undefined };
    marks.push({ at: nextPlace(), mark });
  }
  for (const item of lists.flatMap(({ items }) => items)) {
    const at = nextPlace();
    const found = marksOf(item);
    if (found.length === 0) unreadable.push({ place: at, reason: t('record.notLabel') });
    marks.push(...found.map((mark) => ({ at, mark })));
  }
  return { marks, unreadable };
}

function toIncoming(
  mark: JsonMark,
  place: string,
  unit: OffsetUnit,
  relations: ReadonlyMap<JsonMark, readonly string[]>,
): IncomingAnnotation {
  const { label, span, words, id, user } = mark;
  const remarks = relations.get(mark);
  return {
    ...(id !== undefined && { id }),
    place,
    label,
    anchors: [{ offsets: { ...span, unit }, ...(words !== undefined && { words }) }],
    attributes: {},
    ...(remarks && { remarks }),
    ...(user !== undefined && { annotator: user }),
  };
}

/** spaCy gives each class of a text a number from none to one. */
const MOST_LIKELY = 0.5;

/** What is said of the text as a whole: `cats` of spaCy, a label or a list of them. */
function wholeLabels(value: SpanRecord['value'], place: string): IncomingAnnotation[] {
  const cats = Object.entries(asObject(value.cats) ?? {})
    .filter(([, weight]) => weight === true || (typeof weight === 'number' && weight >= MOST_LIKELY))
    .map(([label]) => label);
  const lists = [value.cats, value.label, value.labels].map((given) =>
    typeof given === 'string' ? [given] : given,
  );
  const named = lists
    .filter(Array.isArray)
    .flatMap((list: unknown[]) => list.filter((one) => typeof one === 'string'));
  return [...cats, ...named].map((label, index) => ({
    place: t('place.categoryIn', { place, number: String(index + 1) }),
    label,
    anchors: [],
    attributes: {},
  }));
}

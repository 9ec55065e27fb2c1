import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { foundDetails } from '../reading/found-details.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { identifier, list, listOf, offset, words } from '../reading/lenient.ts';
import { sayRelations } from './relations.ts';
import { readSpan, type Token } from './span.ts';

const taskShape = z.looseObject({
  text: z.string().optional().catch(undefined),
  answer: words,
  spans: list,
  tokens: listOf(z.looseObject({ start: offset, end: offset })),
  relations: list,
  options: listOf(z.looseObject({ id: identifier, text: words })),
  accept: listOf(identifier),
  label: words,
  _annotator_id: identifier,
  _session_id: identifier,
  _timestamp: z.number().optional().catch(undefined),
});

type Task = z.infer<typeof taskShape>;

function whyNotAccepted(answer: string): string {
  if (answer === 'reject') return t('record.rejected');
  return answer === 'ignore' ? t('record.ignored') : t('record.notAccepted', { answer });
}

/** Reads one task of Prodigy: its document, and each of its spans that cannot be read. */
export function* readTask({ place, value }: JsonRecord): Generator<IncomingDocument | UnreadableRecord> {
  const { data: task } = taskShape.safeParse(value);
  if (!task) return yield { place, reason: t('record.prodigyNotTask') };
  const { text, answer = 'accept' } = task;
  if (answer !== 'accept')
    return yield {
      place,
      reason: whyNotAccepted(answer),
    };
  if (text === undefined) return yield { place, reason: t('record.taskNoTextField') };
  const spans = spansOf(task, place);
  yield {
    place,
    text,
    details: foundDetails(task.meta, value),
    annotations: [...spans.annotations, ...choicesOf(task, place)],
  };
  yield* spans.unreadable;
}

function spansOf(task: Task, place: string) {
  const annotations: IncomingAnnotation[] = [];
  const unreadable: UnreadableRecord[] = [];
  const tokens: readonly Token[] = task.tokens;
  const relations = sayRelations(task.relations);
  for (const [index, written] of task.spans.entries()) {
    const at = t('place.spanIn', { place, number: String(index + 1) });
    const span = readSpan(written, tokens);
    if ('reason' in span) {
      unreadable.push({ place: at, reason: span.reason });
      continue;
    }
    const remarks = relations.get(span.key);
    annotations.push({
      ...madeBy(task),
      place: at,
      label: span.label,
      anchors: [span.anchor],
      attributes: {},
      ...(remarks && { remarks }),
    });
  }
  return { annotations, unreadable };
}

/** What was chosen of the whole text: options of a `choice` task, or the label of a binary one. */
function choicesOf(task: Task, place: string): IncomingAnnotation[] {
  const options = new Map(task.options.map((option) => [option.id, option.text]));
  const chosen = task.accept.map((id) => options.get(id) ?? id);
  return [task.label, ...chosen]
    .filter((label) => label !== undefined)
    .map((label, index) => ({
      ...madeBy(task),
      place: t('place.choiceIn', { place, number: String(index + 1) }),
      label,
      anchors: [],
      attributes: {},
    }));
}

/** The named sessions of older versions are called `dataset-name`; the annotator's own key holds the same. */
function madeBy({ _annotator_id, _session_id, _timestamp }: Task) {
  return {
    annotator: _annotator_id ?? _session_id,
    createdAt: _timestamp === undefined ? undefined : fromSeconds(_timestamp),
  };
}

function fromSeconds(seconds: number): string | undefined {
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

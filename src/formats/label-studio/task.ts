import { z } from 'zod';
import { OUR_KEY } from '../format.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { foundDetails } from '../reading/found-details.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { list, words } from '../reading/lenient.ts';
import { readAnnotation } from './annotation.ts';
import { asTask } from './json-min.ts';
import { taskText } from './task-text.ts';
import { annotationShape, readResults, type WrittenAnnotation } from './written-annotation.ts';

const taskShape = z.looseObject({
  data: z.looseObject({}),
  annotations: list,
  completions: list,
  predictions: list,
});

/** Reads one task, in the shape of Label Studio's JSON or of its JSON-MIN: its document, and what is left out of it. */
export function* readTask({ place, value }: JsonRecord): Generator<IncomingDocument | UnreadableRecord> {
  const { data: task } = taskShape.safeParse(asTask(value));
  if (!task) return yield { place, reason: 'This is no task of Label Studio: it has no “data”.' };
  const { work, unreadable } = workOf(task, place);
  const read = work.map((annotation) => readResults(annotation));
  const found = taskText(
    task.data,
    read.flatMap(({ groups }) => groups),
  );
  if (!found) {
    return yield {
      place,
      reason: 'This task has no text in its “data”: it may be one of images, sound or a chat.',
    };
  }
  const articleId = Object.hasOwn(task.data, OUR_KEY) ? words.parse(task.data.article_id) : undefined;
  const annotations: IncomingAnnotation[] = read.flatMap((results) => readAnnotation(results, found));
  yield {
    place,
    ...(articleId !== undefined && { articleId }),
    text: found.text,
    details: foundDetails(task.data, task.meta),
    annotations,
  };
  yield* unreadable;
  for (const results of read) yield* results.unreadable;
}

/** What people did; what models proposed only where nobody did anything. */
function workOf(task: z.infer<typeof taskShape>, place: string) {
  const people = [...task.annotations, ...task.completions];
  const isPrediction = people.length === 0;
  const all = isPrediction ? task.predictions : people;
  const kind = isPrediction ? 'prediction' : 'annotation';
  const work: WrittenAnnotation[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const [index, written] of all.entries()) {
    const at = all.length === 1 ? place : `${place}, ${kind} ${index + 1}`;
    const { data } = annotationShape.safeParse(written);
    if (!data) unreadable.push({ place: at, reason: `This ${kind} is a single JSON value.` });
    else if (data.was_cancelled)
      unreadable.push({
        place: at,
        reason: 'This annotation was skipped in Label Studio; its marks are left out.',
      });
    else work.push({ ...data, place: at, isPrediction });
  }
  return { work, unreadable };
}

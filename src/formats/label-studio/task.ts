import { z } from 'zod';
import { t } from '../../messages/language.ts';
import { OUR_KEY } from '../format.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { foundDetails } from '../reading/found-details.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { list, words } from '../reading/lenient.ts';
import { readAnnotation } from './annotation.ts';
import { asTask } from './json-min.ts';
import { addressOfText, anchorWithoutText, taskText } from './task-text.ts';
import {
  annotationShape,
  type ReadResults,
  readResults,
  type WrittenAnnotation,
} from './written-annotation.ts';

const taskShape = z.looseObject({
  data: z.looseObject({}),
  annotations: list,
  completions: list,
  predictions: list,
});

/** Reads one task of Label Studio's JSON or JSON-MIN: its document, and what is left out of it. */
export function* readTask({ place, value }: JsonRecord): Generator<IncomingDocument | UnreadableRecord> {
  const { data: task } = taskShape.safeParse(asTask(value));
  if (!task) return yield { place, reason: t('record.notTask') };
  const { work, unreadable } = workOf(task, place);
  const read = work.map((annotation) => readResults(annotation));
  const groups = read.flatMap((results) => results.groups);
  const found = taskText(task.data, groups);
  if (!found) return yield withoutText(task, place, read, addressOfText(task.data, groups));
  const articleId = Object.hasOwn(task.data, OUR_KEY) ? words.parse(task.data.article_id) : undefined;
  const annotations: IncomingAnnotation[] = read.flatMap((results) => readAnnotation(results, found));
  yield {
    place,
    articleId,
    text: found.text,
    details: foundDetails(task.data, task.meta),
    annotations,
  };
  yield* unreadable;
  for (const results of read) yield* results.unreadable;
}

/**
 * A task whose text stands in a file that Label Studio reads from elsewhere: it may be of an article that is here
 * already, and came from that address or is called as the file is.
 */
function withoutText(
  task: z.infer<typeof taskShape>,
  place: string,
  read: readonly ReadResults[],
  address: string | undefined,
): IncomingDocument | UnreadableRecord {
  if (address === undefined) return { place, reason: t('record.taskNoText') };
  const file = address.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
  return {
    place,
    details: {
      title: file.replace(/\.\w{1,5}$/, '') || address,
      ...(/^https?:/i.test(address) && { url: address }),
      ...foundDetails(task.data, task.meta),
    },
    whyNoText: t('record.taskOnlyAddress', { address: address.slice(0, 200) }),
    annotations: read.flatMap((results) => readAnnotation(results, { anchorOf: anchorWithoutText })),
  };
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
    const at = all.length === 1 ? place : t(`place.${kind}In`, { place, number: String(index + 1) });
    const { data } = annotationShape.safeParse(written);
    if (!data) unreadable.push({ place: at, reason: t(`record.${kind}Value`) });
    else if (data.was_cancelled)
      unreadable.push({
        place: at,
        reason: t('record.skipped'),
      });
    else work.push({ ...data, place: at, isPrediction });
  }
  return { work, unreadable };
}

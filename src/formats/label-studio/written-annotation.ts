import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { UnreadableRecord } from '../incoming.ts';
import { identifier, list, text, words } from '../reading/lenient.ts';
import { groupResults, type RegionGroup } from './region-group.ts';
import { type Result, resultShape } from './result.ts';

/** An annotation, or a prediction, of a task. */
export const annotationShape = z.looseObject({
  result: list,
  was_cancelled: z.boolean().optional().catch(undefined),
  completed_by: z
    .union([
      z.looseObject({ id: identifier, email: words, first_name: words, last_name: words }),
      z.string().trim().min(1),
      z.number().transform((id) => `Label Studio user ${id}`),
    ])
    .optional()
    .catch(undefined),
  model_version: words,
  created_at: text,
  updated_at: text,
});

/** One person's, or one model's, work on a task. */
export type WrittenAnnotation = z.infer<typeof annotationShape> & {
  readonly place: string;
  readonly isPrediction: boolean;
};

/** An annotation with its results by region. */
export interface ReadResults {
  readonly annotation: WrittenAnnotation;
  readonly groups: readonly RegionGroup[];
  readonly relations: readonly Result[];
  readonly unreadable: readonly UnreadableRecord[];
}

/** Sorts the results of an annotation by region, and the relations between regions apart. */
export function readResults(annotation: WrittenAnnotation): ReadResults {
  const results: Result[] = [];
  const relations: Result[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const [index, written] of annotation.result.entries()) {
    const { data } = resultShape.safeParse(written);
    if (data) (data.type === 'relation' ? relations : results).push(data);
    else
      unreadable.push({
        place: t('place.resultIn', { place: annotation.place, number: String(index + 1) }),
        reason: t('record.notResult'),
      });
  }
  return { annotation, relations, unreadable, groups: groupResults(results, annotation.place) };
}

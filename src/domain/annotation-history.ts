import { formatParts } from './annotation.ts';
import { ATTRIBUTES, type AttributeName, type Attributes } from './attributes.ts';
import { type Answers, writeAnswer } from './codebook/field.ts';
import { type AnnotationState, sameContent } from './history.ts';
import type { Tag } from './tag.ts';

/** One line of an annotation's history. */
export interface AnnotationEvent {
  readonly id: string;
  /** `create`, `update`, `delete`, `undo` or `redo`. */
  readonly action: string;
  /** Who did it. */
  readonly annotatorId: string;
  readonly at: Date;
  /** Null where it was not there. */
  readonly before: AnnotationState | null;
  readonly after: AnnotationState | null;
}

/** What of an annotation a change has changed, each with what was there and what is there then; null is nothing. */
export type AnnotationDifference =
  | { readonly what: 'tag'; readonly before: Tag | null; readonly after: Tag }
  | { readonly what: 'words'; readonly before: string | null; readonly after: string }
  | {
      readonly what: 'attribute';
      readonly name: AttributeName;
      readonly before: Attributes[AttributeName];
      readonly after: Attributes[AttributeName];
    }
  /** A field of the project's own, as files have it. */
  | {
      readonly what: 'own';
      readonly key: string;
      readonly before: string | null;
      readonly after: string | null;
    };

/** A line of history with what it changed. */
export interface AnnotationVersion extends AnnotationEvent {
  readonly differences: readonly AnnotationDifference[];
  /** Whether the annotation is now as this left it. */
  readonly isCurrent: boolean;
}

/**
 * The history of an annotation, latest first, with what each change changed. `current` is how it stands now, null where it is
 * deleted.
 */
export function versionsOf(
  events: readonly AnnotationEvent[],
  current: AnnotationState | null,
): AnnotationVersion[] {
  return events
    .map((event) => ({
      ...event,
      differences: differencesOf(event),
      isCurrent: sameContent(event.after, current),
    }))
    .toReversed();
}

function differencesOf({ before, after }: AnnotationEvent): AnnotationDifference[] {
  if (!after) return [];
  const different: AnnotationDifference[] = [];
  if (before?.tag !== after.tag)
    different.push({ what: 'tag', before: before?.tag ?? null, after: after.tag });
  if (placeOf(before) !== placeOf(after))
    different.push({ what: 'words', before: before?.text ?? null, after: after.text });
  for (const { name } of ATTRIBUTES) {
    // What history kept before an attribute came does not name it.
    const [was, is] = [before?.[name] ?? null, after[name] ?? null];
    if (was !== is) different.push({ what: 'attribute', name, before: was, after: is });
  }
  return [...different, ...differentAnswers(before?.answers ?? null, after.answers ?? null)];
}

function differentAnswers(before: Answers | null, after: Answers | null): AnnotationDifference[] {
  return Object.keys({ ...before, ...after }).flatMap((key) => {
    const [was, is] = [before, after].map((answers) => {
      const answer = answers?.[key];
      return answer === undefined ? null : writeAnswer(answer);
    });
    return was === is ? [] : [{ what: 'own' as const, key, before: was ?? null, after: is ?? null }];
  });
}

function placeOf(state: AnnotationState | null): string {
  return state ? formatParts(state.parts) : '';
}

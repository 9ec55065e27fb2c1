import type { AnnotationRecord } from '../../domain/record.ts';
import { nameToken } from '../writing/name-token.ts';

/** The xml:id of a fragment of an annotation, counted from 1. */
export function fragmentName(id: string, fragment = 1): string {
  return fragment === 1 ? `a-${nameToken(id)}` : `a-${nameToken(id)}.${fragment}`;
}

/** The xml:id of the feature structure that holds an annotation's attributes. */
export function featuresName(id: string): string {
  return `f-${nameToken(id)}`;
}

/** The people of one article by name: each has an xml:id that no other article of the corpus gives away. */
export interface People {
  /** Those who speak, in order of their first annotation. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly annotators: ReadonlyMap<string, string>;
}

/** Names the people of the article that stands at this place of the corpus. */
export function peopleOf(annotations: readonly AnnotationRecord[], place: number): People {
  return {
    speakers: named(
      annotations.map(({ speaker }) => speaker),
      `speaker-${place}`,
    ),
    annotators: named(
      annotations.map(({ annotator }) => annotator),
      `annotator-${place}`,
    ),
  };
}

function named(people: readonly (string | null)[], prefix: string): ReadonlyMap<string, string> {
  const known = [...new Set(people)].filter((name) => name !== null && name !== '');
  return new Map(known.map((name, index) => [name ?? '', `${prefix}-${index + 1}`]));
}

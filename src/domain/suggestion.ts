import { type Span, touching } from '../text/span.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import { type Annotation, type AnnotationContent, formatParts, orderParts, wordsOf } from './annotation.ts';
import { type Attributes, keepFor, NO_ATTRIBUTES } from './attributes.ts';
import { byTag, type Tag } from './tag.ts';

/** The tags that the text engine suggests, in the order in which it is said. */
export const SUGGESTED_TAGS: readonly Tag[] = ['quote', 'statistic', 'claim'] satisfies Suggestion['tag'][];

/** What names a suggestion in forms and dismissals, across versions of the engine: its tag and its place. */
export function suggestionKey({ tag, parts }: Pick<Suggestion, 'tag' | 'parts'>): string {
  return `${tag}:${formatParts(parts)}`;
}

/** Open suggestions: not dismissed, and no annotation of the same tag on any of the same words. */
export function openSuggestions(
  suggestions: readonly Suggestion[],
  annotations: readonly Annotation[],
  dismissed: ReadonlySet<string>,
): Suggestion[] {
  const taken = takenByTag(annotations);
  return suggestions.filter((suggestion) => {
    if (dismissed.has(suggestionKey(suggestion))) return false;
    return !suggestion.parts.some((part) => {
      const [from, to] = touching(taken[suggestion.tag], part);
      return from < to;
    });
  });
}

/** The words that annotations of each tag cover, as spans in text order that do not overlap. */
function takenByTag(annotations: readonly Annotation[]): Record<Tag, readonly Span[]> {
  const covered = (wanted: Tag) => {
    const parts = annotations.filter(({ tag }) => tag === wanted).flatMap((annotation) => annotation.parts);
    return parts.length > 0 ? orderParts(parts, Number.MAX_SAFE_INTEGER) : [];
  };
  return byTag(covered);
}

/** An accepted suggestion as the annotation it becomes. */
export function contentOf(text: string, suggestion: Suggestion): AnnotationContent {
  const parts = suggestion.parts.map(({ start, end }) => ({ start, end }));
  const place = { tag: suggestion.tag, parts, text: wordsOf(text, parts), origin: 'suggestion' as const };
  return { ...keepFor(suggestion.tag, attributesFrom(suggestion)), ...place };
}

/** What the engine has read, as attributes of the tag. */
export function attributesFrom(read: Partial<Suggestion> & { readonly tag: Tag }): Attributes {
  switch (read.tag) {
    case 'quote': {
      const { speaker = null, cue = null, quoteType = null } = read;
      return {
        ...NO_ATTRIBUTES,
        speaker: speaker?.slice(0, 300) ?? null,
        cue: cue?.slice(0, 100) ?? null,
        quoteType,
      };
    }
    case 'statistic': {
      const { value = null, valueMax = null, comparator = null, unit = null, subject = null } = read;
      return { ...NO_ATTRIBUTES, value, valueMax, comparator, unit, subject };
    }
    case 'claim':
      return {
        ...NO_ATTRIBUTES,
        checkWorthiness: read.score === undefined ? null : worthinessOf(read.score),
      };
    default:
      return NO_ATTRIBUTES;
  }
}

function worthinessOf(score: number): NonNullable<Attributes['checkWorthiness']> {
  if (score >= 0.8) return 'high';
  return score >= 0.65 ? 'medium' : 'low';
}

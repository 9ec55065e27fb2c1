import { overlaps } from '../text/span.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import { type Annotation, type AnnotationContent, formatParts, wordsOf } from './annotation.ts';
import { type Attributes, keepFor, NO_ATTRIBUTES } from './attributes.ts';
import type { Tag } from './tag.ts';

/** What names a suggestion in forms and dismissals, across versions of the engine: its tag and its place. */
export function suggestionKey({ tag, parts }: Pick<Suggestion, 'tag' | 'parts'>): string {
  return `${tag}:${formatParts(parts)}`;
}

/** Suggestions that are still open: not dismissed, and nothing of the same tag on any of the same words yet. */
export function openSuggestions(
  suggestions: readonly Suggestion[],
  annotations: readonly Annotation[],
  dismissed: ReadonlySet<string>,
): Suggestion[] {
  return suggestions.filter((suggestion) => {
    if (dismissed.has(suggestionKey(suggestion))) return false;
    const rivals = annotations.filter(({ tag }) => tag === suggestion.tag);
    return !rivals.some(({ parts }) =>
      parts.some((part) => suggestion.parts.some((own) => overlaps(part, own))),
    );
  });
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
  }
}

function worthinessOf(score: number): NonNullable<Attributes['checkWorthiness']> {
  if (score >= 0.8) return 'high';
  return score >= 0.65 ? 'medium' : 'low';
}

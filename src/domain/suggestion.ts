import { t } from '../messages/language.ts';
import type { TextLanguage } from '../text/language.ts';
import { type Span, touching } from '../text/span.ts';
import { scoreClaim } from '../text/suggest/claim.ts';
import { confidenceOf } from '../text/suggest/confidence.ts';
import { speakerAround } from '../text/suggest/quoted.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import { type Annotation, type AnnotationContent, formatParts, orderParts, wordsOf } from './annotation.ts';
import { type Attributes, keepFor, NO_ATTRIBUTES } from './attributes.ts';
import { InvalidInputError } from './errors.ts';
import type { Tag } from './tag.ts';

/** The tags that the text engine suggests, in the order in which it is said. */
export const SUGGESTED_TAGS: readonly Suggestion['tag'][] = ['quote', 'statistic', 'claim'];

/** The tag whose annotations are ranked by how much they are worth checking. */
export const RANKED_TAG: Tag = 'claim';

/** Where something is suggested, or once was. */
export interface SuggestedPlace {
  readonly tag: Tag;
  readonly parts: readonly Span[];
}

/** What names a suggestion in forms and dismissals, across versions of the engine: its tag and its place. */
export function suggestionKey({ tag, parts }: SuggestedPlace): string {
  return `${tag}:${formatParts(parts)}`;
}

/** Open suggestions: not dismissed, and no annotation of the same tag on any of the same words. */
export function openSuggestions(
  suggestions: readonly Suggestion[],
  annotations: readonly Pick<Annotation, 'tag' | 'parts'>[],
  dismissed: ReadonlySet<string>,
): Suggestion[] {
  const taken = takenByTag(annotations);
  return suggestions.filter((suggestion) => {
    if (dismissed.has(suggestionKey(suggestion))) return false;
    return !suggestion.parts.some((part) => {
      const [from, to] = touching(taken(suggestion.tag), part);
      return from < to;
    });
  });
}

/** The words that annotations of a tag cover, as spans in text order that do not overlap. */
function takenByTag(
  annotations: readonly Pick<Annotation, 'tag' | 'parts'>[],
): (tag: Tag) => readonly Span[] {
  const known = new Map<Tag, readonly Span[]>();
  return (wanted) => {
    const taken = known.get(wanted) ?? coveredBy(annotations.filter(({ tag }) => tag === wanted));
    known.set(wanted, taken);
    return taken;
  };
}

function coveredBy(annotations: readonly Pick<Annotation, 'parts'>[]): readonly Span[] {
  const parts = annotations.flatMap((annotation) => annotation.parts);
  return parts.length > 0 ? orderParts(parts, Number.MAX_SAFE_INTEGER) : [];
}

/**
 * An accepted suggestion as the annotation it becomes. Who speaks in the quotes around a claim is what people
 * say, where they do.
 */
export function contentOf(
  text: string,
  suggestion: Suggestion,
  around: readonly Pick<Annotation, 'tag' | 'parts' | 'speaker'>[],
): AnnotationContent {
  const { tag } = suggestion;
  const parts = suggestion.parts.map(({ start, end }) => ({ start, end }));
  const place = { answers: null, tag, parts, text: wordsOf(text, parts), origin: 'suggestion' as const };
  const speaker = tag === 'claim' ? saidBy(parts, around) : undefined;
  return { ...keepFor(tag, attributesFrom(suggestion)), ...(speaker !== undefined && { speaker }), ...place };
}

/** Who says the words of `parts`, as people tagged the quotes around them. */
export function saidBy(
  parts: readonly Span[],
  annotations: readonly Pick<Annotation, 'tag' | 'parts' | 'speaker'>[],
): string | undefined {
  return speakerAround(
    parts,
    annotations.filter(({ tag }) => tag === 'quote'),
  );
}

/** What the engine has read, as attributes of the tag. */
export function attributesFrom(read: Partial<Suggestion> & { readonly tag: Tag }): Attributes {
  switch (read.tag) {
    case 'quote': {
      const { speaker, cue = null, quoteType = null } = read;
      return { ...NO_ATTRIBUTES, speaker: asSpeaker(speaker), cue: cue?.slice(0, 100) ?? null, quoteType };
    }
    case 'statistic': {
      const { value = null, valueMax = null, comparator = null, unit = null, subject = null } = read;
      return { ...NO_ATTRIBUTES, value, valueMax, comparator, unit, subject };
    }
    case 'claim':
      return { ...NO_ATTRIBUTES, speaker: asSpeaker(read.speaker), ...worthOf(read.score) };
    default:
      return NO_ATTRIBUTES;
  }
}

const asSpeaker = (name: string | undefined) => name?.slice(0, 300) ?? null;

/** Four digits tell more than the score knows. */
function worthOf(score: number | undefined): Pick<Attributes, 'checkScore' | 'checkWorthiness'> {
  if (score === undefined) return { checkScore: null, checkWorthiness: null };
  return { checkScore: Math.round(score * 10_000) / 10_000, checkWorthiness: worthinessOf(score) };
}

/**
 * How much the words of a tag are worth checking, from 0 to 1; null where they are no claim, or in a language whose
 * claims are not read.
 */
export function checkScoreOf(tag: Tag, words: string, { english }: TextLanguage): number | null {
  return tag === 'claim' && english ? worthOf(scoreClaim(words).score).checkScore : null;
}

/**
 * The level of a score. On ordinary news one sentence in six is high and one in three medium; how that was
 * measured stands in docs/text-engine.md.
 */
export function worthinessOf(score: number): NonNullable<Attributes['checkWorthiness']> {
  if (score >= 0.8) return 'high';
  return score >= 0.5 ? 'medium' : 'low';
}

/** Which suggestions a person wants to see in a project. */
export interface SuggestionChoice {
  readonly tags: readonly Tag[];
  /** How sure the engine has to be, from 0 to 1. */
  readonly leastSureness: number;
}

/** How sure the engine has to be, in the steps that are offered: almost all, most, the surest. */
export const SURENESS = [0.5, 0.8, 0.9] as const;

/**
 * What is shown to whoever has not chosen. On news of our own nine in ten of the quotes and figures at 0.8 or
 * more were right, and three in five of the claims; docs/text-engine.md has the table.
 */
export const DEFAULT_CHOICE: SuggestionChoice = { tags: SUGGESTED_TAGS, leastSureness: 0.8 };

/** Whether a person wants to see suggestions like this one, were they to want its tag. */
export function isSureEnough(suggestion: Suggestion, { leastSureness }: SuggestionChoice): boolean {
  return confidenceOf(suggestion) >= leastSureness;
}

/** Whether a person wants to see a suggestion. */
export function isWanted(suggestion: Suggestion, choice: SuggestionChoice): boolean {
  return choice.tags.includes(suggestion.tag) && isSureEnough(suggestion, choice);
}

/** A choice as forms send it: tags and the least sureness. Throws InvalidInputError for what cannot be. */
export function readChoice(tags: readonly string[], sureness: string | undefined): SuggestionChoice {
  const leastSureness = SURENESS.find((step) => step === Number(sureness));
  if (leastSureness === undefined) throw new InvalidInputError({ sureness: t('suggestions.noSuchSureness') });
  return { tags: SUGGESTED_TAGS.filter((tag) => tags.includes(tag)), leastSureness };
}

/** A choice as a database keeps it: `null` where the person chose nothing. */
export function storedChoice(tags: string | null, leastSureness: number | null): SuggestionChoice {
  if (leastSureness === null) return DEFAULT_CHOICE;
  const kept = (tags ?? '').split(',');
  return { tags: SUGGESTED_TAGS.filter((tag) => tags === null || kept.includes(tag)), leastSureness };
}

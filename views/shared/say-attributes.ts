import type { Annotation } from '../../src/domain/annotation.ts';
import type { Attributes } from '../../src/domain/attributes.ts';
import { attributesFrom } from '../../src/domain/suggestion.ts';
import { inWords, t } from '../../src/messages/language.ts';
import type { Suggestion } from '../../src/text/suggest/suggestion.ts';

/** A suggestion in a line: its tag and what would be filled in. */
export function sayAttributes(suggestion: Suggestion): string {
  const attributes = { ...attributesFrom(suggestion), parts: suggestion.parts };
  return [t(`tagName.${suggestion.tag}`), ...summarise(attributes)].join(' · ');
}

type Summarised = Attributes & Pick<Annotation, 'parts'>;

/** What is known of an annotation, in a few words each. */
export function summarise(annotation: Summarised): string[] {
  const { speaker, cue, quoteType, subject, checkWorthiness, confidence, note, parts } = annotation;
  return [
    speaker,
    cue,
    quoteType && t(`choice.${quoteType}`),
    figureOf(annotation),
    subject,
    checkWorthiness && t('said.worth', { level: t(`choice.${checkWorthiness}`) }),
    parts.length > 1 && t('said.parts', { count: parts.length }),
    confidence === 'unsure' && t('choice.unsure'),
    note && t('said.note'),
  ].filter((word) => typeof word === 'string' && word !== '') as string[];
}

function figureOf({ value, valueMax, comparator, unit }: Attributes): string {
  if (value === null) return unit ?? '';
  const range = [value, valueMax].filter((bound) => bound !== null).map((bound) => inWords(bound));
  return [comparator && t(`choice.${comparator}`), sayRange(range), unit].filter(Boolean).join(' ');
}

function sayRange([from = '', to]: readonly string[]): string {
  return to === undefined ? from : t('said.range', { from, to });
}

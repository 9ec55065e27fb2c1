import type { Annotation } from '../../src/domain/annotation.ts';
import type { Attributes } from '../../src/domain/attributes.ts';
import { attributesFrom } from '../../src/domain/suggestion.ts';
import { TAG_FACTS } from '../../src/domain/tag.ts';
import type { Suggestion } from '../../src/text/suggest/suggestion.ts';
import { unitBehind } from '../../src/text/unit-words.ts';
import { CHOICE_NAMES } from './tags.ts';

/** A suggestion in a line: its tag and what would be filled in. */
export function sayAttributes(suggestion: Suggestion): string {
  const attributes = { ...attributesFrom(suggestion), parts: suggestion.parts };
  return [TAG_FACTS[suggestion.tag].name, ...summarise(attributes)].join(' · ');
}

type Summarised = Attributes & Pick<Annotation, 'parts'>;

/** What is known of an annotation, in a few words each. */
export function summarise(annotation: Summarised): string[] {
  const { speaker, cue, quoteType, checkWorthiness, confidence, note, parts } = annotation;
  return [
    speaker,
    cue,
    quoteType,
    figureOf(annotation),
    subjectOf(annotation),
    checkWorthiness && `worth checking: ${checkWorthiness}`,
    parts.length > 1 && `${parts.length} parts`,
    confidence === 'unsure' && 'unsure',
    note && 'note',
  ].filter((word) => typeof word === 'string' && word !== '') as string[];
}

const FIGURE = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

function figureOf({ value, valueMax, comparator, unit }: Attributes): string {
  if (value === null) return unit ?? '';
  const range = [value, valueMax].filter((bound) => bound !== null).map((bound) => FIGURE.format(bound));
  const counted = unit && unitBehind(valueMax ?? value, unit);
  return [comparator && CHOICE_NAMES[comparator], range.join(' to '), counted].filter(Boolean).join(' ');
}

/** "60 people" need not be said to be of people. */
function subjectOf({ value, unit, subject }: Attributes): string | null {
  if (!subject || !unit || value === null) return subject;
  const said = [unit, unitBehind(2, unit)].map((words) => words.toLowerCase());
  return said.includes(subject.trim().toLowerCase()) ? null : subject;
}

import type { Annotation } from '../../src/domain/annotation.ts';
import type { Attributes } from '../../src/domain/attributes.ts';
import type { Answer, Answers } from '../../src/domain/codebook/field.ts';
import { attributesFrom } from '../../src/domain/suggestion.ts';
import { inList, inWords, t } from '../../src/messages/language.ts';
import type { Suggestion } from '../../src/text/suggest/suggestion.ts';
import { unitBehind } from '../../src/text/unit-words.ts';

/** A suggestion in a line: its tag and what would be filled in. */
export function sayAttributes(suggestion: Suggestion): string {
  return [t(`tagName.${suggestion.tag}`), ...sayReading(suggestion)].join(' · ');
}

/**
 * A suggestion as the bar says it, after its number: “statistic, more than 3,900 square kilometers,
 * territory”. A figure is said as it stands on the page.
 */
export function sayOffer(suggestion: Suggestion, words: string): string {
  const says =
    'value' in suggestion
      ? [words, subjectOf(attributesFrom(suggestion))].filter(Boolean)
      : sayReading(suggestion);
  return [t(`tagWord.${suggestion.tag}`), ...says].join(', ');
}

/** What would be filled in, were a suggestion accepted, in a few words each. */
export function sayReading(suggestion: Suggestion): string[] {
  return summarise({ ...attributesFrom(suggestion), parts: suggestion.parts });
}

type Summarised = Attributes & Pick<Annotation, 'parts'> & Partial<Pick<Annotation, 'answers'>>;

/** What is known of an annotation, in a few words each. */
export function summarise(annotation: Summarised): string[] {
  const { speaker, cue, quoteType, confidence, note, parts } = annotation;
  return [
    speaker,
    cue,
    quoteType && t(`choice.${quoteType}`),
    figureOf(annotation),
    subjectOf(annotation),
    worthOf(annotation),
    parts.length > 1 && t('said.parts', { count: parts.length }),
    ...sayAnswers(annotation.answers ?? null),
    confidence === 'unsure' && t('choice.unsure'),
    note && t('said.note'),
  ].filter((word) => typeof word === 'string' && word !== '') as string[];
}

/** What is filled in in a project's own fields: “Verdict: false”. */
export function sayAnswers(answers: Answers | null): string[] {
  return Object.entries(answers ?? {}).map(([key, answer]) =>
    t('field.said', { name: t(`ownFieldName.${key}`), value: sayAnswer(answer) }),
  );
}

/** An answer as people read it. */
export function sayAnswer(answer: Answer): string {
  if (typeof answer === 'boolean') return t(answer ? 'field.yes' : 'field.no');
  if (typeof answer === 'number') return inWords(answer);
  return typeof answer === 'object' ? inList(answer) : answer;
}

function worthOf({ checkWorthiness, checkScore }: Attributes): string {
  const score = checkScore === null ? '' : inWords(Math.round(checkScore * 100) / 100);
  if (checkWorthiness === null) return score && t('said.score', { score });
  const level = t(`choice.${checkWorthiness}`);
  return score ? t('said.worthScored', { level, score }) : t('said.worth', { level });
}

function figureOf({ value, valueMax, comparator, unit }: Attributes): string {
  if (value === null) return unit ?? '';
  const range = [value, valueMax].filter((bound) => bound !== null).map((bound) => inWords(bound));
  const counted = unit && unitBehind(valueMax ?? value, unit);
  return [comparator && t(`choice.${comparator}`), sayRange(range), counted].filter(Boolean).join(' ');
}

/** "60 people" need not be said to be of people. */
function subjectOf({ value, unit, subject }: Attributes): string | null {
  if (!subject || !unit || value === null) return subject;
  const said = [unit, unitBehind(2, unit)].map((words) => words.toLowerCase());
  return said.includes(subject.trim().toLowerCase()) ? null : subject;
}

function sayRange([from = '', to]: readonly string[]): string {
  return to === undefined ? from : t('said.range', { from, to });
}

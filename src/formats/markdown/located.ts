import { type AttributeName, type AttributeRule, attributesOf } from '../../domain/attributes.ts';
import { writeAnswers } from '../../domain/codebook/field.ts';
import type { AnnotationRecord } from '../../domain/record.ts';
import { attributeName } from '../../messages/en/attributes.ts';
import { startingSentence } from '../writing/starting-sentence.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** An annotation with the number of the sentence in which it starts, from 1; undefined in a heading. */
export interface Located {
  readonly record: AnnotationRecord;
  readonly sentence: number | undefined;
}

/** Finds the sentence of an annotation. */
export function locate(record: AnnotationRecord): Located {
  const sentence = startingSentence(record);
  return { record, sentence: sentence < 0 ? undefined : sentence + 1 };
}

/** What every item tells in a place of its own. */
export const TOLD_APART: readonly AttributeName[] = ['confidence', 'note'];

/**
 * An annotation as an item of a list: its words, below them its attributes, as names with values, where it is
 * and whose; and its note. What has no value is left out, and what `told` says that the list tells already.
 */
export function listItem({ record, sentence }: Located, told: readonly AttributeName[] = TOLD_APART): string {
  const { tag, text, annotator, confidence, note } = record;
  const rules = attributesOf(tag).filter(({ name }) => !told.includes(name));
  const choicesFirst = [...rules.filter(isChoice), ...rules.filter((rule) => !isChoice(rule))];
  const known = choicesFirst.map(
    ({ name }) => [attributeName[name].toLowerCase(), asText(record[name])] as const,
  );
  const all = [
    ...known,
    ...writeAnswers(record.answers).map(([name, text]) => [ownName(name), text] as const),
    ['confidence', confidence],
    ['sentence', sentence === undefined ? 'none, in a heading' : String(sentence)],
    ['annotator', annotator],
  ] as const;
  const line = all
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${escapeMarkdown(value ?? '')}`)
    .join(' · ');
  return [
    `- ${escapeMarkdown(text)}\n`,
    `  - ${line}\n`,
    note ? `  - note: ${escapeMarkdown(note)}\n` : '',
  ].join('');
}

const ownName = (name: string) => name.replace(/^field_/, '').replaceAll('_', ' ');
const isChoice = ({ kind }: AttributeRule) => kind === 'choice';
const asText = (value: string | number | null) => (value === null ? null : String(value));

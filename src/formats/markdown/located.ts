import type { AnnotationRecord } from '../record.ts';
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

/**
 * An annotation as an item of a list: its words, below them what is known of it, as names with values, where
 * it is and whose; and its note. What has no value is left out.
 */
export function listItem(
  { record, sentence }: Located,
  known: readonly (readonly [name: string, value: string | null])[],
): string {
  const { text, annotator, confidence, note } = record;
  const all = [
    ...known,
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

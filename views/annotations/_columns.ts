import { ATTRIBUTES, type AttributeRule } from '../../src/domain/attributes.ts';
import { t } from '../../src/messages/language.ts';

/** A column of the table by its name in addresses: an attribute has that of its field. */
export type ColumnKey = string;

/** Columns beside the attributes'. The words and what is done with a row always have theirs. */
const BEFORE = ['tag', 'article', 'details'];
const BEHIND = ['annotator', 'changed'];

/** All columns that can be chosen, in order. */
export const COLUMN_KEYS: readonly ColumnKey[] = [
  ...BEFORE,
  ...ATTRIBUTES.map(({ field }) => field),
  ...BEHIND,
];

/** Those that are shown unless a person chooses others. */
export const USUAL_COLUMNS: readonly ColumnKey[] = [
  'tag',
  'article',
  'details',
  'speaker',
  'confidence',
  ...BEHIND,
];

/** By which order a column's heading sorts. */
export const SORTED_BY: Readonly<Record<ColumnKey, string>> = {
  article: 'text',
  tag: 'tag',
  speaker: 'speaker',
  value: 'value',
  check_score: 'score',
  changed: 'changed',
};

/** The attribute that a column shows. */
export function attributeOf(column: ColumnKey): AttributeRule | undefined {
  return ATTRIBUTES.find(({ field }) => field === column);
}

/** What a column is called. */
export function columnName(column: ColumnKey): string {
  const names: Readonly<Record<string, string>> = {
    tag: t('annotations.tag'),
    article: t('annotations.article'),
    details: t('annotations.details'),
    annotator: t('annotations.annotator'),
    changed: t('annotations.changed'),
  };
  const attribute = attributeOf(column)?.name;
  return names[column] ?? (attribute ? t(`attributeName.${attribute}`) : column);
}

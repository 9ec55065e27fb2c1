import { formatParts, ORIGINS } from '../../domain/annotation.ts';
import { ATTRIBUTES, type AttributeRule } from '../../domain/attributes.ts';
import { type Codebook, DEFAULT_CODEBOOK } from '../../domain/codebook/codebook.ts';
import { type CodebookField, ownField, writeAnswer } from '../../domain/codebook/field.ts';
import { CODING_KINDS, kindOf } from '../../domain/record.ts';
import {
  type ColumnRow as AnyColumnRow,
  type DescribedColumn,
  described,
} from '../writing/described-column.ts';
import { inCodePoints } from '../writing/in-code-points.ts';
import type { Row } from './row.ts';

/** One column: the header, the writer, the metadata and the data dictionary are all held to this. */
export type Column = DescribedColumn<Row>;

/** Code points of the article on either side of the annotation. */
const CONTEXT_LENGTH = 32;

type ColumnRow = AnyColumnRow<Row>;

const CODING: ColumnRow = {
  name: 'coding',
  description: 'Whose coding it is in: shared by all, the agreed final one, or the own one of the annotator.',
  required: true,
  values: CODING_KINDS,
  repeats: true,
  cell: ({ record }) => kindOf(record.lane),
};

const TABLE: readonly ColumnRow[] = [
  {
    name: 'annotation_id',
    description: 'Identifier of the annotation; never used twice.',
    required: true,
    cell: ({ record }) => record.id,
  },
  {
    name: 'project',
    description: 'Short name of the project, as in its addresses.',
    required: true,
    repeats: true,
    cell: ({ record }) => record.project,
  },
  {
    name: 'article_id',
    description: 'Identifier of the article.',
    required: true,
    repeats: true,
    cell: ({ record }) => record.article.id,
  },
  {
    name: 'article_title',
    description: "The article's title.",
    repeats: true,
    cell: ({ record }) => record.article.title,
  },
  {
    name: 'article_url',
    description: 'Where the article was published on the web.',
    datatype: 'anyURI',
    repeats: true,
    cell: ({ record }) => record.article.url,
  },
  {
    name: 'publication',
    description: 'The newspaper, agency or site that published the article.',
    repeats: true,
    cell: ({ record }) => record.article.publication,
  },
  {
    name: 'published',
    description: 'ISO 8601 year, month, date, or date and time, of publication, as far as the source tells.',
    repeats: true,
    cell: ({ record }) => record.article.published,
  },
  {
    name: 'annotator',
    description: 'Name of the person whose annotation it is.',
    required: true,
    repeats: true,
    cell: ({ record }) => record.annotator,
  },
  {
    name: 'tag',
    description: 'What the annotated words are.',
    required: true,
    cell: ({ record }) => record.tag,
  },
  {
    name: 'text',
    description: 'The annotated words exactly as in the article; several parts are joined by ` […] `.',
    required: true,
    cell: ({ record }) => record.text,
  },
  ...ATTRIBUTES.filter(({ added }) => added === undefined).map(attributeColumn),
  {
    name: 'sentence_number',
    description: 'The sentence in which the annotation starts, counted from 1; empty in a heading.',
    datatype: 'positiveInteger',
    cell: ({ sentence }) => (sentence < 0 ? null : sentence + 1),
  },
  {
    name: 'sentence',
    description: 'The words of that sentence; empty in a heading.',
    cell: sentenceWords,
  },
  {
    name: 'prefix',
    description: 'Up to 32 code points of the article just before the first part.',
    cell: ({ start, codePoints }) => codePoints.before(start, CONTEXT_LENGTH),
  },
  {
    name: 'suffix',
    description: 'Up to 32 code points of the article just after the last part.',
    cell: ({ end, codePoints }) => codePoints.after(end, CONTEXT_LENGTH),
  },
  {
    name: 'start',
    description: 'Where the first part starts, in Unicode code points.',
    datatype: 'nonNegativeInteger',
    required: true,
    cell: ({ start, codePoints }) => codePoints.countBefore(start),
  },
  {
    name: 'end',
    description: 'Where the last part ends, in Unicode code points.',
    datatype: 'nonNegativeInteger',
    required: true,
    cell: ({ end, codePoints }) => codePoints.countBefore(end),
  },
  {
    name: 'parts',
    description: 'Every part as `start-end`, joined by `;`, in Unicode code points.',
    required: true,
    cell: ({ record, codePoints }) => formatParts(inCodePoints(record.parts, codePoints)),
  },
  {
    name: 'start_utf16',
    description: 'Where the first part starts, in UTF-16 code units.',
    datatype: 'nonNegativeInteger',
    required: true,
    cell: ({ start }) => start,
  },
  {
    name: 'end_utf16',
    description: 'Where the last part ends, in UTF-16 code units.',
    datatype: 'nonNegativeInteger',
    required: true,
    cell: ({ end }) => end,
  },
  {
    name: 'parts_utf16',
    description: 'Every part as `start-end`, joined by `;`, in UTF-16 code units.',
    required: true,
    cell: ({ record }) => formatParts(record.parts),
  },
  {
    name: 'origin',
    description: 'Made by hand, or accepted from a suggestion as it was or with changes.',
    required: true,
    values: ORIGINS,
    cell: ({ record }) => record.origin,
  },
  {
    name: 'created_at',
    description: 'When the annotation was made, ISO 8601, UTC.',
    datatype: 'dateTime',
    required: true,
    cell: ({ record }) => record.createdAt,
  },
  {
    name: 'updated_at',
    description: 'When the annotation was last changed, ISO 8601, UTC.',
    datatype: 'dateTime',
    required: true,
    cell: ({ record }) => record.updatedAt,
  },
  ...addedColumns(),
];

/** All columns of `annotations.csv` in a project with this codebook, in the header's order. */
export function columnsFor(codebook: Codebook): readonly Column[] {
  const values = codebook.tags.map(({ key }) => key);
  const table = TABLE.map((column) => (column.name === 'tag' ? { ...column, values } : column));
  return described([...table, ...codebook.fields.map(ownColumn)]);
}

/** The same where the codebook is the default one. */
export const columns = columnsFor(DEFAULT_CODEBOOK);

/** A column for each field that any version of the codebook had, so that the header does not depend on the data. */
function ownColumn({ key, name, help, kind }: CodebookField): ColumnRow {
  return {
    name: ownField(key),
    description: help === '' ? name : `${name}: ${help}`,
    datatype: kind === 'number' ? 'double' : 'string',
    cell: ({ record }) => {
      const answer = record.answers?.[key];
      if (answer === undefined) return null;
      return typeof answer === 'number' ? answer : writeAnswer(answer);
    },
  };
}

/** Columns that came later stand at the end, in the order in which they came: people's scripts read the header. */
function addedColumns(): ColumnRow[] {
  const attributes = ATTRIBUTES.flatMap((rule) =>
    rule.added === undefined ? [] : [{ added: rule.added, column: attributeColumn(rule) }],
  );
  return [...attributes, { added: 2, column: CODING }]
    .toSorted((a, b) => a.added - b.added)
    .map(({ column }) => column);
}

function attributeColumn({ name, field, kind, choices, description }: AttributeRule): ColumnRow {
  return {
    name: field,
    description,
    datatype: kind === 'number' ? 'double' : 'string',
    ...(choices && { values: choices }),
    cell: ({ record }) => record[name],
  };
}

function sentenceWords({ record, sentence }: Row): string | null {
  const { text, sentences } = record.article;
  const span = sentences[sentence];
  return span ? text.slice(span.start, span.end) : null;
}

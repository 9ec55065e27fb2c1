import { attributesOf } from '../../domain/attributes.ts';
import type { Tag } from '../../domain/tag.ts';
import { attributeName } from '../../messages/en/attributes.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Located, TOLD_APART } from './located.ts';

interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
  readonly cell: (located: Located) => string | number | null | undefined;
}

/** The columns of a table of annotations of a tag: its attributes, then what all have. */
function columnsOf(tag: Tag): readonly Column[] {
  const attributes = attributesOf(tag).filter(({ name }) => !TOLD_APART.includes(name));
  return [
    ...attributes.map(({ name, kind }) => ({
      name: attributeName[name],
      isNumber: kind === 'number',
      cell: ({ record }: Located) => record[name],
    })),
    { name: 'Words', cell: ({ record }) => record.text },
    { name: 'Sentence', isNumber: true, cell: ({ sentence }) => sentence },
    { name: 'Confidence', cell: ({ record }) => record.confidence },
    { name: 'Annotator', cell: ({ record }) => record.annotator },
    { name: 'Note', cell: ({ record }) => record.note },
  ];
}

/** Annotations of a tag as a table, a row each, in text order. */
export function* tablePieces(tagged: readonly Located[], tag: Tag): Generator<string> {
  const columns = columnsOf(tag);
  yield '\n';
  yield row(columns.map(({ name }) => name));
  yield row(columns.map(({ isNumber }) => (isNumber ? '---:' : '---')));
  for (const each of tagged) yield row(columns.map(({ cell }) => cellText(cell(each))));
}

function cellText(value: string | number | null | undefined): string {
  return typeof value === 'number' ? String(value) : escapeMarkdown(value ?? '');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

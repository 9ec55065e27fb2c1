import { attributesOf } from '../../domain/attributes.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Located, TOLD_APART } from './located.ts';

interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
  readonly cell: (statistic: Located) => string | number | null | undefined;
}

const COLUMNS: readonly Column[] = [
  ...attributesOf('statistic')
    .filter(({ name }) => !TOLD_APART.includes(name))
    .map(({ name, label, kind }) => ({
      name: label,
      isNumber: kind === 'number',
      cell: ({ record }: Located) => record[name],
    })),
  { name: 'Words', cell: ({ record }) => record.text },
  { name: 'Sentence', isNumber: true, cell: ({ sentence }) => sentence },
  { name: 'Confidence', cell: ({ record }) => record.confidence },
  { name: 'Annotator', cell: ({ record }) => record.annotator },
  { name: 'Note', cell: ({ record }) => record.note },
];

/** The statistics as a table, a row each, in text order. */
export function* statisticPieces(statistics: readonly Located[]): Generator<string> {
  yield '\n';
  yield row(COLUMNS.map(({ name }) => name));
  yield row(COLUMNS.map(({ isNumber }) => (isNumber ? '---:' : '---')));
  for (const statistic of statistics) {
    yield row(COLUMNS.map(({ cell }) => cellText(cell(statistic))));
  }
}

function cellText(value: string | number | null | undefined): string {
  return typeof value === 'number' ? String(value) : escapeMarkdown(value ?? '');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

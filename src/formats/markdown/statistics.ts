import { escapeMarkdown } from './escape-markdown.ts';
import type { Located } from './located.ts';

interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
  readonly cell: (statistic: Located) => string | number | null | undefined;
}

const COLUMNS: readonly Column[] = [
  { name: 'Value', isNumber: true, cell: ({ record }) => record.value },
  { name: 'Up to', isNumber: true, cell: ({ record }) => record.valueMax },
  { name: 'Comparator', cell: ({ record }) => record.comparator },
  { name: 'Unit', cell: ({ record }) => record.unit },
  { name: 'Of what', cell: ({ record }) => record.subject },
  { name: 'Words', cell: ({ record }) => record.text },
  { name: 'Sentence', isNumber: true, cell: ({ sentence }) => sentence },
  { name: 'Confidence', cell: ({ record }) => record.confidence },
  { name: 'Annotator', cell: ({ record }) => record.annotator },
  { name: 'Note', cell: ({ record }) => record.note },
];

/** The statistics as a table, a row each, in text order. */
export function* statisticPieces(statistics: readonly Located[]): Generator<string> {
  if (statistics.length === 0) return;
  yield '\n### Statistics\n\n';
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

import { readZip } from '../../../src/formats/reading/read-zip.ts';
import { childOf, childrenOf, parseXml, wordsIn } from '../../../src/formats/refi-qda/parse-xml.ts';

/** The cells of a row by the names that the first row gives its columns; empty cells are absent. */
export type WorksheetRow = Readonly<Record<string, string>>;

/**
 * Rows of the first worksheet of an Excel workbook (Office Open XML). Enough for a plain table of words and
 * numbers.
 */
export async function readWorksheet(workbook: Uint8Array): Promise<WorksheetRow[]> {
  const files = new Map<string, Element>();
  for await (const { name, bytes } of readZip(workbook)) {
    if (name === SHEET || name === STRINGS) files.set(name, parseXml(bytes));
  }
  const sheet = files.get(SHEET);
  const data = sheet && childOf(sheet, 'sheetData');
  if (!data) throw new Error(`this workbook has no ${SHEET}`);
  const shared = sharedStrings(files.get(STRINGS));
  const [header = new Map<string, string>(), ...rows] = [...childrenOf(data, 'row')].map((row) =>
    cellsOf(row, shared),
  );
  return rows.map((cells) =>
    Object.fromEntries([...cells].map(([column, value]) => [header.get(column) ?? column, value])),
  );
}

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Cells name words by their number in this list. Words in several styles come in pieces. */
function sharedStrings(list: Element | undefined): string[] {
  if (!list) return [];
  return [...childrenOf(list, 'si')].map((item) =>
    [item, ...childrenOf(item, 'r')].map((piece) => wordsIn(piece, 't') ?? '').join(''),
  );
}

/** By the letters of their columns. */
function cellsOf(row: Element, shared: readonly string[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const cell of childrenOf(row, 'c')) {
    const column = cell.getAttribute('r')?.replace(/\d+$/, '') ?? '';
    const value = wordsIn(cell, 'v');
    const words = cell.getAttribute('t') === 's' ? shared[Number(value)] : value;
    if (words !== undefined) cells.set(column, words);
  }
  return cells;
}

import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { columnsIn, readTable } from '../reading/csv-table.ts';
import { readTask } from './task.ts';

/** Whether a table is Label Studio's CSV, by the columns that it always has. */
export function isTaskTable(bytes: Uint8Array): boolean {
  const names = columnsIn(bytes);
  return ['annotation_id', 'annotator', 'lead_time', 'created_at', 'updated_at'].every((name) =>
    names.includes(name),
  );
}

/** Reads Label Studio's CSV: the same as JSON-MIN, with JSON in the cells of the controls. */
export async function* readTaskTable(
  file: IncomingFile,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  for await (const row of readTable(file)) {
    if ('reason' in row) yield row;
    else {
      const cells = [...row.cells].map(([name, cell]) => [name, readCell(cell)] as const);
      yield* readTask({ place: row.place, value: Object.fromEntries([...ALWAYS, ...cells]) });
    }
  }
}

/** By these a record of JSON-MIN is known, whether their cells say anything or not. */
const ALWAYS = [
  ['annotation_id', ''],
  ['lead_time', ''],
] as const;

/** Labels stand as a list in JSON; whatever else a cell holds is words. */
function readCell(cell: string): unknown {
  if (!cell.includes('{') || !/^\s*\[\s*\{/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch (error) {
    if (error instanceof SyntaxError) return cell;
    throw error;
  }
}

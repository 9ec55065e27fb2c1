import { createHash } from 'node:crypto';
import { t } from '../../messages/language.ts';
import type { UnreadableRecord } from '../incoming.ts';
import { liftGuard, looksGuarded } from '../reading/lift-guard.ts';
import type { Fields } from './fields.ts';

/** Most characters that Excel keeps in a cell. */
const EXCEL_CELL = 32_767;

/**
 * The fields of a row of our own `articles.csv`, which has the text's sum beside it: without the formula
 * guard, and without the identifier where the text has been changed since. `isRaw` says that nothing in the
 * file is guarded. A text that Excel has cut short comes as UnreadableRecord.
 */
export function ownFields(place: string, fields: Fields, isRaw: boolean): Fields | UnreadableRecord {
  const sum = fields.get('sha256');
  const { text, isTrue } = trueText(String(fields.get('text') ?? ''), String(sum ?? '').toLowerCase(), isRaw);
  if (!isTrue && text.length >= EXCEL_CELL - 1 && text.length <= EXCEL_CELL) {
    return {
      place,
      reason: t('file.excelCut'),
    };
  }
  const lifted = new Map<string, unknown>(
    [...fields].map(([name, cell]) => [name, isRaw || typeof cell !== 'string' ? cell : liftGuard(cell)]),
  );
  lifted.set('text', text);
  if (!isTrue) lifted.delete('id');
  return lifted;
}

/** The text that has this sum. A text may truly begin with `'=`, so its looks do not say if it is guarded. */
function trueText(cell: string, sum: string, isRaw: boolean): { text: string; isTrue: boolean } {
  const choices = looksGuarded(cell) ? [cell, cell.slice(1)] : [cell];
  const found = choices.find((text) => sumOf(text) === sum);
  return found === undefined
    ? { text: isRaw ? cell : liftGuard(cell), isTrue: false }
    : { text: found, isTrue: true };
}

/** Spreadsheets may turn a line end inside of a cell into CRLF. */
function sumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex');
}

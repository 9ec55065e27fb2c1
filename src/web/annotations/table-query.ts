import type { Request } from 'express';
import { COLUMN_KEYS, type ColumnKey, USUAL_COLUMNS } from '../../../views/annotations/_columns.ts';
import type { TableQuery } from '../../../views/annotations/_table.tsx';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { ANNOTATION_ORDERS, type AnnotationOrder, isDescending } from '../../store/annotation-table.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { type Asked, filterFrom, filterQuery } from './filter.ts';

const PAGE_SIZE = 100;
const MAX_PAGES = 100_000;

/** What an address of the table asks for. */
export interface Query extends TableQuery {
  readonly sort: AnnotationOrder;
}

/** The table that a request of its own address asks for. */
export function queryFrom(request: Request, codebook: Codebook): Query {
  const columns = [request.query.column].flat().filter((value) => typeof value === 'string');
  return readQuery((name) => (name === 'column' ? columns.join() : queryOf(request, name)), codebook);
}

/** The table that a request comes from: what its form says, or the page of htmx, or the table with nothing asked. */
export function tableOf(request: Request, codebook: Codebook): Query {
  const back = fieldsOf(request).back ?? request.get('HX-Current-URL') ?? '';
  return queryIn(back, codebook);
}

/** The table of an address; that of all annotations for any other address. */
export function queryIn(address: string, codebook: Codebook): Query {
  const base = 'http://desk.invalid';
  const url = URL.canParse(address, base) ? new URL(address, base) : new URL(base);
  const asked = url.pathname === '/annotations' ? url.searchParams : new URLSearchParams();
  const field = (name: string) => (name === 'column' ? asked.getAll(name).join() : (asked.get(name) ?? ''));
  return readQuery(field, codebook);
}

function readQuery(asked: Asked, codebook: Codebook): Query {
  const filter = filterFrom(asked, codebook);
  const sort = ANNOTATION_ORDERS.find((name) => name === asked('sort')) ?? 'text';
  const usual = isDescending(sort) ? 'desc' : 'asc';
  const isReversed = ['asc', 'desc'].includes(asked('dir')) && asked('dir') !== usual;
  const columns = columnsFrom(asked('column'));
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(Number(asked('page'))) || 1));
  const filterFields = filterQuery(filter);
  const fields = {
    ...filterFields,
    ...((sort !== 'text' || isReversed) && { sort }),
    ...(isReversed && { dir: usual === 'asc' ? 'desc' : 'asc' }),
    ...(columns !== USUAL_COLUMNS && { column: columns.join() }),
  };
  const isDown = isReversed !== isDescending(sort);
  return { filter, filterFields, fields, sort, isReversed, isDown, columns, page, pageSize: PAGE_SIZE };
}

/** In the table's own order; the usual ones where none is named. */
function columnsFrom(written: string): readonly ColumnKey[] {
  const names = new Set(written.split(','));
  const columns = COLUMN_KEYS.filter((key) => names.has(key));
  const isUsual = columns.length === 0 || columns.join() === USUAL_COLUMNS.join();
  return isUsual ? USUAL_COLUMNS : columns;
}

/** How a table is asked for, without its page: what a person keeps as a view. */
export function queryText({ fields }: Query): string {
  return new URLSearchParams(fields).toString();
}

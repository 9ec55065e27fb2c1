import type { AnnotationFilter } from '../../src/domain/annotation-filter.ts';
import { t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { type ColumnKey, columnName, SORTED_BY } from './_columns.ts';
import { Row, type TableRowProps } from './_row.tsx';

/** What an address of the table asks for. */
export interface TableQuery {
  readonly filter: AnnotationFilter;
  /** The filter as an address holds it. */
  readonly filterFields: Readonly<Record<string, string>>;
  /** Filter, order and columns as an address holds them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sort: string;
  /** Whether the order is turned round, and whether it goes from the largest down. */
  readonly isReversed: boolean;
  readonly isDown: boolean;
  readonly columns: readonly ColumnKey[];
  readonly page: number;
  readonly pageSize: number;
}

export interface TableProps {
  readonly place: Place;
  readonly query: TableQuery;
  readonly rows: readonly TableRowProps[];
  /** Whether rows can be ticked. */
  readonly mayChange: boolean;
}

/** The address of a page with these fields. */
export function addressWith(place: Place, path: string, fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(fields).toString();
  return inProject(place, query === '' ? path : `${path}?${query}`);
}

/** The address of the table as it is asked for, on this page or another. */
export function tableAddress(place: Place, { fields, page }: TableQuery, other = page): string {
  return addressWith(place, '/annotations', { ...fields, ...(other > 1 && { page: String(other) }) });
}

/** One page of annotations, with headings that sort. */
export function Table({ place, query, rows, mayChange }: TableProps) {
  return (
    <div class="scrolls">
      <table class="annotations" data-cells aria-describedby={mayChange ? 'table-keys' : undefined}>
        <thead>
          <tr>
            {mayChange && (
              <td class="pick">
                <input type="checkbox" id="pick-page" aria-label={t('annotations.selectPage')} hidden />
              </td>
            )}
            <Heading place={place} query={query} column="tag" isShown={query.columns.includes('tag')} />
            <th scope="col">{t('annotations.words')}</th>
            {query.columns
              .filter((column) => column !== 'tag')
              .map((column) => (
                <Heading place={place} query={query} column={column} />
              ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps {
  readonly place: Place;
  readonly query: TableQuery;
  readonly column: ColumnKey;
  readonly isShown?: boolean;
}

/** A heading; the same one again turns the order round. */
function Heading({ place, query, column, isShown = true }: HeadingProps) {
  if (!isShown) return null;
  const order = SORTED_BY[column];
  const isSorted = order === query.sort;
  const direction = query.isDown ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      {order === undefined ? (
        columnName(column)
      ) : (
        <a
          href={sortAddress(place, query, order)}
          title={t('annotations.sortBy', { column: columnName(column) })}
        >
          {columnName(column)}
          {isSorted && <span class="direction" aria-hidden="true" data-direction={direction} />}
        </a>
      )}
    </th>
  );
}

function sortAddress(place: Place, query: TableQuery, order: string): string {
  const { sort: _, dir: __, ...fields } = query.fields;
  const isTurned = order === query.sort && !query.isReversed;
  const dir = query.isDown ? 'asc' : 'desc';
  return addressWith(place, '/annotations', { ...fields, sort: order, ...(isTurned && { dir }) });
}

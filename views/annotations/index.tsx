import type { ComponentChildren } from 'preact';
import { isFiltering } from '../../src/domain/annotation-filter.ts';
import type { SavedView } from '../../src/domain/saved-view.ts';
import { inList, rich, t } from '../../src/messages/language.ts';
import { inProject } from '../layouts/place.ts';
import { useOfferedTags } from '../shared/_codebook.tsx';
import { ExportLink } from '../shared/_export-link.tsx';
import { Paging } from '../shared/_paging.tsx';
import { BulkForm, type BulkFormProps, PickAll } from './_bulk.tsx';
import { Hidden } from './_cell.tsx';
import { FilterForm, type FilterFormProps } from './_filters.tsx';
import { CELLS_FORM } from './_row.tsx';
import { SavedViews, type ViewProblem } from './_saved-views.tsx';
import { addressWith, Table, type TableProps, tableAddress } from './_table.tsx';

export interface AnnotationListProps extends TableProps, BulkFormProps {}

export interface AnnotationsPageProps extends AnnotationListProps, FilterFormProps {
  readonly views: readonly SavedView[];
  readonly viewProblem?: ViewProblem | undefined;
}

/** All annotations of the project, to find, compare, correct and export. */
export function AnnotationsPage(props: AnnotationsPageProps) {
  const { place, query, total } = props;
  const isEmpty = total === 0 && !isFiltering(query.filter);
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{t('annotations.heading')}</h1>
        {!isEmpty && <a href={inProject(place, '/speakers')}>{t('annotations.speakers')}</a>}
      </div>
      {!isEmpty && <SavedViews {...props} />}
      {!isEmpty && <FilterForm {...props} />}
      <AnnotationList {...props} />
    </main>
  );
}

/** One page of the table: what finding and changing replace. Its address goes into the browser's. */
export function AnnotationList(props: AnnotationListProps) {
  const { place, query, rows, total, mayChange } = props;
  return (
    <div id="annotations" data-address={tableAddress(place, query)}>
      <div class="heading">
        <p class="faint numbers" role="status">
          {summary(props)}
        </p>
        {total > 0 && <ExportLink address={addressWith(place, '/exports/new', query.filterFields)} />}
      </div>
      {rows.length > 0 && mayChange && <PickAll {...props} />}
      {rows.length > 0 && mayChange && <CellsForm {...props} />}
      {rows.length > 0 ? <Table {...props} /> : <Nothing {...props} />}
      {rows.length > 0 && mayChange && <BulkForm {...props} />}
      <Paging
        page={query.page}
        pages={Math.ceil(total / query.pageSize)}
        hasMore={props.hasMore}
        address={(page) => tableAddress(place, query, page)}
      />
    </div>
  );
}

/** The buttons of all cells belong to it: it asks for the same page with one of them open. */
function CellsForm({ place, query: { fields, page } }: AnnotationListProps) {
  const project = place.projects.length > 1 ? { project: place.project.slug } : {};
  return (
    <form id={CELLS_FORM} action="/annotations">
      <Hidden fields={{ ...fields, ...(page > 1 && { page: String(page) }), ...project }} />
      <p class="hint keys-hint" id="table-keys">
        {t('annotations.keys')}
      </p>
    </form>
  );
}

function summary({ query, total, hasMore }: AnnotationListProps): string {
  if (total === 0) return '';
  if (hasMore) return t('annotations.countMore', { count: total });
  return isFiltering(query.filter)
    ? t('annotations.countFound', { count: total })
    : t('annotations.count', { count: total });
}

function Nothing({ place, query, total }: AnnotationListProps): ComponentChildren {
  const offered = useOfferedTags();
  if (isFiltering(query.filter) || total > 0) {
    return (
      <p>
        {total > 0 ? t('annotations.noneOnPage') : t('annotations.noneMatch')}{' '}
        <a href={inProject(place, '/annotations')}>{t('annotations.showAll')}</a>
      </p>
    );
  }
  const link = (words: string) => <a href={inProject(place, '/')}>{words}</a>;
  return (
    <p>
      {rich(
        'annotations.none',
        { link },
        {
          tags: inList(
            offered.map((tag) => t(`aTag.${tag}`)),
            'or',
          ),
        },
      )}
    </p>
  );
}

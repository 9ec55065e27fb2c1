import { type AnnotationFilter, isFiltering } from '../../src/domain/annotation-filter.ts';
import { listed, oneOf, TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { type Frame, inProject } from '../layouts/page.tsx';
import { ExportLink } from '../shared/_export-link.tsx';
import { OrderChoice } from '../shared/_order-choice.tsx';
import { Paging } from '../shared/_paging.tsx';
import { COLUMNS, Row, type RowProps } from './_row.tsx';

/** What an address of the table asks for. */
export interface TableQuery {
  readonly filter: AnnotationFilter;
  /** The filter as an address holds it. */
  readonly filterFields: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly page: number;
  readonly pageSize: number;
}

export interface AnnotationListProps {
  readonly place: Pick<Frame, 'project' | 'projects'>;
  readonly query: TableQuery;
  readonly rows: readonly RowProps[];
  /** How many the filter finds on all pages; `hasMore` says that there are more still. */
  readonly total: number;
  readonly hasMore: boolean;
}

export interface AnnotationsPageProps extends AnnotationListProps {
  readonly articles: readonly Option[];
  readonly people: readonly Option[];
  readonly speakers: readonly string[];
}

interface Option {
  readonly id: string;
  readonly name: string;
}

const SORT_NAMES: Readonly<Record<string, string>> = {
  text: 'As in the articles',
  changed: 'Changed last',
  speaker: 'By speaker',
  tag: 'By tag',
};

/** All annotations of the project, to find, compare, correct and take away. */
export function AnnotationsPage(props: AnnotationsPageProps) {
  const { query, total } = props;
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>Annotations</h1>
      </div>
      {(total > 0 || isFiltering(query.filter)) && <FilterForm {...props} />}
      <AnnotationList {...props} />
    </main>
  );
}

function FilterForm({ place, query, articles, people, speakers }: AnnotationsPageProps) {
  const { tag, articleId, userId, speaker, words } = query.filter;
  const tags = TAGS.map((id) => ({ id, name: TAG_FACTS[id].name }));
  return (
    <search>
      <form
        class="filters"
        action="/annotations"
        hx-get="/annotations"
        hx-target="#annotations"
        hx-swap="outerHTML"
        hx-trigger="submit, change, input changed delay:200ms from:#words, input changed delay:200ms from:#speaker"
        hx-sync="this:replace"
      >
        {place.projects.length > 1 && <input type="hidden" name="project" value={place.project.slug} />}
        <div class="field">
          <label for="words">Find</label>
          <input
            type="search"
            id="words"
            name="words"
            value={words}
            placeholder="Words, speaker or note"
            dir="auto"
          />
        </div>
        <Choice name="tag" label="Tag" all="All tags" options={tags} chosen={tag} />
        <div class="field">
          <label for="speaker">Speaker</label>
          <input type="search" id="speaker" name="speaker" value={speaker} list="speakers" dir="auto" />
          <datalist id="speakers">
            {speakers.map((name) => (
              <option value={name} />
            ))}
          </datalist>
        </div>
        <Choice name="article" label="Article" all="All articles" options={articles} chosen={articleId} />
        {(people.length > 1 || userId) && (
          <Choice name="annotator" label="Annotator" all="Everybody" options={people} chosen={userId} />
        )}
        <OrderChoice names={SORT_NAMES} chosen={query.sort} />
        <button type="submit">Show</button>
      </form>
    </search>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What it is called to choose none. */
  readonly all: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
}

function Choice({ name, label, all, options, chosen }: ChoiceProps) {
  const isListed = chosen === null || options.some(({ id }) => id === chosen);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {!isListed && (
          <option value={chosen} selected={true}>
            The one chosen
          </option>
        )}
        {options.map((option) => (
          <option value={option.id} selected={option.id === chosen}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One page of the table: what finding and sorting replace. */
export function AnnotationList(props: AnnotationListProps) {
  const { place, query, rows, total } = props;
  return (
    <div id="annotations">
      <div class="heading">
        <p class="faint numbers" role="status">
          {summary(props)}
        </p>
        {total > 0 && <ExportLink address={address(place, '/exports/new', query.filterFields)} />}
      </div>
      {rows.length > 0 ? <Table rows={rows} /> : <Nothing {...props} />}
      <Paging
        page={query.page}
        pages={Math.ceil(total / query.pageSize)}
        hasMore={props.hasMore}
        address={(page) => pageAddress(place, query, page)}
      />
    </div>
  );
}

function summary({ query, total, hasMore }: AnnotationListProps): string {
  if (total === 0) return '';
  const count = `${total.toLocaleString('en')} ${total === 1 ? 'annotation' : 'annotations'}`;
  const found = isFiltering(query.filter) ? `${count} found` : count;
  return hasMore ? `More than ${found}` : found;
}

function Table({ rows }: { rows: readonly RowProps[] }) {
  return (
    <div class="scrolls">
      <table class="annotations">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th scope="col">{name}</th>
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

function Nothing({ place, query, total }: AnnotationListProps) {
  if (isFiltering(query.filter) || total > 0) {
    return (
      <p>
        {total > 0 ? 'There are no annotations on this page.' : 'No annotation is like that.'}{' '}
        <a href={inProject(place, '/annotations')}>Show all annotations</a>
      </p>
    );
  }
  return (
    <p>
      Nothing is tagged yet. <a href={inProject(place, '/')}>Open an article</a>, select words, and tag them
      as {listed(TAGS.map(oneOf), 'or')}: they will be listed here.
    </p>
  );
}

function pageAddress(
  place: AnnotationListProps['place'],
  { filterFields, sort }: AnnotationListProps['query'],
  page: number,
): string {
  return address(place, '/annotations', { ...filterFields, sort, page: String(page) });
}

function address(
  place: AnnotationListProps['place'],
  path: string,
  fields: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(fields).toString();
  return inProject(place, query === '' ? path : `${path}?${query}`);
}

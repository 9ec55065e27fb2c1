import type { Article } from '../../src/domain/article.ts';
import { TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { type Frame, inProject } from '../layouts/page.tsx';
import { type ExportChoice, ExportMenu } from '../shared/_export-menu.tsx';
import { OrderChoice } from '../shared/_order-choice.tsx';
import { Paging } from '../shared/_paging.tsx';
import { tagClass } from '../shared/tags.ts';
import { readableDate } from './_byline.tsx';

export interface ArticleListProps {
  readonly place: Pick<Frame, 'project' | 'projects'>;
  readonly query: ListQuery;
  readonly articles: readonly Article[];
  /** How many the query finds on all pages. */
  readonly total: number;
  readonly canImport: boolean;
  readonly exports: readonly ExportChoice[];
}

export interface ListQuery {
  readonly words: string;
  readonly sort: string;
  readonly page: number;
  readonly pageSize: number;
}

const SORT_NAMES: Readonly<Record<string, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'By title',
  published: 'By date of publication',
  changed: 'Changed last',
};

/** All articles of the project, to find one and to see how far each is. */
export function ArticlesPage(props: ArticleListProps) {
  const { place, query, total, canImport } = props;
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{place.projects.length > 1 ? place.project.name : 'Articles'}</h1>
        <div class="actions">
          {canImport && (
            <a class="button" href={inProject(place, '/articles/new')}>
              Import articles
            </a>
          )}
          {total > 0 && (
            <ExportMenu choices={props.exports} address={(key) => inProject(place, `/annotations.${key}`)} />
          )}
        </div>
      </div>
      {(total > 0 || query.words !== '') && <FilterForm {...props} />}
      <ArticleList {...props} />
    </main>
  );
}

function FilterForm({ place, query }: ArticleListProps) {
  return (
    <search>
      <form class="filters" action="/">
        {place.projects.length > 1 && <input type="hidden" name="project" value={place.project.slug} />}
        <div class="field">
          <label for="q">Find</label>
          <input
            type="search"
            id="q"
            name="q"
            value={query.words}
            placeholder="Words of title or text"
            dir="auto"
          />
        </div>
        <OrderChoice names={SORT_NAMES} chosen={query.sort} />
        <button type="submit">Show</button>
      </form>
    </search>
  );
}

/** One page of the list. */
function ArticleList(props: ArticleListProps) {
  const { articles, total, query } = props;
  return (
    <>
      <p class="faint numbers">{summary(total, query.words)}</p>
      {articles.length > 0 ? <ArticleTable articles={articles} /> : <Nothing {...props} />}
      <Paging
        page={query.page}
        pages={Math.ceil(total / query.pageSize)}
        address={(page) => pageAddress(props.place, query, page)}
      />
    </>
  );
}

function summary(total: number, words: string): string {
  if (total === 0) return '';
  const count = `${total.toLocaleString('en')} ${total === 1 ? 'article' : 'articles'}`;
  return words === '' ? count : `${count} with “${words}”`;
}

function Nothing({ place, query, total, canImport }: ArticleListProps) {
  const all = inProject(place, '/');
  if (query.words !== '' || total > 0) {
    return (
      <p>
        {total > 0 ? 'There are no articles on this page.' : `No article holds “${query.words}”.`}{' '}
        <a href={all}>Show all articles</a>
      </p>
    );
  }
  return (
    <p>
      There are no articles yet.{' '}
      {canImport && (
        <>
          <a href={inProject(place, '/articles/new')}>Import the first one</a>: paste its text or upload a
          file.
        </>
      )}
    </p>
  );
}

function ArticleTable({ articles }: { articles: readonly Article[] }) {
  return (
    <table class="articles">
      <thead>
        <tr>
          <th scope="col">Article</th>
          {TAGS.map((tag) => (
            <th scope="col" class={`number ${tagClass(tag)}`}>
              <abbr title={TAG_FACTS[tag].plural}>
                <span class="letter">{TAG_FACTS[tag].letter}</span>
              </abbr>
            </th>
          ))}
          <th scope="col" class="coded">
            Coded <span class="hidden-words">sentences</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow article={article} />
        ))}
      </tbody>
    </table>
  );
}

function ArticleRow({ article }: { article: Article }) {
  const { id, title, publication, published, counts } = article;
  return (
    <tr>
      <th scope="row">
        <a href={`/articles/${id}`} dir="auto">
          {title}
        </a>
        <span class="faint">
          {publication && <span dir="auto">{publication}</span>}
          {published && <time datetime={published}>{readableDate(published)}</time>}
        </span>
      </th>
      {TAGS.map((tag) => (
        <td class="number">{counts[tag]}</td>
      ))}
      <td class="numbers coded">
        <span>
          {counts.coded} of {counts.sentences}
        </span>{' '}
        <progress
          value={counts.coded}
          max={Math.max(1, counts.sentences)}
          aria-label={`Sentences coded: ${title}`}
        />
      </td>
    </tr>
  );
}

function pageAddress(place: ArticleListProps['place'], { words, sort }: ListQuery, page: number): string {
  const query = new URLSearchParams({ ...(words && { q: words }), sort, page: String(page) });
  return inProject(place, `/?${query}`);
}

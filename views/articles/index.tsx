import type { Article } from '../../src/domain/article.ts';
import { TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { rich, t } from '../../src/messages/language.ts';
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

const sortNames = (): Readonly<Record<string, string>> => ({
  newest: t('articles.newest'),
  oldest: t('articles.oldest'),
  title: t('articles.byTitle'),
  published: t('articles.byDate'),
  changed: t('articles.byChange'),
});

/** All articles of the project, to find one and to see how far each is. */
export function ArticlesPage(props: ArticleListProps) {
  const { place, query, total, canImport } = props;
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{place.projects.length > 1 ? place.project.name : t('articles.heading')}</h1>
        <div class="actions">
          {canImport && (
            <a class="button" href={inProject(place, '/articles/new')}>
              {t('articles.import')}
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
          <label for="q">{t('articles.find')}</label>
          <input
            type="search"
            id="q"
            name="q"
            value={query.words}
            placeholder={t('articles.findHint')}
            dir="auto"
          />
        </div>
        <OrderChoice names={sortNames()} chosen={query.sort} />
        <button type="submit">{t('articles.apply')}</button>
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
  return words === ''
    ? t('articles.count', { count: total })
    : t('articles.countWith', { count: total, words });
}

function Nothing({ place, query, total, canImport }: ArticleListProps) {
  const all = inProject(place, '/');
  if (query.words !== '' || total > 0) {
    return (
      <p>
        {total > 0 ? t('articles.noneOnPage') : t('articles.noneMatch', { words: query.words })}{' '}
        <a href={all}>{t('articles.showAll')}</a>
      </p>
    );
  }
  return (
    <p>
      {t('articles.none')}{' '}
      {canImport &&
        rich('articles.importFirst', {
          link: (words) => <a href={inProject(place, '/articles/new')}>{words}</a>,
        })}
    </p>
  );
}

function ArticleTable({ articles }: { articles: readonly Article[] }) {
  return (
    <table class="articles">
      <thead>
        <tr>
          <th scope="col">{t('articles.article')}</th>
          {TAGS.map((tag) => (
            <th scope="col" class={`number ${tagClass(tag)}`}>
              <abbr title={TAG_FACTS[tag].plural}>
                <span class="letter">{TAG_FACTS[tag].letter}</span>
              </abbr>
            </th>
          ))}
          <th scope="col" class="coded">
            {rich('articles.coded', { rest: (words) => <span class="hidden-words">{words}</span> })}
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
        <span>{t('articles.codedOf', counts)}</span>{' '}
        <progress
          value={counts.coded}
          max={Math.max(1, counts.sentences)}
          aria-label={t('articles.codedOfArticle', { title })}
        />
      </td>
    </tr>
  );
}

function pageAddress(place: ArticleListProps['place'], { words, sort }: ListQuery, page: number): string {
  const query = new URLSearchParams({ ...(words && { q: words }), sort, page: String(page) });
  return inProject(place, `/?${query}`);
}

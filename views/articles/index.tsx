import type { Article } from '../../src/domain/article.ts';
import { ARTICLE_STATES, type ArticleFilter, type ArticleState } from '../../src/domain/article-filter.ts';
import { byTag } from '../../src/domain/tag.ts';
import { inWords, rich, t } from '../../src/messages/language.ts';
import { inProject } from '../layouts/place.ts';
import { ExportLink } from '../shared/_export-link.tsx';
import { OrderChoice } from '../shared/_order-choice.tsx';
import { Paging } from '../shared/_paging.tsx';
import { type ArticleTableProps, TickedArticles } from './_ticked.tsx';
import { address, listFields, orderFields } from './list-address.ts';

export interface ArticleListProps extends ArticleTableProps {
  /** How many would be found in each state. */
  readonly states: Readonly<Record<ArticleState, number>>;
  readonly canImport: boolean;
  /** The person's own work where people code apart; null elsewhere. */
  readonly ownWork: OwnWorkCounts | null;
  /** The sample article, where it is still there. */
  readonly sample: Article | null;
}

/** All articles of the project, to find one and to see how far each is. */
export function ArticlesPage(props: ArticleListProps) {
  const { place, query, canImport, sample } = props;
  const isEmpty = countAll(props.states) === 0 && Object.keys(query.fields).length === 0;
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{place.projects.length > 1 ? place.project.name : t('articles.heading')}</h1>
        <div class="actions">
          {!isEmpty && <ExportLink address={inProject(place, address('/exports/new', query.fields))} />}
          {canImport && (
            <a class="button primary" href={inProject(place, '/articles/new')}>
              {t('articles.import')}
            </a>
          )}
        </div>
      </div>
      {props.ownWork && <YourWork place={place} work={props.ownWork} />}
      {sample && <Sample article={sample} canDelete={props.canDelete} />}
      {!isEmpty && <FilterForm {...props} />}
      {!isEmpty && <States {...props} />}
      <ArticleList {...props} />
    </main>
  );
}

/** How much of a coder's own work there is. */
export interface OwnWorkCounts {
  readonly todo: number;
  readonly begun: number;
}

/** Leads a coder to their work. */
function YourWork({ place, work }: { place: ArticleListProps['place']; work: OwnWorkCounts }) {
  return (
    <div class="your-work">
      <p>
        <strong>{t('work.heading')}:</strong> {t('work.summary', work)}
      </p>
      <a class="button primary" href={inProject(place, '/work')}>
        {t('work.toWork')}
      </a>
    </div>
  );
}

/** Says on the first run what the article is that is there already. */
function Sample({ article: { id, title, version }, canDelete }: { article: Article; canDelete: boolean }) {
  return (
    <form method="post" action={`/articles/${id}`} class="sample">
      <p>
        {rich(
          'articles.sample',
          {
            link: (words) => (
              <a href={`/articles/${id}`} dir="auto">
                {words}
              </a>
            ),
          },
          { title },
        )}
      </p>
      <input type="hidden" name="version" value={version} />
      {canDelete && (
        <button type="submit" name="_method" value="DELETE">
          {t('articles.removeSample')}
        </button>
      )}
    </form>
  );
}

const orderNames = (): Readonly<Record<string, string>> => ({
  newest: t('articles.newest'),
  oldest: t('articles.oldest'),
  title: t('articles.byTitle'),
  published: t('articles.byDate'),
  changed: t('articles.byChange'),
  coded: t('articles.byProgress'),
  ...byTag((tag) => t('articles.byTag', { tags: t(`tagWords.${tag}`) })),
});

function FilterForm({ place, query, labels }: ArticleListProps) {
  const { words, state, label } = query.filter;
  const isOldest = query.sort === 'added' && !query.isDescending;
  const order = query.sort === 'added' ? (isOldest ? 'oldest' : 'newest') : query.sort;
  return (
    <search>
      <form class="filters" action="/">
        {place.projects.length > 1 && <input type="hidden" name="project" value={place.project.slug} />}
        {state && <input type="hidden" name="state" value={state} />}
        <div class="field">
          <label for="q">{t('articles.find')}</label>
          <input
            type="search"
            id="q"
            name="q"
            value={words}
            placeholder={t('articles.findHint')}
            dir="auto"
          />
        </div>
        {(labels.length > 0 || label) && <LabelChoice labels={labels} chosen={label} />}
        <OrderChoice names={orderNames()} chosen={order} />
        <button type="submit">{t('articles.apply')}</button>
      </form>
    </search>
  );
}

function LabelChoice({ labels, chosen }: Pick<ArticleListProps, 'labels'> & { chosen: string | null }) {
  const isListed = chosen === null || labels.some(({ name }) => name === chosen);
  return (
    <div class="field">
      <label for="label">{t('articles.label')}</label>
      <select id="label" name="label">
        <option value="">{t('articles.anyLabel')}</option>
        {!isListed && (
          <option value={chosen} selected>
            {chosen}
          </option>
        )}
        {labels.map(({ name, count }) => (
          <option value={name} selected={name === chosen}>
            {t('articles.labelCount', { name, count })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How far the articles are: how many of each state, and the way to them. */
function States({ place, query, states }: ArticleListProps) {
  const { state: _, ...others } = query.fields;
  const entry = (state: ArticleState | null, count: number) => (
    <li>
      <a
        href={inProject(place, address('/', { ...others, ...(state && { state }), ...orderFields(query) }))}
        aria-current={query.filter.state === state ? 'true' : undefined}
      >
        {state ? t(`articles.${state}`) : t('articles.all')} <span class="count">{inWords(count)}</span>
      </a>
    </li>
  );
  return (
    <nav class="states" aria-label={t('articles.states')}>
      <ul>
        {entry(null, countAll(states))}
        {ARTICLE_STATES.map((state) => entry(state, states[state]))}
      </ul>
    </nav>
  );
}

function countAll(states: ArticleListProps['states']): number {
  return ARTICLE_STATES.reduce((sum, state) => sum + states[state], 0);
}

/** One page of the list. */
function ArticleList(props: ArticleListProps) {
  const { place, query, articles, totals } = props;
  const pages = Math.ceil(totals.articles / query.pageSize);
  return (
    <>
      <p class="faint numbers">{summary(totals.articles, query.filter.words)}</p>
      {articles.length > 0 ? <TickedArticles {...props} /> : <Nothing {...props} />}
      <Paging
        page={query.page}
        pages={pages}
        address={(page) => inProject(place, address('/', { ...listFields(query), page: String(page) }))}
      />
    </>
  );
}

function summary(total: number, words: string): string {
  if (total === 0 || words === '') return '';
  return t('articles.countWith', { count: total, words });
}

function Nothing({ place, query, totals, canImport }: ArticleListProps) {
  if (totals.articles > 0 || Object.keys(query.fields).length > 0) {
    return (
      <p>
        {whyNone(totals.articles, query.filter)} <a href={inProject(place, '/')}>{t('articles.showAll')}</a>
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

function whyNone(total: number, { words, state, label }: ArticleFilter): string {
  if (total > 0) return t('articles.noneOnPage');
  return state || label || words === '' ? t('articles.noneLikeThat') : t('articles.noneMatch', { words });
}

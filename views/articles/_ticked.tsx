import { t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { letterOf, tagClass } from '../shared/tags.ts';
import { ArticleRow, type FoundPassage, type ListedArticle } from './_row.tsx';
import { ArticleTotals, type Totals } from './_totals.tsx';
import { address, type ListQuery, listFields } from './list-address.ts';

export interface ArticleTableProps {
  readonly place: Place;
  readonly query: ListQuery;
  readonly articles: readonly ListedArticle[];
  /** Where the words that were looked for stand, by article. */
  readonly passages: ReadonlyMap<string, FoundPassage>;
  /** What all articles that are found hold. */
  readonly totals: Totals;
  /** Those of the project, by name, each with how many articles have it. */
  readonly labels: readonly { readonly name: string; readonly count: number }[];
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  readonly canAssign: boolean;
}

/** The table, with what can be done to the articles that are ticked in it. */
export function TickedArticles(props: ArticleTableProps) {
  const { place, query } = props;
  return (
    <form
      class="ticked"
      method="post"
      action={inProject(place, address('/articles', listFields(query)))}
      autoComplete="off"
    >
      <ArticleTable {...props} />
      <Tools {...props} />
    </form>
  );
}

/** Shown once an article is ticked; the style sheet sees to that. */
function Tools({ place, labels, canEdit, canDelete, canAssign }: ArticleTableProps) {
  return (
    <div class="tools">
      <span class="tally">{t('articles.selected')}</span>
      {canEdit && <LabelTools labels={labels} />}
      <button
        type="submit"
        formmethod="get"
        formaction={inProject(place, '/exports/new')}
        name="project"
        value={place.project.slug}
      >
        {t('articles.exportTicked')}
      </button>
      {canAssign && (
        <button
          type="submit"
          formmethod="get"
          formaction={`/projects/${encodeURIComponent(place.project.slug)}/assignments`}
        >
          {t('articles.assignTicked')}
        </button>
      )}
      {canDelete && (
        <button type="submit" name="_method" value="DELETE">
          {t('articles.deleteTicked')}
        </button>
      )}
    </div>
  );
}

function LabelTools({ labels }: Pick<ArticleTableProps, 'labels'>) {
  return (
    <>
      <input type="hidden" name="_method" value="PATCH" />
      <input
        name="new_label"
        list="labels"
        aria-label={t('articles.label')}
        placeholder={t('articles.label')}
        maxLength={100}
        dir="auto"
      />
      <datalist id="labels">
        {labels.map(({ name }) => (
          <option value={name} />
        ))}
      </datalist>
      <button type="submit" name="how" value="add">
        {t('articles.addLabel')}
      </button>
      <button type="submit" name="how" value="remove">
        {t('articles.removeLabel')}
      </button>
    </>
  );
}

function ArticleTable(props: ArticleTableProps) {
  const { place, articles, passages, query } = props;
  const codebook = useCodebook();
  return (
    <table class="articles">
      <thead>
        <tr>
          <td class="tick">
            <input type="checkbox" data-tick-all aria-label={t('articles.tickAll')} hidden />
          </td>
          <SortHeading {...props} by="title" name={t('articles.article')} />
          {codebook.tags.map(({ key: tag }) => (
            <SortHeading
              {...props}
              by={tag}
              name={t(`tagNames.${tag}`)}
              letter={letterOf(codebook, tag)}
              kind={`number ${tagClass(codebook, tag)}`}
            />
          ))}
          <SortHeading {...props} by="coded" name={t('articles.progress')} kind="coded" />
          <SortHeading {...props} by="changed" name={t('articles.edited')} kind="edited" />
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow
            place={place}
            article={article}
            passage={passages.get(article.id)}
            words={query.filter.words}
          />
        ))}
      </tbody>
      <ArticleTotals totals={props.totals} />
    </table>
  );
}

/** What is sorted from small to large at first. */
const ASCENDING_FIRST = ['title'];

interface SortHeadingProps extends Pick<ArticleTableProps, 'place' | 'query'> {
  readonly by: string;
  readonly name: string;
  /** Stands for the name where there is no room for it. */
  readonly letter?: string;
  readonly kind?: string;
}

/** A heading that sorts the list by its column, or turns the order round. */
function SortHeading({ place, query, by, name, letter, kind }: SortHeadingProps) {
  const isCurrent = query.sort === by;
  const isDescending = isCurrent ? !query.isDescending : !ASCENDING_FIRST.includes(by);
  const fields = { ...query.fields, sort: by, order: isDescending ? 'desc' : 'asc' };
  return (
    <th scope="col" class={kind} aria-sort={isCurrent ? directionOf(query) : undefined}>
      <a href={inProject(place, address('/', fields))} title={letter && name}>
        {letter ? (
          <>
            <span class="letter" aria-hidden="true">
              {letter}
            </span>
            <span class="hidden-words">{name}</span>
          </>
        ) : (
          name
        )}
      </a>
    </th>
  );
}

function directionOf({ isDescending }: ListQuery): 'ascending' | 'descending' {
  return isDescending ? 'descending' : 'ascending';
}

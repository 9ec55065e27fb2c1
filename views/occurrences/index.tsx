import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { Hidden } from '../annotations/_cell.tsx';
import type { Place } from '../layouts/place.ts';
import { useOfferedTags } from '../shared/_codebook.tsx';

/** Places of words in one article. */
export interface FoundInArticle {
  readonly articleId: string;
  readonly title: string;
  readonly places: readonly FoundPlace[];
}

/** A place, with what stands around it. */
export interface FoundPlace {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** The tags that the person has given just these words. */
  readonly tagged: readonly Tag[];
}

export interface OccurrencesPageProps {
  readonly place: Place;
  readonly article: { readonly id: string; readonly title: string };
  readonly words: string;
  readonly matchCase: boolean;
  /** Whether all articles of the project are looked through. */
  readonly everywhere: boolean;
  readonly tag: Tag | null;
  readonly found: readonly FoundInArticle[];
  readonly hasMore: boolean;
  /** Places that are not ticked, as `article:start-end`. */
  readonly left: ReadonlySet<string>;
  readonly mayTag: boolean;
  readonly problems: Readonly<Record<string, string>>;
  /** Names the form, so that sent twice nothing is done twice. */
  readonly formKey: string;
}

/** Tags words wherever they stand: the places are shown first, and each can be left out. */
export function OccurrencesPage(props: OccurrencesPageProps) {
  const { article, words, found } = props;
  return (
    <main id="main" tabIndex={-1}>
      <p>
        <a href={`/articles/${article.id}`}>{t('occurrences.backToArticle')}</a>
      </p>
      <h1>{t('occurrences.heading')}</h1>
      <SearchForm {...props} />
      {words !== '' && found.length === 0 && (
        <p role="status">{props.everywhere ? t('occurrences.none') : t('occurrences.noneHere')}</p>
      )}
      {found.length > 0 && <TagForm {...props} />}
    </main>
  );
}

function SearchForm({ article, words, matchCase, everywhere }: OccurrencesPageProps) {
  return (
    <search>
      <form action={`/articles/${article.id}/occurrences`} class="occurrence-search">
        <div class="field">
          <label for="words">{t('occurrences.words')}</label>
          <input id="words" name="words" value={words} required dir="auto" autocomplete="off" />
          <p class="hint">{t('occurrences.hint')}</p>
        </div>
        <fieldset class="field choices">
          <legend>{t('occurrences.where')}</legend>
          <label>
            <input type="radio" name="in" value="article" checked={!everywhere} />{' '}
            {t('occurrences.inArticle')}
          </label>
          <label>
            <input type="radio" name="in" value="project" checked={everywhere} /> {t('occurrences.inProject')}
          </label>
          <label>
            <input type="checkbox" name="case" value="1" checked={matchCase} /> {t('occurrences.matchCase')}
          </label>
        </fieldset>
        <button>{t('occurrences.find')}</button>
      </form>
    </search>
  );
}

function TagForm(props: OccurrencesPageProps) {
  const { article, words, matchCase, everywhere, found, hasMore, problems } = props;
  const sent = { words, form_key: props.formKey, in: everywhere ? 'project' : 'article' };
  const count = found.reduce((sum, { places }) => sum + places.length, 0);
  return (
    <form method="post" action={`/articles/${article.id}/occurrences`} class="occurrences">
      <Hidden fields={{ ...sent, ...(matchCase && { case: '1' }) }} />
      <p role="status">{summary(count, found.length, everywhere)}</p>
      {hasMore && <p class="hint">{t('occurrences.more', { count })}</p>}
      {props.mayTag && <TagChoice tag={props.tag} problem={problems.tag} />}
      <p class="wrong" role="alert">
        {problems.place}
      </p>
      {found.map((one) => (
        <Places {...props} here={one} />
      ))}
    </form>
  );
}

function summary(count: number, articles: number, everywhere: boolean): string {
  const what = t('occurrences.found', { count });
  return everywhere ? t('occurrences.foundIn', { what, count: articles }) : what;
}

function TagChoice({ tag, problem }: { tag: Tag | null; problem: string | undefined }) {
  return (
    <div class="tag-choice">
      <fieldset class="field choices" aria-describedby="tag-error">
        <legend>{t('occurrences.tagAs')}</legend>
        {useOfferedTags().map((each, at) => (
          <label>
            <input
              type="radio"
              name="tag"
              value={each}
              checked={each === tag}
              required
              autofocus={(tag === null ? at === 0 : each === tag) ? true : undefined}
            />{' '}
            {t(`tagName.${each}`)}
          </label>
        ))}
        <p class="wrong" id="tag-error">
          {problem}
        </p>
      </fieldset>
      <button class="primary">{t('occurrences.tag')}</button>
    </div>
  );
}

function Places({
  everywhere,
  left,
  mayTag,
  here: { articleId, title, places },
}: OccurrencesPageProps & { here: FoundInArticle }) {
  return (
    <section>
      {everywhere && (
        <h2 dir="auto">
          <a href={`/articles/${articleId}`}>{title}</a>
        </h2>
      )}
      <ul class="places">
        {places.map((place) => {
          const key = `${articleId}:${place.start}-${place.end}`;
          return (
            <li>
              {mayTag ? (
                <label dir="auto">
                  <input type="checkbox" name="place" value={key} checked={!left.has(key)} />{' '}
                  <Passage place={place} />
                </label>
              ) : (
                <Passage place={place} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Passage({ place: { before, words, after, tagged } }: { place: FoundPlace }) {
  const tags = tagged.map((tag) => t(`tagName.${tag}`)).join(', ');
  return (
    <span class="passage">
      {before}
      <mark>{words}</mark>
      {after} {tags !== '' && <small>{t('occurrences.alreadyTagged', { tags })}</small>}
    </span>
  );
}

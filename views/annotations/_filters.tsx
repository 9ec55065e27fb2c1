import { isFiltering } from '../../src/domain/annotation-filter.ts';
import { CHECK_WORTHINESS, CONFIDENCE } from '../../src/domain/attributes.ts';
import { t } from '../../src/messages/language.ts';
import type { Place } from '../layouts/place.ts';
import { useTags } from '../shared/_codebook.tsx';
import { COLUMN_KEYS, columnName, USUAL_COLUMNS } from './_columns.ts';
import { addressWith, type TableQuery } from './_table.tsx';

export interface FilterFormProps {
  readonly place: Place;
  readonly query: TableQuery;
  readonly articles: readonly Option[];
  readonly people: readonly Option[];
  readonly speakers: readonly string[];
}

interface Option {
  readonly id: string;
  readonly name: string;
}

/** What is shown: with scripts the table follows as soon as something is changed. */
export function FilterForm(props: FilterFormProps) {
  const { place, query } = props;
  const { sort, dir } = query.fields;
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
        {sort && <input type="hidden" name="sort" value={sort} />}
        {dir && <input type="hidden" name="dir" value={dir} />}
        <WordFields {...props} />
        <Choices {...props} />
        <ColumnMenu {...props} />
        <button type="submit">{t('annotations.apply')}</button>
        {isFiltering(query.filter) && (
          <a href={addressWith(place, '/annotations', kept(query))}>{t('annotations.clear')}</a>
        )}
      </form>
    </search>
  );
}

/** Order and columns, without the filters. */
function kept({ fields, filterFields }: TableQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in filterFields)));
}

function WordFields({ query, speakers }: FilterFormProps) {
  const { speaker, words } = query.filter;
  return (
    <>
      <div class="field">
        <label for="words">{t('annotations.find')}</label>
        <input
          type="search"
          id="words"
          name="words"
          value={words}
          placeholder={t('annotations.findHint')}
          dir="auto"
        />
      </div>
      <div class="field">
        <label for="speaker">{t('annotations.speaker')}</label>
        <input type="search" id="speaker" name="speaker" value={speaker} list="speakers" dir="auto" />
        <datalist id="speakers">
          {speakers.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      </div>
    </>
  );
}

function Choices({ query, articles, people }: FilterFormProps) {
  const { tag, articleId, annotatorId, confidence, worth } = query.filter;
  const tags = useTags().map((id) => ({ id, name: t(`tagName.${id}`) }));
  const any = t('annotations.any');
  return (
    <>
      <Choice
        name="tag"
        label={t('annotations.tag')}
        all={t('annotations.allTags')}
        options={tags}
        chosen={tag}
      />
      <Choice
        name="article"
        label={t('annotations.article')}
        all={t('annotations.allArticles')}
        options={articles}
        chosen={articleId}
      />
      {(people.length > 1 || annotatorId) && (
        <Choice
          name="annotator"
          label={t('annotations.annotator')}
          all={t('annotations.everybody')}
          options={people}
          chosen={annotatorId}
        />
      )}
      <Choice
        name="confidence"
        label={t('annotations.confidence')}
        all={any}
        options={CONFIDENCE.map(named)}
        chosen={confidence}
      />
      <Choice
        name="worth"
        label={t('annotations.worth')}
        all={any}
        options={CHECK_WORTHINESS.map(named)}
        chosen={worth}
      />
    </>
  );
}

const named = (id: Choosable): Option => ({ id, name: t(`choice.${id}`) });

type Choosable = (typeof CONFIDENCE | typeof CHECK_WORTHINESS)[number];

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
            {t('annotations.chosen')}
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

/** Which columns are shown; none ticked means the usual ones. */
function ColumnMenu({ place, query }: FilterFormProps) {
  const { column: _, ...fields } = query.fields;
  return (
    <details class="menu columns">
      <summary>{t('annotations.columns')}</summary>
      <fieldset>
        <legend class="hidden-words">{t('annotations.showColumns')}</legend>
        {COLUMN_KEYS.map((key) => (
          <label>
            <input type="checkbox" name="column" value={key} checked={query.columns.includes(key)} />{' '}
            {columnName(key)}
          </label>
        ))}
        {query.columns !== USUAL_COLUMNS && (
          <a href={addressWith(place, '/annotations', fields)}>{t('annotations.usualColumns')}</a>
        )}
      </fieldset>
    </details>
  );
}

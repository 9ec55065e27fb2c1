import type { SavedView } from '../../src/domain/saved-view.ts';
import { t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { Field } from '../shared/_field.tsx';
import { Hidden } from './_cell.tsx';
import { addressWith, type TableQuery } from './_table.tsx';

/** A name that was refused, and why. */
export interface ViewProblem {
  /** The view that was to be renamed; absent where a new one was to be kept. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly problem: string;
}

export interface SavedViewsProps {
  readonly place: Place;
  readonly query: TableQuery;
  readonly views: readonly SavedView[];
  readonly viewProblem?: ViewProblem | undefined;
}

/** The ways to look at the table that the person keeps; the one that is open can be renamed and deleted. */
export function SavedViews(props: SavedViewsProps) {
  const { place, query, views, viewProblem } = props;
  const now = queryText(query);
  const current = views.find((view) => view.id === viewProblem?.id || view.query === now);
  return (
    <div class="saved-views" id="views">
      {views.length > 0 && (
        <nav aria-label={t('annotations.savedViews')}>
          <a href={inProject(place, '/annotations')} aria-current={now === '' ? 'page' : undefined}>
            {t('annotations.all')}
          </a>
          {views.map((view) => (
            <a
              href={inProject(place, `/annotations?${view.query}`)}
              aria-current={view === current ? 'page' : undefined}
              dir="auto"
            >
              {view.name}
            </a>
          ))}
        </nav>
      )}
      {current ? (
        <EditView place={place} view={current} problem={viewProblem} />
      ) : (
        now !== '' && <KeepView place={place} query={now} problem={viewProblem} />
      )}
    </div>
  );
}

/** How a view is kept. */
export function queryText({ fields }: TableQuery): string {
  return new URLSearchParams(fields).toString();
}

interface ViewFormProps {
  readonly place: Place;
  readonly problem: ViewProblem | undefined;
}

function KeepView({ place, query, problem }: ViewFormProps & { query: string }) {
  return (
    <details class="menu" open={problem !== undefined}>
      <summary>{t('annotations.saveView')}</summary>
      <form method="post" action={addressWith(place, '/views', {})}>
        <Hidden fields={{ query }} />
        <NameField name={problem?.name ?? ''} problem={problem?.problem} />
        <button class="primary">{t('annotations.save')}</button>
      </form>
    </details>
  );
}

function EditView({ place, view, problem }: ViewFormProps & { view: SavedView }) {
  const address = addressWith(place, `/views/${view.id}`, {});
  return (
    <details class="menu" open={problem !== undefined}>
      <summary>{t('annotations.editView')}</summary>
      <div>
        <form method="post" action={address}>
          <Hidden fields={{ _method: 'PATCH' }} />
          <NameField name={problem?.name ?? view.name} problem={problem?.problem} />
          <button class="primary">{t('annotations.renameView')}</button>
        </form>
        <form method="post" action={address}>
          <Hidden fields={{ _method: 'DELETE' }} />
          <button class="delete">{t('annotations.deleteView')}</button>
        </form>
      </div>
    </details>
  );
}

function NameField({ name, problem }: { name: string; problem: string | undefined }) {
  return (
    <Field name="name" label={t('annotations.viewName')} problem={problem}>
      {(control) => <input {...control} value={name} required autocomplete="off" dir="auto" />}
    </Field>
  );
}

/** Says that a view was deleted, with the way back. */
export function ViewDeleted({ place, view }: { place: Place; view: Omit<SavedView, 'id'> }) {
  return (
    <>
      <p>{t('annotations.viewDeleted', { name: view.name })}</p>
      <form method="post" action={addressWith(place, '/views', {})}>
        <Hidden fields={{ name: view.name, query: view.query }} />
        <button>{t('annotations.undo')}</button>
      </form>
    </>
  );
}

import { inWords, t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { headingOf, type ShownImport } from './show.tsx';

const STATES = {
  preview: 'importing.statePreview',
  waiting: 'importing.stateWaiting',
  done: 'importing.stateDone',
  undone: 'importing.stateUndone',
} as const satisfies Record<ShownImport['state'], string>;

/** What was brought into the project from files, latest first. */
export function ImportsPage({
  place,
  imports,
  canImport,
}: {
  place: Place;
  imports: readonly ShownImport[];
  canImport: boolean;
}) {
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{t('importing.importsHeading')}</h1>
        {canImport && (
          <div class="actions">
            <a class="button" href={inProject(place, '/articles/new')}>
              {t('importing.heading')}
            </a>
            <a class="button" href={inProject(place, '/imports/new')}>
              {t('importing.annotationsHeading')}
            </a>
          </div>
        )}
      </div>
      {imports.length === 0 ? <p>{t('importing.noImports')}</p> : <Imports imports={imports} />}
    </main>
  );
}

function Imports({ imports }: { imports: readonly ShownImport[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('importing.importName')}</th>
          <th scope="col">{t('importing.state')}</th>
          <th scope="col" class="number">
            {t('importing.size')}
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((each) => (
          <tr>
            <td>
              <a href={`/imports/${each.id}`} dir="auto">
                {headingOf(each)}
              </a>
            </td>
            <td>{t(STATES[each.state])}</td>
            <td class="number">{inWords(each.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

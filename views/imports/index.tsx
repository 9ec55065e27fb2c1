import { type Frame, inProject } from '../layouts/page.tsx';
import { headingOf, type ShownImport } from './show.tsx';

const STATES: Readonly<Record<ShownImport['state'], string>> = {
  preview: 'Waits for your word on its labels',
  waiting: 'Under way',
  done: 'Done',
  undone: 'Undone',
};

/** What was brought into the project from files, latest first. */
export function ImportsPage({
  place,
  imports,
  canImport,
}: {
  place: Pick<Frame, 'project' | 'projects'>;
  imports: readonly ShownImport[];
  canImport: boolean;
}) {
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>Imports</h1>
        {canImport && (
          <div class="actions">
            <a class="button" href={inProject(place, '/articles/new')}>
              Import articles
            </a>
            <a class="button" href={inProject(place, '/imports/new')}>
              Import annotations
            </a>
          </div>
        )}
      </div>
      {imports.length === 0 ? (
        <p>Nothing was imported from files yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Import</th>
              <th scope="col">State</th>
              <th scope="col" class="number">
                Files or articles
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.map((each) => (
              <tr>
                <td>
                  <a href={`/imports/${each.id}`}>{headingOf(each)}</a>
                </td>
                <td>{STATES[each.state]}</td>
                <td class="number">{each.total.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}

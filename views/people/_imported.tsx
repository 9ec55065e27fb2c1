import { MAX_NAME } from '../../src/domain/person-settings.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';

/** A name that came with files. */
export interface ShownImported {
  readonly id: string;
  readonly name: string;
  readonly importedAs: string;
  readonly accountId: string | null;
}

/** What was typed in the form of one, where it was refused, or what it was before it was changed. */
export interface ImportedForm {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

export interface ImportedSectionProps {
  readonly project: Project;
  readonly imported: readonly ShownImported[];
  readonly people: readonly { readonly accountId: string; readonly name: string }[];
  readonly annotator?: ImportedForm | undefined;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** The names that came with files: what each is called, and whose it is. */
export function ImportedSection(props: ImportedSectionProps) {
  return (
    <section class="setting-group" aria-labelledby="imported">
      <h2 id="imported">{t('people.imported')}</h2>
      <p class="hint">{t('people.importedHint')}</p>
      <div class="scrolls">
        <table class="stacked" aria-labelledby="imported">
          <thead>
            <tr>
              <th scope="col">{t('people.inFiles')}</th>
              <th scope="col">{t('people.calledHere')}</th>
              <th scope="col">{t('people.isWhose')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {props.imported.map((one) => (
              <ImportedRow {...props} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ImportedRow({
  one,
  project,
  people,
  annotator,
  problems,
}: ImportedSectionProps & { one: ShownImported }) {
  const typed = annotator?.id === one.id ? annotator : undefined;
  const form = `annotator-${one.id}`;
  const problem = typed && (problems.name ?? problems.account);
  const chosen = typed?.account ?? one.accountId ?? '';
  return (
    <tr>
      <th scope="row" dir="auto">
        {one.importedAs}
      </th>
      <td>
        <input
          form={form}
          name="name"
          value={typed?.name ?? one.name}
          maxLength={MAX_NAME}
          dir="auto"
          aria-label={t('people.calledHereOf', { name: one.importedAs })}
          aria-describedby={problem ? `${form}-error` : undefined}
        />
      </td>
      <td>
        <select form={form} name="account" aria-label={t('people.isWhoseOf', { name: one.importedAs })}>
          <option value="" selected={chosen === ''}>
            {t('people.nobodys')}
          </option>
          {people.map(({ accountId, name }) => (
            <option value={accountId} selected={accountId === chosen}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <form id={form} method="post" action={annotatorAddress(project, one.id)}>
          <input type="hidden" name="_method" value="PATCH" />
          <button type="submit" aria-label={t('people.saveOf', { name: one.importedAs })}>
            {t('people.save')}
          </button>
        </form>
        <p class="wrong" id={`${form}-error`} role={problem ? 'alert' : undefined}>
          {problem}
        </p>
      </td>
    </tr>
  );
}

/** Says that a name was changed, with the way back to what it was. */
export function ImportedChanged({ project, was }: { project: Project; was: ImportedForm }) {
  return (
    <>
      <p>{t('people.saved')}</p>
      <form method="post" action={annotatorAddress(project, was.id)}>
        <input type="hidden" name="_method" value="PATCH" />
        <input type="hidden" name="name" value={was.name} />
        <input type="hidden" name="account" value={was.account} />
        <button type="submit">{t('people.undo')}</button>
      </form>
    </>
  );
}

function annotatorAddress({ slug }: Project, id: string): string {
  return `/projects/${encodeURIComponent(slug)}/annotators/${id}`;
}

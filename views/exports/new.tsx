import { rich, t } from '../../src/messages/language.ts';

/** A format in which annotations can be taken away. */
export interface ExportChoice {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Ends the file's name. */
  readonly extension: string;
}

/** Formats that are good for the same. */
export interface ExportGroup {
  readonly purpose: 'spreadsheet' | 'reading' | 'tools';
  readonly choices: readonly ExportChoice[];
}

/** A choice of codings, by its word in the address. */
export interface CodingOption {
  readonly value: string;
  readonly name: string;
  readonly isChosen: boolean;
}

export interface ExportFormProps {
  readonly groups: readonly ExportGroup[];
  /** What is taken away, as the form sends it: the filter, and the project where there are several. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Of which codings it can be taken; none where there is one. */
  readonly codings: readonly CodingOption[];
  /** How much that is, in words. */
  readonly rows: string;
  /** What the filter asks for, each in a few words. */
  readonly only: readonly string[];
  /** How the file's name begins. */
  readonly stem: string;
  /** Where to go back to; a dialog is closed. */
  readonly back: string;
}

/** The ways to take annotations away, on a page of its own. */
export function ExportPage(props: ExportFormProps) {
  return (
    <main id="main" tabIndex={-1}>
      <h1 id="export-heading">{t('exporting.heading')}</h1>
      <ExportForm {...props} />
    </main>
  );
}

/** The same inside of a dialog. */
export function ExportDialog(props: ExportFormProps) {
  return (
    <>
      <h2 id="export-heading">{t('exporting.heading')}</h2>
      <ExportForm {...props} />
    </>
  );
}

function ExportForm({ groups, fields, codings, rows, only, stem, back }: ExportFormProps) {
  return (
    <form class="exports" action="/exports">
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="numbers">{rows}</p>
      {only.length > 0 && (
        <p class="only">
          {t('exporting.only')}{' '}
          {only.map((words) => (
            <span class="label" dir="auto">
              {words}
            </span>
          ))}
        </p>
      )}
      {codings.length > 0 && <Codings codings={codings} />}
      {groups.map((group, at) => (
        <Group {...group} isFirst={at === 0} />
      ))}
      <p class="hint">
        {rich('exporting.file', { name: (words) => <code dir="auto">{words}</code> }, { stem: `${stem}.…` })}
      </p>
      <p class="actions">
        <button type="submit" class="primary">
          {t('exporting.download')}
        </button>
        <a class="button" href={back} data-close>
          {t('exporting.cancel')}
        </a>
      </p>
    </form>
  );
}

function Codings({ codings }: Pick<ExportFormProps, 'codings'>) {
  return (
    <p class="field">
      <label for="export-coding">{t('exporting.coding')}</label>
      <select id="export-coding" name="coding">
        {codings.map(({ value, name, isChosen }) => (
          <option value={value} selected={isChosen}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Group({ purpose, choices, isFirst }: ExportGroup & { isFirst: boolean }) {
  return (
    <fieldset>
      <legend>{t(`exporting.${purpose}`)}</legend>
      {choices.map((choice, at) => (
        <Choice {...choice} isChosen={isFirst && at === 0} />
      ))}
      {purpose === 'spreadsheet' && <RawChoice />}
    </fieldset>
  );
}

function Choice({ key, name, description, extension, isChosen }: ExportChoice & { isChosen: boolean }) {
  return (
    <p class="choice">
      <input
        type="radio"
        id={`export-${key}`}
        name="format"
        value={key}
        checked={isChosen}
        aria-describedby={`about-${key}`}
      />
      <label for={`export-${key}`}>
        {name} <code class="faint">.{extension}</code>
      </label>
      <span id={`about-${key}`} class="hint">
        {description}
      </span>
    </p>
  );
}

function RawChoice() {
  return (
    <p class="choice raw">
      <input type="checkbox" id="export-raw" name="raw" value="1" aria-describedby="about-raw" />
      <label for="export-raw">{t('exporting.raw')}</label>
      <span id="about-raw" class="hint">
        {t('exporting.rawHint')}
      </span>
    </p>
  );
}

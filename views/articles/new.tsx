import type { DetailFields } from '../../src/domain/article-details.ts';
import { type Frame, inProject } from '../layouts/page.tsx';
import { Field } from '../shared/_field.tsx';
import { Details, type DetailsProps } from './_details.tsx';

/** Where the text and the details in the form came from, if not from the person. */
export type ImportState = 'read' | 'fetched' | 'not-fetched';

export interface ImportPageProps extends DetailsProps, TextFieldProps, KeptSourceProps {
  readonly place: Pick<Frame, 'project' | 'projects'>;
  /** The web address to fetch. */
  readonly address: string;
  readonly read: DetailFields;
  /** The kinds of files that hold an article, each with the endings of their names. */
  readonly kinds: readonly { readonly name: string; readonly extensions: readonly string[] }[];
  readonly state?: ImportState | undefined;
}

/** Has the details read as soon as there is a text, without storing anything. */
const READING = {
  'hx-target': '#details',
  'hx-swap': 'outerMorph',
  'hx-sync': 'closest form:replace',
};

/** Fetches, pastes or uploads an article. */
export function ImportPage(props: ImportPageProps) {
  const { place, kinds, values, read, problems, state } = props;
  const readings = inProject(place, '/readings');
  return (
    <main id="main" tabIndex={-1}>
      <h1>Import articles</h1>
      <p class="hint">
        Work done in another tool? <a href={inProject(place, '/imports/new')}>Import annotations</a>. Or see{' '}
        <a href={inProject(place, '/imports')}>earlier imports</a>.
      </p>
      <FetchForm action={inProject(place, '/fetches')} address={props.address} problem={problems.address} />
      <div id="import-state" role="status">
        <StateOfImport state={state} />
      </div>
      <form method="post" action={inProject(place, '/articles')} encType="multipart/form-data">
        <TextField {...props} readings={readings} />
        <KeptSource {...props} />
        <FilesField readings={readings} kinds={kinds} problem={problems.file} />
        <Details values={values} read={read} problems={problems} />
        <p class="actions">
          <button type="submit" class="primary">
            Import
          </button>
          <button type="submit" formaction={readings}>
            Check the details first
          </button>
        </p>
      </form>
    </main>
  );
}

/** A form of its own, so that Enter in the address fetches, and Enter in a detail imports. */
function FetchForm({
  action,
  address,
  problem,
}: {
  action: string;
  address: string;
  problem: string | undefined;
}) {
  return (
    <form
      method="post"
      action={action}
      hx-post={action}
      hx-include="#details"
      hx-swap="none"
      hx-sync="this:replace"
    >
      <Field
        name="address"
        label="Web address"
        hint="The page is fetched, and its article shown below, to be corrected before it is imported."
        problem={problem}
      >
        {(control) => (
          <span class="with-button">
            <input
              {...control}
              value={address}
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellcheck={false}
              dir="ltr"
            />
            <button type="submit">Fetch</button>
          </span>
        )}
      </Field>
    </form>
  );
}

const STATES: Readonly<Record<ImportState, string>> = {
  read: 'These details were read from the text. Correct what is wrong; nothing is stored yet.',
  fetched: 'This is the article that was found there. Correct what is wrong; nothing is stored yet.',
  'not-fetched': 'Nothing was fetched. Try again, or paste the text.',
};

/** Says what the form holds now; empty where the person filled it in. */
export function StateOfImport({ state }: { state?: ImportState | undefined }) {
  return state ? <p>{STATES[state]}</p> : null;
}

export interface TextFieldProps {
  readonly text: string;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** The text of the article, as pasted or as it was found. */
export function TextField({ readings, text, problems }: TextFieldProps & { readings: string }) {
  return (
    <div id="text-field">
      <Field
        name="text"
        label="Or the text"
        hint="Paste the whole article with its title and byline, as copied from the page or from a Markdown file."
        problem={problems.text}
      >
        {(control) => (
          <textarea
            {...control}
            {...READING}
            hx-post={readings}
            hx-trigger="paste delay:20ms, change"
            rows={12}
            dir="auto"
          >
            {text}
          </textarea>
        )}
      </Field>
    </div>
  );
}

export interface KeptSourceProps {
  readonly isWhole: boolean;
  readonly source?: { readonly id: string; readonly name: string | null; readonly url: string | null } | null;
}

/**
 * What the text was read from: kept with the article, unless the person has put another text in its place.
 */
export function KeptSource({ source, isWhole }: KeptSourceProps) {
  return (
    <div id="kept-source">
      {source && (
        <label class="kept-source">
          <input type="checkbox" name="source" value={source.id} checked />
          <span>
            Keep with the article what it was read from: <span dir="auto">{source.url ?? source.name}</span>
          </span>
        </label>
      )}
      {source && isWhole && <input type="hidden" name="whole" value="1" />}
    </div>
  );
}

function FilesField({
  readings,
  kinds,
  problem,
}: Pick<ImportPageProps, 'kinds'> & { readings: string; problem: string | undefined }) {
  const accepted = [...kinds.flatMap(({ extensions }) => extensions), ...HOLD_MANY];
  return (
    <Field name="file" label="Or files" hint={`${names(kinds)}. ${MANY}`} problem={problem}>
      {(control) => (
        <input
          {...control}
          {...READING}
          hx-post={readings}
          hx-encoding="multipart/form-data"
          type="file"
          multiple
          accept={accepted.map((extension) => `.${extension}`).join(',')}
        />
      )}
    </Field>
  );
}

/** Archives, and tables with an article a line. */
const HOLD_MANY = ['zip', 'csv', 'jsonl'];
const MANY =
  'Several at once, a .zip of them, or a CSV or JSONL table of articles are imported in the background.';

function names(kinds: ImportPageProps['kinds']): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(kinds.map(({ name }) => name));
}

import type { DetailFields } from '../../src/domain/article-details.ts';
import { inList, rich, t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { Field } from '../shared/_field.tsx';
import { Details, type DetailsProps } from './_details.tsx';
import { Preview, type PreviewProps } from './_preview.tsx';
import { type EncodingName, EncodingOfFiles } from './_reading.tsx';

/** How an article comes in. */
export const IMPORT_WAYS = ['paste', 'upload', 'fetch'] as const;

export type ImportWay = (typeof IMPORT_WAYS)[number];

/** Where the text and the details in the form came from, if not from the person. */
export type ImportState = 'read' | 'fetched' | 'notFetched';

export interface ImportPageProps extends DetailsProps, KeptSourceProps, Omit<PreviewProps, 'readings'> {
  readonly place: Place;
  readonly way: ImportWay;
  /** The web address to fetch. */
  readonly address: string;
  readonly text: string;
  readonly read: DetailFields;
  /** The kinds of files that hold an article, each with the endings of their names. */
  readonly kinds: readonly { readonly name: string; readonly extensions: readonly string[] }[];
  /** In which texts can be read. */
  readonly encodings: readonly EncodingName[];
  readonly state?: ImportState | undefined;
}

/** Pastes, uploads or fetches an article, each on a page of its own; what was found is shown for correction. */
export function ImportPage(props: ImportPageProps) {
  const { place, way, state, text } = props;
  const isShown = text !== '' || way === 'paste';
  return (
    <main id="main" tabIndex={-1} class="import">
      <h1>{t('importing.heading')}</h1>
      <Ways place={place} current={way} />
      <div id="import-state" role="status">
        <StateOfImport state={state} />
      </div>
      {isShown ? (
        <ArticleForm {...props} />
      ) : way === 'upload' ? (
        <UploadForm {...props} />
      ) : (
        <FetchForm {...props} />
      )}
      <p class="hint">
        {rich('importing.others', {
          annotations: (words) => <a href={inProject(place, '/imports/new')}>{words}</a>,
          imports: (words) => <a href={inProject(place, '/imports')}>{words}</a>,
        })}
      </p>
    </main>
  );
}

function Ways({ place, current }: { place: ImportPageProps['place']; current: ImportWay }) {
  return (
    <nav class="tabs" aria-label={t('importing.ways')}>
      <ul>
        {IMPORT_WAYS.map((way) => (
          <li>
            <a
              href={inProject(place, `/articles/new?way=${way}`)}
              aria-current={way === current ? 'page' : undefined}
            >
              {t(`importing.${way}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says what the form holds now; empty where the person filled it in. */
export function StateOfImport({ state }: { state?: ImportState | undefined }) {
  return state ? <p>{t(`importing.${state}`)}</p> : null;
}

/** Has the details and the preview read as soon as there is a text, without storing anything. */
const READING = {
  'hx-target': '#details',
  'hx-swap': 'outerMorph',
  'hx-sync': 'closest form:replace',
};

/** A text with its details, pasted or found, beside what is read from it. */
function ArticleForm(props: ImportPageProps) {
  const { place, way, text, values, read, problems, preview, reading } = props;
  const readings = inProject(place, '/readings');
  return (
    <form class="beside" method="post" action={inProject(place, '/articles')} encType="multipart/form-data">
      <div>
        <input type="hidden" name="way" value={way} />
        <Field
          name="text"
          label={t('importing.text')}
          hint={t('importing.textHint')}
          problem={problems.text ?? problems.file}
        >
          {(control) => (
            <textarea
              {...control}
              {...READING}
              hx-post={readings}
              hx-trigger="paste delay:20ms, change"
              rows={text === '' ? 12 : 9}
              dir="auto"
            >
              {text}
            </textarea>
          )}
        </Field>
        <KeptSource {...props} />
        <Details values={values} read={read} problems={problems} />
        <Actions readings={readings} />
      </div>
      <Preview preview={preview} reading={reading} readings={readings} />
    </form>
  );
}

function UploadForm(props: ImportPageProps) {
  const { place, kinds, encodings, values, read, problems, preview, reading } = props;
  const readings = inProject(place, '/readings');
  const accepted = [...kinds.flatMap(({ extensions }) => extensions), ...HOLD_MANY];
  return (
    <form class="beside" method="post" action={inProject(place, '/articles')} encType="multipart/form-data">
      <div>
        <input type="hidden" name="way" value="upload" />
        <Field
          name="file"
          label={t('importing.files')}
          hint={t('importing.filesHint', { kinds: listOf(kinds) })}
          problem={problems.file}
        >
          {(control) => (
            <input
              {...control}
              {...READING}
              class="drop"
              hx-post={readings}
              hx-encoding="multipart/form-data"
              type="file"
              multiple
              accept={accepted.map((extension) => `.${extension}`).join(',')}
            />
          )}
        </Field>
        <EncodingOfFiles encodings={encodings} />
        <Details values={values} read={read} problems={problems} />
        <Actions readings={readings} />
      </div>
      <Preview preview={preview} reading={reading} readings={readings} />
    </form>
  );
}

/** Archives, and tables with an article a line. */
const HOLD_MANY = ['zip', 'csv', 'jsonl'];

function listOf(kinds: ImportPageProps['kinds']): string {
  return inList(
    kinds.map(({ name }) => name),
    'or',
  );
}

/** Enter in a detail imports: the first button of a form is the one that it presses. */
function Actions({ readings }: { readings: string }) {
  return (
    <p class="actions">
      <button type="submit" class="primary">
        {t('importing.import')}
      </button>
      <button type="submit" class="check" formaction={readings}>
        {t('importing.check')}
      </button>
    </p>
  );
}

function FetchForm({ place, address, problems, values }: ImportPageProps) {
  return (
    <form method="post" action={inProject(place, '/fetches')}>
      <Field
        name="address"
        label={t('importing.address')}
        hint={t('importing.addressHint')}
        problem={problems.address}
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
            <button type="submit" class="primary">
              {t('importing.fetchButton')}
            </button>
          </span>
        )}
      </Field>
      {problems.address && (
        <p>
          <a href={inProject(place, pasteWith(values))}>{t('importing.pasteInstead')}</a>
        </p>
      )}
    </form>
  );
}

/** The form for a text, with what is known of it already. */
function pasteWith(values: DetailFields): string {
  const known = Object.entries(values).filter(([, value]) => value !== '');
  return `/articles/new?${new URLSearchParams([['way', 'paste'], ...known])}`;
}

export interface KeptSourceProps {
  readonly isWhole: boolean;
  readonly source?: { readonly id: string; readonly name: string | null; readonly url: string | null } | null;
}

/** What the text was read from: kept with the article, unless the person has put another text in its place. */
function KeptSource({ source, isWhole }: KeptSourceProps) {
  if (!source) return null;
  return (
    <div id="kept-source">
      <label class="kept-source">
        <input type="checkbox" name="source" value={source.id} checked />
        <span>
          {rich(
            'importing.keepSource',
            { source: (words) => <span dir="auto">{words}</span> },
            { source: source.url ?? source.name ?? '' },
          )}
        </span>
      </label>
      {isWhole && <input type="hidden" name="whole" value="1" />}
    </div>
  );
}

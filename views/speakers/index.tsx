import { inWords, t } from '../../src/messages/language.ts';
import { Hidden } from '../annotations/_cell.tsx';
import { addressWith } from '../annotations/_table.tsx';
import type { Place } from '../layouts/place.ts';

/** Somebody who is named as a speaker, with how often. */
export interface SpeakerRow {
  readonly name: string;
  readonly annotations: number;
  readonly articles: number;
}

/** A new name that was refused, and why. */
export interface RenameProblem {
  readonly name: string;
  readonly to: string;
  readonly problem: string;
}

export interface SpeakersPageProps {
  readonly place: Place;
  /** The article whose speakers these are; without it they are the project's. */
  readonly article?: { readonly id: string; readonly title: string } | undefined;
  readonly speakers: readonly SpeakerRow[];
  readonly hasMore: boolean;
  readonly mayRename: boolean;
  /** The one to begin with. */
  readonly chosen: string;
  readonly refused?: RenameProblem | undefined;
  /** Names the forms, so that sent twice nothing is done twice. */
  readonly formKey: string;
}

/** Who is named as a speaker, most used first; each can be renamed everywhere. */
export function SpeakersPage(props: SpeakersPageProps) {
  const { place, article, speakers, hasMore, mayRename } = props;
  return (
    <main id="main" tabIndex={-1}>
      {article && (
        <p>
          <a href={`/articles/${article.id}`}>{t('speakers.backToArticle')}</a> ·{' '}
          <a href={addressWith(place, '/speakers', {})}>{t('speakers.inProject')}</a>
        </p>
      )}
      <h1 dir="auto">
        {article ? t('speakers.headingIn', { title: article.title }) : t('speakers.heading')}
      </h1>
      {speakers.length === 0 && <p>{t('speakers.none')}</p>}
      {speakers.length > 0 && mayRename && <p class="hint">{t('speakers.hint')}</p>}
      {hasMore && <p class="hint">{t('speakers.more', { count: speakers.length })}</p>}
      {speakers.length > 0 && <Speakers {...props} />}
    </main>
  );
}

function Speakers(props: SpeakersPageProps) {
  const { article, speakers, mayRename } = props;
  return (
    <div class="stacked">
      <table class="speakers">
        <thead>
          <tr>
            <th scope="col">{t('speakers.name')}</th>
            <th scope="col" class="number">
              {t('speakers.annotations')}
            </th>
            {!article && (
              <th scope="col" class="number">
                {t('speakers.articles')}
              </th>
            )}
            {mayRename && <th scope="col">{t('speakers.rename')}</th>}
          </tr>
        </thead>
        <tbody>
          {speakers.map((speaker, at) => (
            <Speaker {...props} speaker={speaker} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Speaker(props: SpeakersPageProps & { speaker: SpeakerRow; at: number }) {
  const { place, article, speaker, mayRename } = props;
  const filter = { speaker: speaker.name, ...(article && { article: article.id }) };
  return (
    <tr>
      <th scope="row" dir="auto">
        <a href={addressWith(place, '/annotations', filter)}>{speaker.name}</a>
      </th>
      <td class="number" data-label={t('speakers.annotations')}>
        {inWords(speaker.annotations)}
      </td>
      {!article && (
        <td class="number" data-label={t('speakers.articles')}>
          {inWords(speaker.articles)}
        </td>
      )}
      {mayRename && (
        <td>
          <RenameForm {...props} />
        </td>
      )}
    </tr>
  );
}

function RenameForm({
  place,
  article,
  speaker: { name },
  at,
  chosen,
  refused,
  formKey,
}: SpeakersPageProps & { speaker: SpeakerRow; at: number }) {
  const problem = refused?.name === name ? refused : undefined;
  const id = `rename-${at}`;
  return (
    <form class="rename with-button" method="post" action={addressWith(place, '/speakers/renames', {})}>
      <Hidden fields={{ name, form_key: formKey, ...(article && { article: article.id }) }} />
      <input
        id={id}
        name="to"
        value={problem?.to ?? name}
        aria-label={t('speakers.newName', { name })}
        aria-describedby={`${id}-error`}
        aria-invalid={problem ? 'true' : undefined}
        autofocus={problem !== undefined || (!refused && name === chosen) ? true : undefined}
        autocomplete="off"
        dir="auto"
      />
      <button>{t('speakers.rename')}</button>
      <p class="wrong" id={`${id}-error`}>
        {problem?.problem}
      </p>
    </form>
  );
}

/** Names to offer in a field, as the browser's own list has them. */
export function SpeakerOptions({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <option value={name} />
      ))}
    </>
  );
}

import { inList, t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { Field } from '../shared/_field.tsx';

/** Hands in files of annotations. */
export function NewImportPage({
  place,
  readers,
  problem,
}: {
  place: Place;
  /** Names of what can be read. */
  readonly readers: readonly string[];
  problem?: string | undefined;
}) {
  return (
    <main id="main" tabIndex={-1}>
      <h1>{t('importing.annotationsHeading')}</h1>
      <p>{t('importing.annotationsIntro', { readers: inList(readers, 'or') })}</p>
      <form method="post" action={inProject(place, '/imports')} encType="multipart/form-data">
        <input type="hidden" name="kind" value="annotations" />
        <Field
          name="file"
          label={t('importing.annotationFiles')}
          hint={t('importing.annotationFilesHint')}
          problem={problem}
        >
          {(control) => <input {...control} class="drop" type="file" multiple required />}
        </Field>
        <p class="actions">
          <button type="submit" class="primary">
            {t('importing.continue')}
          </button>
          <a href={inProject(place, '/imports')}>{t('importing.earlier')}</a>
        </p>
      </form>
    </main>
  );
}

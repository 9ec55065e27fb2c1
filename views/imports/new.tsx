import { type Frame, inProject } from '../layouts/page.tsx';
import { Field } from '../shared/_field.tsx';

/** Hands in files of annotations. */
export function NewImportPage({
  place,
  readers,
  problem,
}: {
  place: Pick<Frame, 'project' | 'projects'>;
  /** Names of what can be read. */
  readonly readers: readonly string[];
  problem?: string | undefined;
}) {
  return (
    <main id="main" tabIndex={-1}>
      <h1>Import annotations</h1>
      <p>
        Work done elsewhere, or exported here: {readers.join(', ')}. You say what each label becomes before
        anything is stored, and the whole import can be undone.
      </p>
      <form method="post" action={inProject(place, '/imports')} encType="multipart/form-data">
        <input type="hidden" name="kind" value="annotations" />
        <Field
          name="file"
          label="Files"
          hint="What kind each is, is seen from what is inside. Where a file has no texts, import its articles first."
          problem={problem}
        >
          {(control) => <input {...control} type="file" multiple required />}
        </Field>
        <p class="actions">
          <button type="submit" class="primary">
            Go on
          </button>
          <a href={inProject(place, '/imports')}>Earlier imports</a>
        </p>
      </form>
    </main>
  );
}

import type { DetailFields } from '../../src/domain/article-details.ts';
import { type Frame, inProject } from '../layouts/page.tsx';
import { Field } from '../shared/_field.tsx';
import { Details, type DetailsProps } from './_details.tsx';

export interface ImportPageProps extends DetailsProps {
  readonly place: Pick<Frame, 'project' | 'projects'>;
  readonly text: string;
  readonly read: DetailFields;
  /** Whether the details have been read from the text and wait for the person's eye. */
  readonly isChecked?: boolean;
}

/** Has the details read as soon as there is a text, without storing anything. */
const READING = {
  'hx-post': '',
  'hx-vals': '{"check": "1"}',
  'hx-target': '#details',
  'hx-swap': 'outerMorph',
  'hx-sync': 'closest form:replace',
};

/** Pastes or uploads an article. */
export function ImportPage({ place, text, values, read, problems, isChecked = false }: ImportPageProps) {
  const address = inProject(place, '/articles');
  const reading = { ...READING, 'hx-post': address };
  return (
    <main id="main" tabIndex={-1}>
      <h1>Import an article</h1>
      {isChecked && (
        <p role="status">
          These details were read from the text. Correct what is wrong; nothing is stored yet.
        </p>
      )}
      <form method="post" action={address} encType="multipart/form-data">
        <Field
          name="text"
          label="Text"
          hint="Paste the whole article with its title and byline, as copied from the page or from a Markdown file."
          problem={problems.text}
        >
          {(control) => (
            <textarea {...control} {...reading} hx-trigger="paste delay:20ms, change" rows={12} dir="auto">
              {text}
            </textarea>
          )}
        </Field>
        <Field name="file" label="Or a file" hint="A .txt or .md file." problem={problems.file}>
          {(control) => (
            <input
              {...control}
              {...reading}
              hx-encoding="multipart/form-data"
              type="file"
              accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
            />
          )}
        </Field>
        <Details values={values} read={read} problems={problems} />
        <p class="actions">
          <button type="submit" class="primary">
            Import
          </button>
          <button type="submit" name="check" value="1">
            Check the details first
          </button>
        </p>
      </form>
    </main>
  );
}

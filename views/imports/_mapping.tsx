import type { AnnotationPreview, LabelPreview } from '../../src/domain/import.ts';
import { TAG_FACTS, TAGS } from '../../src/domain/tag.ts';

const OTHER_CHOICES = [
  ['note', 'A line in the note of what it overlaps'],
  ['leave', 'Left out'],
] as const;

/** What the labels of files become: shown for correction before anything is stored. */
export function Mapping({ importId, preview }: { importId: string; preview: AnnotationPreview }) {
  const { documents, annotations, labels, annotators, unreadable } = preview;
  return (
    <form id="import" method="post" action={`/imports/${importId}`}>
      <input type="hidden" name="_method" value="patch" />
      <p role="status">
        {counted(annotations, 'annotation')} in {counted(documents, 'article')}. Nothing is stored yet.
      </p>
      <Unreadable {...unreadable} />
      {labels.every(({ guess }) => guess === 'leave') && (
        <p class="wrong">
          None of these labels is known here. Choose what they become, or only the articles are imported.
        </p>
      )}
      <div class="scrolls">
        <table class="stacked">
          <caption>What each label becomes</caption>
          <thead>
            <tr>
              <th scope="col">Label</th>
              <th scope="col" class="number">
                Times
              </th>
              <th scope="col">Becomes</th>
              <th scope="col">For example</th>
            </tr>
          </thead>
          <tbody>
            {labels.map((label, at) => (
              <LabelRow {...label} at={at} />
            ))}
          </tbody>
        </table>
      </div>
      {annotators.length > 0 && <Annotators names={annotators} />}
      <p class="actions">
        <button type="submit" class="primary">
          Import
        </button>
        <button type="submit" name="_method" value="delete">
          Cancel
        </button>
      </p>
    </form>
  );
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? what : `${what}s`}`;
}

function Unreadable({ count, first }: AnnotationPreview['unreadable']) {
  if (count === 0) return null;
  return (
    <>
      <p class="wrong">{counted(count, 'record')} cannot be read:</p>
      <ul>
        {first.map(({ place, reason }) => (
          <li dir="auto">
            {place}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function LabelRow({ label, count, examples, guess, at }: LabelPreview & { at: number }) {
  return (
    <tr>
      <th scope="row" id={`label-${at}`} dir="auto">
        {label}
        <input type="hidden" name="label" value={label} />
      </th>
      <td class="number">{count.toLocaleString('en')} ×</td>
      <td>
        <select name="choice" aria-labelledby={`label-${at}`}>
          {[...TAGS.map((tag) => [tag, TAG_FACTS[tag].name] as const), ...OTHER_CHOICES].map(
            ([value, name]) => (
              <option value={value} selected={value === guess}>
                {name}
              </option>
            ),
          )}
        </select>
      </td>
      <td dir="auto" class="examples">
        {examples.join(' · ')}
      </td>
    </tr>
  );
}

function Annotators({ names }: { names: readonly string[] }) {
  return (
    <fieldset>
      <legend>Whose work it is</legend>
      <p>
        <label>
          <input type="radio" name="annotators" value="named" checked /> As the files say: {names.join(', ')}
        </label>
        <br />
        <span class="hint">
          These are names from files. Nobody who works here is meant, even where a name is the same.
        </span>
      </p>
      <p>
        <label>
          <input type="radio" name="annotators" value="me" /> Mine
        </label>
      </p>
    </fieldset>
  );
}

import type { Annotation } from '../../src/domain/annotation.ts';
import { readableDate } from '../articles/_byline.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { tagClass } from '../shared/tags.ts';
import { shorten, TagLetter } from './_entry.tsx';
import { AnnotationForm, type Typed } from './_form.tsx';

export interface RowProps {
  readonly annotation: Annotation;
  readonly articleTitle: string;
  readonly annotator: string;
  /** Whether its link takes the focus, for a row that was just closed. */
  readonly takesFocus?: boolean;
}

/** The columns of the table, in order. */
export const COLUMNS = ['Tag', 'Words', 'Article', 'Details', 'Annotator', 'Changed'] as const;

/**
 * One annotation of the project's table. Its link leads to the form; with scripts the form opens in the row.
 */
export function Row({ annotation, articleTitle, annotator, takesFocus = false }: RowProps) {
  const { id, tag, text, articleId, start, updatedAt } = annotation;
  const words = shorten(text, 140);
  const changed = updatedAt.toISOString();
  return (
    <tr id={`row-${id}`} class={tag}>
      <td>
        <TagLetter tag={tag} />
      </td>
      <th scope="row">
        <a class="words" href={`/articles/${articleId}?at=${start}#m-${id}`} dir="auto">
          {words}
        </a>
      </th>
      <td class="article">
        <a href={`/articles/${articleId}`} dir="auto">
          {shorten(articleTitle, 45)}
        </a>
      </td>
      <td dir="auto">{summarise(annotation).join(' · ')}</td>
      <td dir="auto">{annotator}</td>
      <td class="numbers">
        <time datetime={changed}>{readableDate(changed.slice(0, 10))}</time>
      </td>
      <td>
        <a
          class="edit"
          href={`/annotations/${id}`}
          hx-get={`/annotations/${id}?view=row`}
          hx-target="closest tr"
          hx-swap="outerHTML"
          {...(takesFocus && { autofocus: true })}
        >
          Edit<span class="hidden-words">: {shorten(text, 60)}</span>
        </a>
      </td>
    </tr>
  );
}

export interface OpenRowProps {
  readonly annotation: Annotation;
  readonly typed?: Typed | undefined;
  readonly conflict?: Annotation | undefined;
}

/** The same row with the annotation's form. */
export function OpenRow({ annotation, typed, conflict }: OpenRowProps) {
  return (
    <tr id={`row-${annotation.id}`} class={`open ${tagClass(annotation.tag)}`}>
      <td colSpan={COLUMNS.length + 1}>
        <div class="card">
          <p class="words" dir="auto">
            <TagLetter tag={annotation.tag} />
            {shorten(annotation.text, 400)}
          </p>
          <AnnotationForm annotation={annotation} typed={typed} conflict={conflict} place="row" />
        </div>
      </td>
    </tr>
  );
}

/** Says that an annotation was deleted, with the way back. */
export function DeletedNotice({ annotation: { articleId, text } }: { annotation: Annotation }) {
  return (
    <>
      <p>
        Deleted: <q dir="auto">{shorten(text, 80)}</q>
      </p>
      <form method="post" action={`/articles/${articleId}/undo`}>
        <button type="submit">Undo</button>
      </form>
    </>
  );
}

import type { Annotation } from '../../src/domain/annotation.ts';
import type { Section } from '../../src/domain/section.ts';
import { Entry } from '../annotations/_entry.tsx';

export interface EntriesProps {
  readonly articleId: string;
  readonly section: Section;
  /** Absent where they are yet to be fetched. */
  readonly annotations?: readonly Annotation[] | undefined;
}

/** The annotations that begin in one section of the text, in its order. */
export function Entries({ articleId, section, annotations }: EntriesProps) {
  const id = `entries-${section.index}`;
  if (annotations) {
    return (
      <ol class="entries" id={id} data-section={section.index}>
        {annotations.map((annotation) => (
          <Entry annotation={annotation} />
        ))}
      </ol>
    );
  }
  const address = `/articles/${articleId}/sections/${section.index}`;
  return (
    <ol
      class="entries waiting"
      id={id}
      data-section={section.index}
      hx-get={address}
      hx-trigger="near once"
      hx-swap="none"
    >
      <li>
        <a href={`/articles/${articleId}?at=${section.start}#section-${section.index}`}>
          Annotations of part {section.index + 1}
        </a>
      </li>
    </ol>
  );
}

import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import type { LinksSeen } from '../../src/domain/link.ts';
import type { Section } from '../../src/domain/section.ts';
import { t } from '../../src/messages/language.ts';
import { Entry, sentenceNumber } from '../annotations/_entry.tsx';

export interface EntriesProps {
  readonly text: ArticleText;
  readonly section: Section;
  /** Absent where they are yet to be fetched. */
  readonly annotations?: readonly Annotation[] | undefined;
  /** What others are called, by the ids of annotators. */
  readonly others?: ReadonlyMap<string, string> | undefined;
  readonly links?: LinksSeen | undefined;
  /** How many open comments there are on some of them, by their ids. */
  readonly talk?: ReadonlyMap<string, number> | undefined;
}

/** The annotations that begin in one section of the text, in its order. */
export function Entries({ text, section, annotations, others, links, talk }: EntriesProps) {
  const { articleId } = text;
  const id = `entries-${section.index}`;
  if (annotations) {
    const sentences = annotations.map(({ start }) => sentenceNumber(text, start));
    return (
      <ol class="entries" id={id} data-section={section.index}>
        {annotations.map((annotation, at) => (
          <Entry
            annotation={annotation}
            whose={others?.get(annotation.annotatorId)}
            links={links?.get(annotation.id)}
            comments={talk?.get(annotation.id)}
            sentence={sentences[at]}
            begins={at === 0 || sentences[at] !== sentences[at - 1]}
          />
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
          {t('article.sectionEntries', { number: section.index + 1 })}
        </a>
      </li>
    </ol>
  );
}

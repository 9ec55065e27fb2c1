import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import { shorten, TagLetter } from '../annotations/_entry.tsx';

export interface FoundProps {
  readonly text: ArticleText;
  readonly words: string;
  readonly annotations: readonly Annotation[];
  /** Indexes of sentences. */
  readonly sentences: readonly number[];
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What holds the words looked for; each leads to its place in the text. */
export function Found({ text, words, annotations, sentences }: FoundProps) {
  if (words === '') return null;
  const place = (start: number, hash: string) => `/articles/${text.articleId}?at=${start}#${hash}`;
  return (
    <section class="found" aria-label="Found">
      <p role="status" class="faint">
        {annotations.length + sentences.length === 0
          ? `Nothing holds “${shorten(words, 40)}”.`
          : `${counted(annotations.length, 'annotation')}, ${counted(sentences.length, 'sentence')}`}
      </p>
      <ul>
        {annotations.map((annotation) => (
          <li>
            <a href={place(annotation.start, `m-${annotation.id}`)}>
              <TagLetter tag={annotation.tag} /> {shorten(annotation.text, 90)}
            </a>
          </li>
        ))}
        {sentences.map((index) => (
          <li>
            <a href={place(text.sentences[index]?.start ?? 0, `s${index}`)}>
              {shorten(text.text.slice(text.sentences[index]?.start, text.sentences[index]?.end), 90)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

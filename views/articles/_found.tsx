import { type Annotation, formatParts } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import { t } from '../../src/messages/language.ts';
import { shorten, TagLetter } from '../annotations/_entry.tsx';

export interface FoundProps {
  readonly text: ArticleText;
  readonly words: string;
  readonly annotations: readonly Annotation[];
  /** Indexes of sentences. */
  readonly sentences: readonly number[];
}

/** What holds the words looked for; each leads to its place in the text. */
export function Found({ text, words, annotations, sentences }: FoundProps) {
  if (words === '') return null;
  return (
    <section class="found" aria-label={t('reading.found')} data-words={words}>
      <p role="status" class="faint">
        {sayFound(words, annotations.length, sentences.length)}
      </p>
      <ul>
        {annotations.map(({ id, tag, start, parts, text: own }) => (
          <li>
            <a
              href={`/articles/${text.articleId}?at=${start}#m-${id}`}
              data-annotation={id}
              data-parts={formatParts(parts)}
            >
              <TagLetter tag={tag} /> {shorten(own, 90)}
            </a>
          </li>
        ))}
        {sentences.map((index) => {
          const { start = 0, end = 0 } = text.sentences[index] ?? {};
          return (
            <li>
              <a href={`/articles/${text.articleId}?at=${start}#s${index}`} data-parts={`${start}-${end}`}>
                {shorten(text.text.slice(start, end), 90)}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sayFound(words: string, annotations: number, sentences: number): string {
  if (annotations + sentences === 0) return t('reading.noneFound', { words: shorten(words, 40) });
  const counted = [
    t('reading.foundAnnotations', { count: annotations }),
    t('reading.foundSentences', { count: sentences }),
  ];
  return counted.join(', ');
}

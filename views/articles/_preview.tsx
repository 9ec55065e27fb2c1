import type { ArticleDetails } from '../../src/domain/article.ts';
import { t } from '../../src/messages/language.ts';
import type { BlockKind } from '../../src/text/blocks.ts';
import { publishedDay } from '../shared/dates.ts';
import { Reading, type ShownReading } from './_reading.tsx';

/** An article as it would be imported: what is known of it, and the beginning of its text. */
export interface PreviewedArticle
  extends Pick<ArticleDetails, 'title' | 'byline' | 'publication' | 'published'> {
  readonly sentences: number;
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[];
  /** Whether there is more of it. */
  readonly isCut: boolean;
}

export interface PreviewProps {
  /** Null where there is nothing to read yet. */
  readonly preview: PreviewedArticle | null;
  readonly reading?: ShownReading | undefined;
  /** Where the article is read anew. */
  readonly readings: string;
}

/** Shows beside the form what would be imported. */
export function Preview({ preview, reading, readings }: PreviewProps) {
  return (
    <section id="preview" class="preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading">{t('importing.preview')}</h2>
      {preview && reading && <Reading reading={reading} readings={readings} />}
      {preview ? <Article {...preview} /> : <p class="hint">{t('importing.noPreview')}</p>}
    </section>
  );
}

function Article({ title, byline, publication, published, sentences, blocks, isCut }: PreviewedArticle) {
  const details = [byline, publication, published && publishedDay(published)].filter(Boolean);
  return (
    <div class="read">
      <h3 dir="auto">{title}</h3>
      <p class="faint">
        {details.map((detail) => (
          <span dir="auto">{detail}</span>
        ))}
        <span class="numbers">{t('importing.sentences', { count: sentences })}</span>
      </p>
      {blocks.map(({ kind, text }) => (
        <p class={kind} dir="auto">
          {text}
        </p>
      ))}
      {isCut && <p class="hint">{t('importing.isCut')}</p>}
    </div>
  );
}

import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { Paging } from '../shared/_paging.tsx';
import { tagClass } from '../shared/tags.ts';

export interface SentencesPageProps {
  readonly tag: Tag;
  readonly found: readonly ShownSentence[];
  /** What they have in common. */
  readonly heading: string;
  readonly page: number;
  readonly pages: number;
  readonly nameAt: (place: number) => string;
  /** The page of the figures. */
  readonly back: { readonly words: string; readonly address: string };
  readonly pageAddress: (page: number) => string;
  /** A page of each article where more is to be seen or done. */
  readonly beside: { readonly words: string; readonly address: (articleId: string) => string };
}

interface ShownSentence {
  readonly articleId: string;
  readonly title: string;
  readonly sentence: number;
  readonly text: string;
  readonly sides: readonly { readonly coder: number; readonly marked: readonly string[] }[];
}

/** The sentences behind a number, each with what every coder marked on it. */
export function SentencesPage(props: SentencesPageProps) {
  const { tag, found, heading, page, pages, back, pageAddress, nameAt, beside } = props;
  return (
    <main id="main" tabIndex={-1} class="agreement-page">
      <h1>{t('agreement.sentencesHeading', { tag: t(`tagName.${tag}`) })}</h1>
      <p>
        {heading} · <a href={back.address}>{back.words}</a>
      </p>
      <p class="hint">{t('agreement.definition', { words: t(`tagDefinition.${tag}`) })}</p>
      {found.length === 0 && <p>{t('agreement.noSentences')}</p>}
      {byArticle(found).map((sentences) => (
        <section aria-labelledby={`in-${sentences[0]?.articleId}`}>
          <h2 id={`in-${sentences[0]?.articleId}`} dir="auto">
            {t('agreement.inArticle', { title: sentences[0]?.title ?? '' })}
          </h2>
          <p>
            <a href={beside.address(sentences[0]?.articleId ?? '')}>{beside.words}</a>
          </p>
          <ol class="found-sentences">
            {sentences.map((sentence) => (
              <Sentence {...sentence} tag={tag} nameAt={nameAt} />
            ))}
          </ol>
        </section>
      ))}
      <Paging page={page} pages={pages} address={pageAddress} />
    </main>
  );
}

function byArticle(found: readonly ShownSentence[]): ShownSentence[][] {
  const articles = new Map<string, ShownSentence[]>();
  for (const sentence of found) {
    articles.set(sentence.articleId, [...(articles.get(sentence.articleId) ?? []), sentence]);
  }
  return [...articles.values()];
}

function Sentence({
  articleId,
  sentence,
  text,
  sides,
  tag,
  nameAt,
}: ShownSentence & Pick<SentencesPageProps, 'tag' | 'nameAt'>) {
  const codebook = useCodebook();
  return (
    <li>
      <p class="words">
        <a href={`/articles/${articleId}#s${sentence}`} dir="auto">
          {text}
        </a>
      </p>
      <ul>
        {sides.map(({ coder, marked }) =>
          marked.length === 0 ? (
            <li class="nothing">{t('agreement.untagged', { name: nameAt(coder) })}</li>
          ) : (
            <li class={tagClass(codebook, tag)}>
              {t('agreement.marked', { name: nameAt(coder) })}{' '}
              {marked.map((words) => (
                <q dir="auto">{words}</q>
              ))}
            </li>
          ),
        )}
      </ul>
    </li>
  );
}

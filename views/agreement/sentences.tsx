import type { Cell } from '../../src/agreement/confusion.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { Paging } from '../shared/_paging.tsx';
import { tagClass } from '../shared/tags.ts';

export interface SentencesPageProps {
  readonly tag: Tag;
  readonly found: readonly ShownSentence[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Where in the confusion of two coders these stand; absent for all on which coders differ. */
  readonly cell: Cell | undefined;
  /** Those two by name. */
  readonly coders: readonly string[] | undefined;
  readonly nameAt: (place: number) => string;
  /** The address of the figures. */
  readonly back: string;
  readonly pageAddress: (page: number) => string;
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
  const { tag, found, page, pages, back, pageAddress, nameAt } = props;
  return (
    <main id="main" tabIndex={-1} class="agreement-page">
      <h1>{t('agreement.sentencesHeading', { tag: t(`tagName.${tag}`) })}</h1>
      <p>
        {headingOf(props)} · <a href={back}>{t('agreement.back')}</a>
      </p>
      <p class="hint">{t('agreement.definition', { words: t(`tagDefinition.${tag}`) })}</p>
      {found.length === 0 && <p>{t('agreement.noSentences')}</p>}
      {byArticle(found).map((sentences) => (
        <section aria-labelledby={`in-${sentences[0]?.articleId}`}>
          <h2 id={`in-${sentences[0]?.articleId}`} dir="auto">
            {t('agreement.inArticle', { title: sentences[0]?.title ?? '' })}
          </h2>
          <p>
            <a href={`/articles/${sentences[0]?.articleId}/adjudicate`}>{t('agreement.adjudicate')}</a>
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

const HEADINGS = {
  both: 'agreement.cellBoth',
  onlyFirst: 'agreement.cellOnlyFirst',
  onlySecond: 'agreement.cellOnlySecond',
  neither: 'agreement.cellNeither',
} as const;

function headingOf({ cell, coders, total: count }: SentencesPageProps): string {
  if (!cell) return t('agreement.cellDiffering', { count });
  const [one = '', other = ''] = coders ?? [];
  return t(HEADINGS[cell], { count, one, other });
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

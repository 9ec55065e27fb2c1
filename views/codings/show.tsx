import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article, ArticleText } from '../../src/domain/article.ts';
import type { Coding } from '../../src/domain/coding.ts';
import { FINAL } from '../../src/domain/lane.ts';
import type { Section } from '../../src/domain/section.ts';
import { language, t } from '../../src/messages/language.ts';
import { Whose } from '../annotations/_entry.tsx';
import type { Markup } from '../articles/_block.tsx';
import { SectionOfText } from '../articles/_section.tsx';
import { Counts } from '../articles/_state.tsx';
import { useCodebook } from '../shared/_codebook.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { tagClass } from '../shared/tags.ts';

export interface CodingPageProps {
  readonly article: Article;
  readonly coding: Coding;
  readonly text: ArticleText;
  /** The name of whoever made it, or which one it is. */
  readonly whose: string;
  /** Whether it is only what one of several made in it. */
  readonly isOfOne: boolean;
  /** What its annotators are called, by their ids; absent where it is one's alone. */
  readonly others: ReadonlyMap<string, string> | undefined;
  readonly sections: readonly Section[];
  readonly markup: Markup;
}

/** A coding as it stands, to look at: the text with its marks, and beneath it what each says. */
export function CodingPage(props: CodingPageProps) {
  const { article, text, sections, markup, others } = props;
  return (
    <main id="main" tabIndex={-1}>
      <article class="article-text" lang={article.language ?? undefined}>
        <h1 dir="auto">{article.title}</h1>
        <div class="said" lang={language().code}>
          <Said {...props} />
          <p>
            <a href={`/articles/${article.id}`}>{t('codings.toArticle')}</a>
          </p>
        </div>
        {sections.map((section) => (
          <SectionOfText text={text} section={section} markup={markup} />
        ))}
      </article>
      <section class="coding-list" aria-labelledby="coding-list">
        <h2 id="coding-list">{t('codings.annotations')}</h2>
        {markup.annotations.length === 0 ? (
          <p>{t('codings.none')}</p>
        ) : (
          <ol lang={article.language ?? undefined}>
            {markup.annotations.map((annotation) => (
              <Line annotation={annotation} by={others?.get(annotation.annotatorId)} />
            ))}
          </ol>
        )}
      </section>
    </main>
  );
}

function Said({ coding, whose, isOfOne, markup }: CodingPageProps) {
  const { coded, sentences } = coding.counts;
  if (isOfOne) return <p>{t('codings.ofOne', { count: markup.annotations.length, whose })}</p>;
  return (
    <>
      <p>{coding.lane === FINAL ? t('codings.isFinal') : t('codings.of', { whose })}</p>
      <p>{t('codings.progress', { coded, count: sentences })}</p>
      <Counts coding={coding} />
    </>
  );
}

function Line({ annotation, by }: { annotation: Annotation; by: string | undefined }) {
  const { id, tag, text, note } = annotation;
  return (
    <li>
      <a href={`#m-${id}`} dir="auto">
        {text}
      </a>{' '}
      <span class={tagClass(useCodebook(), tag)}>
        {[t(`tagName.${tag}`), ...summarise(annotation)].join(' · ')}
      </span>{' '}
      <Whose name={by} />
      {note && <p dir="auto">{note}</p>}
    </li>
  );
}

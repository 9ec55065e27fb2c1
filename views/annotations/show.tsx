import type { VNode } from 'preact';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article } from '../../src/domain/article.ts';
import { t } from '../../src/messages/language.ts';
import { Whose } from './_entry.tsx';
import { AnnotationForm, type Typed } from './_form.tsx';

export interface AnnotationPageProps {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly typed?: Typed | undefined;
  readonly conflict?: Annotation | undefined;
  /** Names that the speaker's field offers. */
  readonly speakers: readonly string[];
  /** Names the form, so that sent twice nothing is done twice. */
  readonly formKey: string;
  /** Whose it is, where that is not the reader. */
  readonly whose?: string | undefined;
  /** What is said of it. */
  readonly talk?: VNode | undefined;
}

/** One annotation on a page of its own. */
export function AnnotationPage({ article, formKey, whose, talk, ...form }: AnnotationPageProps) {
  const { annotation } = form;
  const place = `/articles/${article.id}?at=${annotation.start}#m-${annotation.id}`;
  return (
    <main id="main">
      <p>
        <a href={place}>{article.title}</a> ·{' '}
        <a href={`/articles/${article.id}/sheet?at=${annotation.start}`}>{t('annotation.sheet')}</a>
      </p>
      <h1>{t(`tagName.${annotation.tag}`)}</h1>
      <blockquote class="sentence-words" dir="auto">
        {annotation.text}
      </blockquote>
      <Whose name={whose} />
      <AnnotationForm {...form} from={{ formKey }} />
      <p>
        <a href={`/annotations/${annotation.id}/history`}>{t('annotationHistory.link')}</a>
      </p>
      {talk}
    </main>
  );
}

import type { CodedArticle } from '../../agreement/coded-articles.ts';
import type { StudyQuestion } from '../../agreement/study.ts';
import type { ArticleStudy, TagStudy } from '../../agreement/study-report.ts';

/** What the thread of a study is told: articles, some at a time, and then what to measure. */
export type StudyOrder =
  | { readonly kind: 'articles'; readonly articles: readonly CodedArticle[] }
  | { readonly kind: 'measure'; readonly question: StudyQuestion };

/** What it answers: each tag, and at the end the articles. */
export type StudyAnswer =
  | { readonly kind: 'tag'; readonly tag: TagStudy }
  | { readonly kind: 'articles'; readonly articles: readonly ArticleStudy[] };

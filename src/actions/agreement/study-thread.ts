// The thread in which a study is measured, so that nobody's page waits for it.

import { parentPort } from 'node:worker_threads';
import type { CodedArticle } from '../../agreement/coded-articles.ts';
import { studyArticles, studyTags } from '../../agreement/study.ts';
import type { StudyAnswer, StudyOrder } from './study-messages.ts';

const articles: CodedArticle[] = [];

function answer(message: StudyAnswer): void {
  parentPort?.postMessage(message);
}

function obey(order: StudyOrder): void {
  if (order.kind === 'articles') {
    articles.push(...order.articles);
    return;
  }
  for (const tag of studyTags(articles, order.question)) answer({ kind: 'tag', tag });
  answer({ kind: 'articles', articles: studyArticles(articles, order.question.tags) });
}

parentPort?.on('message', obey);

import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeArticleTable } from './write.ts';

/** One row for each article, with its text: for spreadsheets, R and pandas, and for another desk. */
export const articles: Format = {
  key: 'articles',
  extension: 'articles.csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  get name() {
    return t('formatName.articles');
  },
  get description() {
    return t('formatUse.articles');
  },
  losses: [
    'Annotations are counted, not listed: see annotations.csv.',
    'Excel shows no more than 32,767 characters of a cell, and cuts longer texts when it saves the file.',
  ],
  write: writeArticleTable,
};

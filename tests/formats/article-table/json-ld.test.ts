import { expect, test } from 'vitest';
import { readArticleTable } from '../../../src/formats/article-table/read.ts';

const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'Bridge reopens',
  author: [{ '@type': 'Person', name: 'Ann Lee' }, 'Ed Pike', { name: '' }],
  publisher: { name: 'The Herald' },
  datePublished: '2024-03-14',
  inLanguage: 'en',
  articleBody: 'The bridge reopened on Monday.',
};

test.each([
  ['an article', ARTICLE],
  ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'x' }, ARTICLE] }],
])('JSON-LD is read: %s', async (_, value) => {
  const found = [];
  for await (const row of readArticleTable({ name: 'a.json', bytes: Buffer.from(JSON.stringify(value)) }))
    found.push(row);
  expect(found).toMatchObject([
    {
      article: {
        text: ARTICLE.articleBody,
        details: {
          title: 'Bridge reopens',
          byline: 'Ann Lee, Ed Pike',
          publication: 'The Herald',
          published: '2024-03-14',
          language: 'en',
        },
      },
    },
  ]);
});

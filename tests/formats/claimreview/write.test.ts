import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleRecords } from '../../../src/domain/record.ts';
import { claimreview } from '../../../src/formats/claimreview/claimreview.ts';
import { anyWork } from '../any-work.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { quayArticle, quaySource, recordOf, sourceOf, spanOf } from '../quay-records.ts';
import { wholeText } from '../whole-file.ts';

const write = (...work: ArticleRecords[]) => wholeText(claimreview.write(sourceOf(work)));

test('the claims of the quay are those of the golden file', async () => {
  const golden = new URL('quay.claimreview.jsonld.golden', import.meta.url);
  const file = await wholeText(claimreview.write(quaySource));
  expect(file).toBe(readFileSync(golden, 'utf8'));
  expect(file).not.toMatch(/reviewRating|3,900 crates|lost none/);
});

test('every claim comes once with its words and speaker, and nothing else does', async () => {
  await fc.assert(
    fc.asyncProperty(anyWork('m'), anyWork('n'), async (...work) => {
      const document = JSON.parse(await write(...work));
      const claims = work.flatMap(({ annotations }) => annotations.filter(({ tag }) => tag === 'claim'));
      expect(document['@context']).toBe('https://schema.org');
      expect(document['@graph']).toMatchObject(
        claims.map(({ id, text, speaker, article }) => ({
          '@type': 'ClaimReview',
          identifier: id,
          claimReviewed: text,
          itemReviewed: {
            ...(speaker ? { author: { '@type': 'Person', name: speaker } } : {}),
            appearance: {
              '@type': 'NewsArticle',
              ...(article.url && { url: article.url }),
              ...(article.published && { datePublished: article.published }),
            },
          },
        })),
      );
      expect(document['@graph'].length).toBe(claims.length);
    }),
    { numRuns: 40 },
  );
});

describe('the document', () => {
  test('leaves out what is not known', async () => {
    const article = {
      ...quayArticle,
      byline: null,
      publication: null,
      published: null,
      url: null,
      language: null,
    };
    const record = recordOf(article, [spanOf('Quay', article.text)]);
    const document = JSON.parse(await write({ article, annotations: [record] }));
    expect(document['@graph'][0].itemReviewed).toEqual({
      '@type': 'Claim',
      text: 'Quay',
      appearance: { '@type': 'NewsArticle', identifier: article.id, headline: article.title },
    });
  });

  test('may stand in a script element', async () => {
    const record = recordOf(quayArticle, [{ start: 0, end: 4 }], { text: '</script><!--' });
    const file = await write({ article: quayArticle, annotations: [record] });
    expect(file).not.toContain('<');
    expect(JSON.parse(file)['@graph'][0].claimReviewed).toBe('</script><!--');
  });

  test('is an empty graph where there are no claims', async () => {
    expect(JSON.parse(await write())).toEqual({ '@context': 'https://schema.org', '@graph': [] });
  });

  test('of 20,000 annotations passes through flat memory', async () => {
    const { growth, bytes } = await growthOver(claimreview.write(manyArticles(5000)), 15);
    expect(bytes).toBeGreaterThan(4_000_000);
    expect(growth).toBeLessThan(FLAT);
  });
});

import { describe, expect, test } from 'vitest';
import type { DetailName } from '../../../src/domain/article-details.ts';
import { pageDetails } from '../../../src/formats/html/page-details.ts';
import { parsePage } from '../../../src/formats/reading/page/parse-page.ts';

type Case = readonly [page: string, value: string | undefined];

function expectEach(detail: DetailName, [page, value]: Case): void {
  expect(pageDetails(parsePage(page))[detail]).toBe(value);
}

const linked = (json: string) => `<script type="application/ld+json">${json}</script>`;

describe('title', () => {
  test.each<Case>([
    ['<title>Storm at Orsay | The Quay Herald</title>', 'Storm at Orsay'],
    ['<title>Storm at Orsay - who was there - The Quay Herald</title>', 'Storm at Orsay - who was there'],
    ['<title>Quay - Herald</title>', 'Quay - Herald'],
    ['<title>Storm-tossed: a year on the quay</title>', 'Storm-tossed: a year on the quay'],
    ['<title>Storm | Herald</title><h1>Storm</h1>', 'Storm'],
    ['<title>Storm at Orsay | Herald</title><h1>Herald</h1><h1>Storm at Orsay</h1>', 'Storm at Orsay'],
    [
      '<meta property="og:title" content="Storm — Herald"><meta property="og:site_name" content="herald">',
      'Storm',
    ],
    [
      '<meta property="og:title" content="Herald: Storm"><meta property="og:site_name" content="Herald">',
      'Storm',
    ],
    [
      '<meta property="og:title" content="The Herald falls"><meta property="og:site_name" content="Herald">',
      'The Herald falls',
    ],
    [linked('{"@type":"BlogPosting","headline":"Storm &amp; &#8220;flood&#8221;"}'), 'Storm & “flood”'],
    [`<title>  </title><h1>${' '}</h1>`, undefined],
  ])('%s', (...each) => expectEach('title', each));
});

describe('byline', () => {
  test.each<Case>([
    [linked('{"@type":"Article","author":"By Ida Brandt"}'), 'Ida Brandt'],
    [linked('[{"@type":"WebPage"},{"@type":"Article","author":{"name":["Ida Brandt"]}}]'), 'Ida Brandt'],
    [
      linked(
        '{"@graph":[{"@type":"Person","@id":"#i","name":"Ida Brandt"},{"@type":"Article","author":[{"@id":"#i"},{"@id":"#x"}]}]}',
      ),
      'Ida Brandt',
    ],
    [linked('<![CDATA[{"@type":"Article","author":"Ida Brandt"}]]>'), 'Ida Brandt'],
    [`${linked('{"@type":"Article","author":')}<meta name="author" content="Maren Holt">`, 'Maren Holt'],
    [
      '<meta property="article:author" content="https://social.example/ida"><a rel="author">By Ida Brandt</a>',
      'Ida Brandt',
    ],
    [
      '<meta name="author" content="The Herald"><meta property="og:site_name" content="The Herald">',
      undefined,
    ],
    ['<p itemprop="author"><span itemprop="name">Ida Brandt</span> writes on salt</p>', 'Ida Brandt'],
    ['<meta name="author" content="Byron Holt">', 'Byron Holt'],
  ])('%s', (...each) => expectEach('byline', each));
});

describe('published', () => {
  test.each<Case>([
    ['<meta property="article:published_time" content="2025-03-04T09:30:00.000Z">', '2025-03-04T09:30:00Z'],
    [
      '<meta property="article:published_time" content="2025-03-04T09:30:00+0100">',
      '2025-03-04T09:30:00+01:00',
    ],
    ['<meta name="date" content="2025-03-04">', '2025-03-04'],
    [`${linked('{"@type":"NewsArticle","datePublished":"soon"}')}<time datetime="2025-03-04">`, '2025-03-04'],
    [
      '<time datetime="2024-01-01"></time><article><time datetime="2025-03-04T09:30"></time></article>',
      '2025-03-04T09:30',
    ],
    ['<time datetime="PT5M">', undefined],
  ])('%s', (...each) => expectEach('published', each));
});

describe('language', () => {
  test.each<Case>([
    ['<html lang="pt-BR">', 'pt-BR'],
    ['<html lang="no language at all"><meta property="og:locale" content="de_AT">', 'de-AT'],
    ['<meta http-equiv="Content-Language" content="fr">', 'fr'],
    [
      linked('{"@type":"Article","inLanguage":{"@type":"Language","name":"Danish","alternateName":"da"}}'),
      'da',
    ],
    ['<p>', undefined],
  ])('%s', (...each) => expectEach('language', each));
});

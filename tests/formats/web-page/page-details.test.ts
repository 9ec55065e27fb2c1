import { describe, expect, test } from 'vitest';
import type { DetailName } from '../../../src/domain/article-details.ts';
import { parsePage } from '../../../src/formats/reading/page/parse-page.ts';
import { readHtmlDetails } from '../../../src/formats/web-page/html.ts';
import { pageDetails } from '../../../src/formats/web-page/page-details.ts';

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
    ['<meta name="citation_publication_date" content="2025-03">', '2025-03'],
    [linked('{"@type":"NewsArticle","datePublished":"2025"}'), '2025'],
    ['<meta name="dc.date" content="2025"><time datetime="2025-03-04">', '2025-03-04'],
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

describe('what pages of newsrooms and blogs tell', () => {
  const details = (head: string, body = '') =>
    readHtmlDetails(`<head>${head}</head><body>${body}</body>`, 'https://quay.example/a');

  test.each([
    ['a section', '<h1>Politik</h1>', 'Der Hafen ist wieder offen | Quay', 'Der Hafen ist wieder offen'],
    ['the title', '<h1>Der Hafen ist offen</h1>', 'Quay', 'Der Hafen ist offen'],
    ['a short title', '<h1>Ebbe</h1>', 'Ebbe | Quay', 'Ebbe'],
  ])('an h1 that is %s', (_, body, title, found) => {
    expect(details(`<title>${title}</title>`, body).title).toBe(found);
  });

  test.each([
    ['<p class="byline">Von <a href="/autor/x">Anna Müller</a></p>', 'Anna Müller'],
    ['<span class="author">View all posts by Jane Doe</span>', 'Jane Doe'],
    ['<p>Par Élise Dubois</p><p>Words of the article.</p>', 'Élise Dubois'],
    ['<p>Por: Lucía Ortega</p>', 'Lucía Ortega'],
    ['<a rel="author">Jane Doe</a> <a rel="author">Jane</a>', 'Jane Doe'],
    ['<div class="comments"><span class="author">Some One</span></div>', undefined],
    ['<footer>By Theme House</footer>', undefined],
    ['<meta name="author" content="admin"><p>By Jane Doe</p>', 'Jane Doe'],
    ['<meta name="author" content="10.11.2021">', undefined],
  ])('%s is by %s', (body, byline) => expect(details('<title>T</title>', body).byline).toBe(byline));

  test.each([
    ['<h1>T</h1><span class="date">20.10.2021 - 10:24</span>', '2021-10-20T10:24'],
    ['<h1>T</h1><p>Veröffentlicht am 3. März 2021 um 14:05 Uhr</p>', '2021-03-03T14:05'],
    ['<h1>T</h1><p class="meta">Publié le 12 août 2021</p>', '2021-08-12'],
    ['<h1>T</h1><p>5 de mayo de 2022</p>', '2022-05-05'],
    ['<h1>T</h1><abbr class="published" title="2017-07-23T17:06:45+0000">23. Juli 2017</abbr>', '2017-07-23'],
    ['<h1>T</h1><div itemprop="datePublished">20.06.2019 11:43</div>', '2019-06-20T11:43'],
    ['<h1>T</h1><div class="comment">4.5.2020</div>', undefined],
    [
      '<h1>T</h1><span class="date">Updated 4 May 2021</span><span class="date">2 May 2021</span>',
      '2021-05-02',
    ],
  ])('%s is of %s', (body, published) => expect(details('<title>T</title>', body).published).toBe(published));

  test('a date in the address is the last resort', () => {
    expect(readHtmlDetails('<title>T</title>', 'https://quay.example/2022/11/07/tide').published).toBe(
      '2022-11-07',
    );
  });

  test.each([
    ['2022-11-06T23:00:00Z', '<span class="date">7 November 2022</span>', '2022-11-07'],
    ['2022-11-07T09:00:00Z', '<span class="date">7 November 2022</span>', '2022-11-07T09:00:00Z'],
    ['2022-11-06T23:00:00+01:00', '<span class="date">7 November 2022</span>', '2022-11-06T23:00:00+01:00'],
    ['2022-11-06T23:00:00Z', '<span class="date">17 November 2022</span>', '2022-11-06T23:00:00Z'],
  ])('%s beside %s', (told, body, published) => {
    const head = `<meta property="article:published_time" content="${told}">`;
    expect(details(head, `<h1>T</h1>${body}`).published).toBe(published);
  });
});

describe('who wrote a page', () => {
  const site = '<meta property="og:site_name" content="On the quay | The Quay Herald">';
  const marked = (name: string) => `<p class="author-name">${name}</p>`;
  const at = (page: string) => readHtmlDetails(page, 'https://quay-herald.example/news/storm').byline;

  test.each([
    ['a form around everything', `<form><h1>Storm</h1>${marked('Ida Roe')}</form>`, 'Ida Roe'],
    [
      'a body with comments',
      `<body class="has-comments"><h1>Storm</h1>${marked('Ida Roe')}</body>`,
      'Ida Roe',
    ],
    ['a page with no heading', `<body id="comments-on">${marked('Ida Roe')}</body>`, 'Ida Roe'],
    ['a comment below', `<h1>Storm</h1><div class="comments">${marked('Ida Roe')}</div>`, undefined],
    [
      'other articles',
      `<h1>Storm</h1><div><div><div>${marked('Ida Roe')}</div></div></div>` +
        `<div><div><div>${marked('Ann Lee')}</div></div></div>`,
      'Ida Roe',
    ],
    [
      'a list of two',
      `<h1>Storm</h1><ul><li>${marked('Ida Roe')}</li><li>${marked('Ann Lee')}</li></ul>`,
      'Ida Roe, Ann Lee',
    ],
    [
      'a short name above',
      `<div><div><div>${marked('QH')}</div></div></div><div>${marked('Ida Roe')}</div>`,
      'Ida Roe',
    ],
    [
      'the site behind a person',
      `${site}${linked('{"@type":"NewsArticle","author":"Ida Roe, The Quay Herald"}')}`,
      'Ida Roe',
    ],
    [
      'another house behind a person',
      `${site}${linked('{"@type":"NewsArticle","author":"Ida Roe, Reuters"}')}`,
      'Ida Roe, Reuters',
    ],
    [
      'the site by its short name',
      `${site}<meta name="author" content="The Quay Herald">${marked('Ida Roe')}`,
      'Ida Roe',
    ],
    [
      'somebody’s own site',
      '<meta name="author" content="Ada Holm"><meta property="og:site_name" content="Ada Holm">',
      'Ada Holm',
    ],
    [
      'somebody’s own site, marked',
      `<meta property="og:site_name" content="Ada Holm"><h1>Storm</h1>${marked('Ada Holm')}`,
      'Ada Holm',
    ],
    [
      'a house that looks like a name',
      `<meta property="og:site_name" content="Quay Today"><h1>Storm</h1>${marked('Quay Today')}`,
      undefined,
    ],
    ['a link to the team', '<h1>Storm</h1><p><a href="/about/newsteam/ida-roe">Ida Roe</a></p>', 'Ida Roe'],
    [
      'a picture credit behind',
      '<h1>Storm</h1><p><em>Text von Ida Roe   Illustration von Ann Lee</em></p>',
      'Ida Roe',
    ],
    ['the desk of the site', `<meta name="author" content="Quay-Herald Redaktion">`, undefined],
    ['the desk before the site', `<meta name="author" content="Redaktion Quay Herald">`, undefined],
    [
      'authors of a paper',
      '<meta name="citation_author" content="Ida Roe"><meta name="citation_author" content="Ann Lee">',
      'Ida Roe, Ann Lee',
    ],
  ])('%s', (_, page, byline) => expect(at(page)).toBe(byline));
});

describe('titles known by the address', () => {
  const at = (page: string, path: string) =>
    readHtmlDetails(page, `https://www.quay-herald.example/${path}`).title;
  const told = (title: string) => `<meta property="og:title" content="${title}">`;

  test.each([
    [
      'a section',
      '<title>Storm at Orsay</title><h1>Culture</h1>',
      'culture/storm-at-orsay',
      'Storm at Orsay',
    ],
    [
      'a short heading in the address',
      '<title>Trips on the river</title><h1>Quay Orsay</h1>',
      'trips/quay-orsay.html',
      'Quay Orsay',
    ],
    ['a query', '<title>Storm at Orsay</title><h1>Culture</h1>', 'storm?from=culture', 'Storm at Orsay'],
    ['the site by its host', told('Storm at Orsay › quay-herald.example'), 'a', 'Storm at Orsay'],
    ['the site by its name', told('Storm at Orsay ⋆ Quay Herald'), 'a', 'Storm at Orsay'],
    ['a part that is no site', told('Storm at Orsay - a year on'), 'a', 'Storm at Orsay - a year on'],
  ])('%s', (_, page, path, title) => expect(at(page, path)).toBe(title));
});

test('a date inside of a page that is all one form', () => {
  const page = '<form id="aspnet"><h1>Storm</h1><p class="date">3 May 2021</p></form>';
  expect(readHtmlDetails(page).published).toBe('2021-05-03');
});

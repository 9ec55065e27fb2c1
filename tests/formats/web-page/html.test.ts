import { describe, expect, test } from 'vitest';
import { checkDetails } from '../../../src/domain/article-details.ts';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { htmlReader, readHtmlDetails, readHtmlPage } from '../../../src/formats/web-page/html.ts';
import { blockLines } from '../block-lines.ts';
import { BLOG, EMPTY, FRONT, MESS, NEWS, PARAGRAPHS, RIGHT_TO_LEFT, STUB } from './pages.ts';

function refusal(page: string): string {
  try {
    readHtmlPage(page);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFileError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('the page was read');
}

describe('a news page', () => {
  const { text, details, hasFrontMatter } = readHtmlPage(NEWS);

  test('its blocks', () => {
    expect(blockLines(text)).toEqual([
      'paragraph: Water stood knee-deep in Quay Street on Monday, for the third time this winter, and the pumps that the council bought in autumn stood dry in a shed.',
      'paragraph: “We rang at six,” said Ida Brandt, who keeps the bakery, “and they came at noon, when the flour was gone and the ovens were cold.”',
      'heading2: What the council says',
      'paragraph: The council counted 41 cellars, up from 17 in January, and spent £1.2 million on walls that it will not use before 2027. The water stood 3\u2009m2 wide.',
      'blockquote: We regret the delay, and we are looking into it with all due care.',
      'blockquote: It will not happen again.',
      'list-item: 41 cellars flooded, says the council.',
      'list-item: 12 of them for the third time.',
      'list-item: 3 streets closed for the day.',
      'list-item: Ring the harbour office.',
      'list-item: Carry everything upstairs.',
      'paragraph: #\u202F1 on nobody’s list: the drain, which was laid in 1911 and, as the engineers wrote, never cleaned since the war.',
      'paragraph: Rain fell.',
      'paragraph: For nine days.',
    ]);
  });

  test('its text, as Markdown writes it', () => {
    expect(text.slice(text.indexOf('- 41'), text.indexOf('#\u202F1'))).toBe(
      '- 41 cellars flooded, says the council.\n    - 12 of them for the third time.\n- 3 streets closed for the day.\n\n1. Ring the harbour office.\n2. Carry everything upstairs.\n\n',
    );
    expect(hasFrontMatter).toBe(false);
  });

  test('its details', () => {
    expect(details).toEqual({
      title: 'Quay Street floods again, and nobody is surprised',
      byline: 'Ida Brandt, Tomas O’Neill',
      publication: 'The Quay Herald',
      published: '2025-03-04T09:30:00+01:00',
      url: 'https://www.quayherald.example/2025/03/04/floods',
      language: 'en-GB',
    });
    expect(checkDetails(details)).toEqual({ details, wrong: {} });
  });

  test('its details are read also where its article is not', () => {
    expect(() => readHtmlPage(STUB)).toThrow(UnreadableFileError);
    expect(readHtmlDetails(STUB, 'https://quayherald.example/walls#top')).toEqual({
      title: 'Who paid for the walls',
      url: 'https://quayherald.example/walls',
    });
  });
});

describe('other pages', () => {
  test('a blog, in capital tags that are not closed', () => {
    const { text, details } = readHtmlPage(BLOG);
    expect(details).toEqual({
      title: 'Notes on salt, and who sold it',
      byline: 'Maren Holt',
      published: '2025-03-04',
      language: 'en',
    });
    expect(blockLines(text)).toEqual([
      'paragraph: Salt came by sea until 1840, and whoever wanted to cure fish had to buy it from one of two houses on the quay.',
      'paragraph: The books of both are in the town’s archive, and they do not agree on anything but the price of a barrel.',
      'paragraph: House | Barrels sold',
      'paragraph: Holt | four hundred',
      'paragraph: Brandt | six hundred',
      'paragraph: Salt is dear,\nand fish is near.',
      'paragraph: Nobody knows who wrote that verse, but it hung in the office of the harbour master until the flood of 1911.',
    ]);
  });

  test('paragraphs alone', () => {
    const { text, details } = readHtmlPage(PARAGRAPHS);
    expect(details).toEqual({});
    expect(blockLines(text).map((line) => line.slice(0, 25))).toEqual([
      'paragraph: The ferry to O',
      'paragraph: Some forty isl',
      'paragraph: A new engine w',
    ]);
  });

  test('right to left', () => {
    const { text, details } = readHtmlPage(RIGHT_TO_LEFT);
    expect(details).toEqual({ title: 'סערה בנמל', publication: 'ידיעות הרציף', language: 'he' });
    expect(blockLines(text).map((line) => line.split(':')[0])).toEqual([
      'paragraph',
      'heading2',
      'paragraph',
    ]);
    expect(text).toContain('״צלצלנו בשש״, אמרה עידה ברנדט');
  });

  test('a mess', () => {
    const { text } = readHtmlPage(MESS);
    expect(blockLines(text)).toEqual([
      'paragraph: The board met on Tuesday, and the boats stayed in for most of the day while it did.',
      'list-item: Nobody was hurt in it.',
      'list-item: Two boats were lost. They lay at the mole.',
      'paragraph: Water < 3 m & rising, said the harbour master, who had seen it all before and did not wish to see it again.',
      'paragraph: One cell | and another',
      'paragraph: Below | below that',
      'paragraph: Further | and so on',
      'paragraph: The end came late on Wednesday, when the wind went round to the north\nand fell.',
    ]);
  });
});

describe('encodings', () => {
  const WORDS =
    'Вода стояла на набережной по колено, и насосы, которые город купил осенью, стояли сухими в сарае. ';
  const CYRILLIC = Buffer.from(
    [...WORDS.repeat(3)].map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x350;
    }),
  );
  const page = (head: string, words: Buffer) =>
    Buffer.concat([
      Buffer.from(`<html><head>${head}</head><body><p>`),
      words,
      Buffer.from('</p></body></html>'),
    ]);
  const WESTERN = Buffer.from(`It\x92s \x935 \x80\x94, said Zo\xeb. ${'More of it. '.repeat(10)}`, 'latin1');

  test.each([
    ['windows-1251 in meta', page('<meta charset="windows-1251">', CYRILLIC), undefined],
    [
      'windows-1251 in http-equiv',
      page('<META http-equiv=Content-Type content="text/html; charset=windows-1251">', CYRILLIC),
      undefined,
    ],
    ['windows-1251 by the server, against meta', page('<meta charset="koi8-r">', CYRILLIC), 'windows-1251'],
    [
      'UTF-8 though the page says otherwise',
      page('<meta charset="windows-1251">', Buffer.from(WORDS.repeat(3))),
      'iso-8859-1',
    ],
    [
      'UTF-16 with a byte order mark',
      Buffer.from(`\uFEFF<html><body><p>${WORDS.repeat(3)}</p>`, 'utf16le'),
      undefined,
    ],
    ['an unknown name', page('<meta charset="of our own">', Buffer.from(WORDS.repeat(3))), 'none'],
  ])('%s', (_, bytes, charset) => {
    expect(readHtmlPage(bytes, undefined, charset).text).toBe(WORDS.repeat(3).trim());
  });

  test.each([
    ['no name', '', undefined],
    ['latin1, which is read as Windows-1252', '<meta charset=latin1>', undefined],
    ['UTF-8, which it is not', '<meta charset=utf-8>', 'utf-8'],
  ])('Windows-1252 under %s', (_, head, charset) => {
    expect(readHtmlPage(page(head, WESTERN), undefined, charset).text).toMatch(
      /^It’s “5 €”, said Zoë\. More/,
    );
  });

  test.each([
    ['a PDF file', '%PDF-1.7 words', 'a PDF file'],
    ['binary', `<html>\u0000${'\u0001'.repeat(90)}`, 'cannot be read'],
  ])('%s is refused', (_, bytes, words) => {
    expect(() => readHtmlPage(Buffer.from(bytes, 'latin1'))).toThrow(words);
  });
});

describe('no article', () => {
  test.each([
    ['nothing', '', 'No article was found'],
    ['an empty page', '<html><body></body></html>', 'No article was found'],
    ['a page that scripts would draw', EMPTY, 'No article was found'],
    ['a few words', '<p>Sign in', 'No article was found'],
    ['hidden words', `<div hidden>${PARAGRAPHS}`, 'No article was found'],
    ['a front page', FRONT, 'a list of articles'],
    ['a paywall', STUB, 'only the beginning'],
    ['a paywall that only its words tell', STUB.replace('isAccessibleForFree', 'x'), 'only the beginning'],
  ])('%s', (_, page, words) => expect(refusal(page)).toContain(words));

  test('an article about subscriptions is one', () => {
    const words =
      '<p>Subscribe to continue reading, it says below every article, and people do as they are told.</p>';
    expect(readHtmlPage(words + PARAGRAPHS.repeat(3)).text).toContain('Subscribe to continue');
  });
});

test('pages are known by their names or their first tags', () => {
  const is = (name: string, words: string) => htmlReader.recognises({ name, bytes: Buffer.from(words) });
  expect(is('news/a.HTML', '')).toBe(true);
  expect(is('a.htm', 'words')).toBe(true);
  expect(is('a', '\uFEFF \n<!DOCTYPE html><p>')).toBe(true);
  expect(is('a', '<!-- saved --><html lang=en>')).toBe(true);
  expect(is('a', '<?xml version="1.0"?>\n<html xmlns="x">')).toBe(true);
  expect(is('a', '<?xml version="1.0"?><TEI>')).toBe(false);
  expect(is('a.txt', 'Words about <html>')).toBe(false);
});

test('the reader gives what the page gives', async () => {
  const read = await htmlReader.read({ name: 'a.html', bytes: Buffer.from(NEWS) }, 2_000_000);
  expect(read).toEqual(readHtmlPage(NEWS));
});

describe('what is no word of the article', () => {
  const BODY = Array.from(
    { length: 5 },
    (_, at) =>
      `<p>The ferry of day ${at} was late, and nobody at the harbour could say why it had been so for weeks.</p>`,
  ).join('');
  const page = (top: string) =>
    `<title>Late</title><body class="cookies-on"><article><h1>Late</h1>${top}${BODY}</article>`;

  test('a byline inside of a line is not cut out of it', () => {
    const { text, details } = readHtmlPage(
      page('<p>By <a rel="author" href="/ida">Ida Roe</a>, who covers harbours for us · 4 min read</p>'),
    );
    expect(details.byline).toBe('Ida Roe');
    expect(text.split('\n\n')[0]).toBe('By Ida Roe, who covers harbours for us · 4 min read');
  });

  test.each([
    '<div id="cookie-banner" role="dialog"><p>We value your privacy. We and our partners store cookies.</p></div>',
    '<div class="cookie">We value your privacy.</div>',
    '<section class="gdpr-notice"><p>We value your privacy.</p></section>',
  ])('a box that asks about cookies goes: %s', (box) => {
    const { text } = readHtmlPage(page(box));
    expect(text).not.toContain('privacy');
    expect(text.split('\n\n')).toHaveLength(5);
  });

  test('an article about cookies keeps its words', () => {
    const { text } = readHtmlPage(
      `<title>Late</title><body><div class="cookie-story"><h1>Late</h1>${BODY}</div>`,
    );
    expect(text).toContain('day 0');
  });
});

describe('a page that is drawn by scripts', () => {
  const WORDS =
    'The bridge reopened on Monday. It had been shut for eleven days, the mayor said, and 300 people came.';
  const linked = (article: object) =>
    `<!doctype html><title>x | Herald</title><script type="application/ld+json">${JSON.stringify({
      '@graph': [
        { '@type': 'Organization', name: 'The Herald' },
        {
          '@type': ['NewsArticle'],
          headline: 'Bridge reopens',
          author: [
            { '@type': 'Person', name: 'Ann Lee' },
            { '@type': 'Person', name: 'Ed Pike' },
          ],
          ...article,
        },
      ],
    })}</script><div id="app"></div>`;

  test.each([
    ['plain', `${WORDS}\n\nA second paragraph.`],
    ['with tags', `<p>${WORDS}</p><p>A second paragraph.</p>`],
    ['with entities', `&lt;p&gt;${WORDS}&lt;/p&gt;&lt;p&gt;A second paragraph.&lt;/p&gt;`],
  ])('is read from its JSON-LD: %s', (_, articleBody) => {
    const { text, details } = readHtmlPage(
      linked({ articleBody, datePublished: '2024-03-14T10:00:00+01:00' }),
    );
    expect(text).toBe(`${WORDS}\n\nA second paragraph.`);
    expect(details).toMatchObject({
      title: 'Bridge reopens',
      byline: 'Ann Lee, Ed Pike',
      published: '2024-03-14T10:00:00+01:00',
    });
  });

  test.each([
    ['for subscribers alone', { articleBody: WORDS, isAccessibleForFree: false }],
    ['with a stub', { articleBody: 'Read on.' }],
    ['without words', {}],
  ])('is refused %s', (_, article) =>
    expect(() => readHtmlPage(linked(article))).toThrow(UnreadableFileError),
  );

  test('has the words that are drawn where there are some', () => {
    const drawn = `<article>${`<p>${WORDS} ${WORDS}</p><p>${WORDS}</p>`}</article>`;
    expect(readHtmlPage(drawn + linked({ articleBody: 'Other words. '.repeat(20) })).text).toContain(WORDS);
  });
});

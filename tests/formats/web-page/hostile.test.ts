import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { readHtmlPage } from '../../../src/formats/web-page/html.ts';

const P =
  '<p>The harbour board met on Tuesday, and the boats stayed in for most of the day while it did, said Ida.</p>';
const REST = P.repeat(20);

/** Each of these took minutes, or all of the stack, in a parser or in Readability without the checks. */
describe('pages made to harm end in a sentence', () => {
  test.each([
    ['tables nested without end', '<table>'.repeat(100_000), 'more than 256 deep'],
    ['closed again', '<div>'.repeat(300) + REST + '</div>'.repeat(300), 'more than 256 deep'],
    [
      'closing tags that only seem to be',
      '<b><!--</b>--><i title="</b></i>">'.repeat(300),
      'more than 256 deep',
    ],
    ['paragraphs in list items that nobody closes', '<li><p>'.repeat(300), 'more than 256 deep'],
    ['many tags', '<br>'.repeat(130_000), 'too complex'],
    ['closing tags alone', '</p>'.repeat(130_000), 'too complex'],
    [
      'many words deep inside',
      '<div>'.repeat(200) + 'words '.repeat(100_000) + '</div>'.repeat(200),
      'too complex',
    ],
    ['many signs of markup', `<p>${'&amp;'.repeat(40_000)}`, 'too complex'],
    ['signs of markup alone', `<p>${'<'.repeat(40_000)}`, 'too complex'],
    ['more than 10 MB', 'x'.repeat(10_600_000), 'larger than 10 MB'],
  ])('%s', (_, page, words) => {
    expect(() => readHtmlPage(page)).toThrow(UnreadableFileError);
    expect(() => readHtmlPage(page)).toThrow(words);
  });
});

describe('pages that are large in a way that does no harm are read', () => {
  test.each([
    ['a long class', `<div class="${'a '.repeat(1_000_000)}">${REST}</div>`],
    ['many attributes', `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=x`).join(' ')}>${REST}`],
    ['no-break spaces', `<p>${'&nbsp;'.repeat(100_000)}</p>${REST}`],
    ['a long title', `<title>${' - |'.repeat(100_000)}</title>${REST}`],
    ['a long heading', `<h1>${' - |'.repeat(100_000)}</h1>${REST}`],
    ['JSON without end', `<script type="application/ld+json">${'['.repeat(100_000)}</script>${REST}`],
    [
      'scripts, comments and styles',
      `<script>${'<div>'.repeat(200_000)}</script><!--${'<b>'.repeat(200_000)}--><style>${'<i>'.repeat(200_000)}</style>${REST}`,
    ],
    ['a figure of captions', `<figure>${'<figcaption>a</figcaption>'.repeat(20_000)}</figure>${REST}`],
    ['words and breaks in no element', `${'a<br>'.repeat(100_000)}${REST}`],
    ['rows and cells that nobody closes', `<table>${'<tr><td>a<td>b'.repeat(2_000)}</table>${REST}`],
  ])('%s', (_, page) => expect(readHtmlPage(page).text).toContain('The harbour board met'));
});

describe('addresses that a page tells', () => {
  const FETCHED = 'https://www.quayherald.example/2025/floods?id=3#top';
  const urlOf = (canonical: string, address?: string) =>
    readHtmlPage(`<link rel=canonical href="${canonical}">${REST}`, address).details.url;

  test.each([
    ['of the same site', 'https://quayherald.example/floods', 'https://quayherald.example/floods'],
    ['of its mobile twin', 'https://m.quayherald.example/floods', 'https://m.quayherald.example/floods'],
    ['relative', '/floods', 'https://www.quayherald.example/floods'],
    ['a script', 'javascript:alert(1)', 'https://www.quayherald.example/2025/floods?id=3'],
    ['of another site', 'https://evil.example/floods', 'https://www.quayherald.example/2025/floods?id=3'],
    [
      'of a site that only ends like it',
      'https://evilquayherald.example/floods',
      'https://www.quayherald.example/2025/floods?id=3',
    ],
    [
      'with a password',
      'https://a:b@quayherald.example/floods',
      'https://www.quayherald.example/2025/floods?id=3',
    ],
    ['the front page', 'https://www.quayherald.example/', 'https://www.quayherald.example/2025/floods?id=3'],
    ['none at all', 'http://[', 'https://www.quayherald.example/2025/floods?id=3'],
  ])('%s', (_, canonical, url) => expect(urlOf(canonical, FETCHED)).toBe(url));

  test('of a file, where nobody knows better', () => {
    expect(urlOf('https://quayherald.example/floods')).toBe('https://quayherald.example/floods');
    expect(urlOf('/floods')).toBeUndefined();
    expect(urlOf('javascript:alert(1)')).toBeUndefined();
  });
});

const TAGS =
  'html head body title p div br table tr td ul ol li blockquote pre h1 h2 a img q sup svg script style noscript template form figure figcaption article aside iframe select textarea custom-x o:p'.split(
    ' ',
  );
const ATTRIBUTES = [
  '',
  ' class="byline"',
  ' hidden',
  ' style="display:none"',
  ' href="#x"',
  ' rel=author',
  ' start=3',
  " x='",
  ' "',
  ' a=b=c',
  ' /',
  ' role=dialog aria-modal=true',
];
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES))
      .map(([tag, rest]) => `<${tag}${rest}>`),
  },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((tag) => `</${tag}>`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'words and more words, ',
      P,
      '<',
      '>',
      '&',
      '&nbsp',
      '&#0;',
      '&#xd800;',
      '\u0000',
      '\u00AD',
      '</',
      '<!',
      '<?x',
      '\n\n',
      '<!--',
      '-->',
    ),
  },
);

test('any soup of tags gives words or a sentence, never another error', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 3, maxLength: 60 }), (pieces) => {
      try {
        expect(readHtmlPage(pieces.join('') + REST).text).toMatch(/\S/);
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
      }
    }),
    { numRuns: 400 },
  );
});

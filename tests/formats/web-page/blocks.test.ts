import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeMarginalia } from '../../../src/formats/reading/page/marginalia.ts';
import { pageBlocks } from '../../../src/formats/reading/page/page-blocks.ts';
import { parsePage } from '../../../src/formats/reading/page/parse-page.ts';
import { writeBlocks } from '../../../src/formats/reading/page/write-blocks.ts';
import { blockLines } from '../block-lines.ts';

function textOf(html: string): string {
  const { body } = parsePage(html);
  removeMarginalia(body);
  return writeBlocks(pageBlocks(body));
}

describe('text', () => {
  test.each([
    ['inline marks go', '<p>a <b>b</b><i>c</i> <a href=x>d</a><span>e</span>.', 'a bc de.'],
    ['white space is folded', '<p>\n a\t\tb\u00A0 c&nbsp;&nbsp;d \n', 'a b c d'],
    ['what shows nothing goes', '<p>coun&shy;cil\u200B, \uFEFFmet<wbr>al', 'council, metal'],
    ['joiners and direction marks stay', '<p>👩\u200D🚒 \u200Fא', '👩\u200D🚒 \u200Fא'],
    ['a line break', '<p>a<br>b', 'a\nb'],
    ['two line breaks part', '<p>a<br> <br>b', 'a\n\nb'],
    ['a line break in a heading', '<h2>a<br>b</h2>', '## a b'],
    ['headings keep their level', '<h1>a</h1><h6>b</h6>', '# a\n\n###### b'],
    ['a heading that ends like a mark', '<h2>The key is #</h2>', '## The key is # #'],
    ['words beside blocks', 'a<div>b</div>c', 'a\n\nb\n\nc'],
    ['a rule divides', 'a<hr>b', 'a\n\nb'],
    ['quoted phrases', '<p><q>a <q>b</q></q>', '“a ‘b’”'],
    [
      'quotations',
      '<blockquote>a<p>b<br>c</p><ul><li>d</ul><h2>e</h2></blockquote>',
      '> a\n\n> b\n> c\n\n> d\n\n> e',
    ],
    ['a quotation in an item', '<ul><li>a<blockquote>b</blockquote></ul>', '- a\n\n> b'],
    ['lines of verse', '<pre>a\n  b\n\nc</pre>', 'a\nb\n\nc'],
    ['pairs of a glossary', '<dl><dt>a<dd>b</dl>', 'a\n\nb'],
    ['two lists', '<ul><li>a</ul><ul><li>b</ul>', '- a\n\n- b'],
    ['paragraphs of an item', '<ul><li><p>a</p><p>b</p></ul>', '- a\n  b'],
    ['lists in lists', '<ol><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ol>', '1. a\n    - b\n        - c\n2. d'],
    ['words behind an inner list', '<ul><li>a<ul><li>b</ul>c</ul>', '- a\n    - b\n\nc'],
    ['numbers from another start', '<ol start=7><li>a<li>b</ol>', '7. a\n8. b'],
    ['a number alone', '<ol><li>a</ol>', '- a'],
    ['numbers that count down', '<ol reversed><li>a<li>b</ol>', '- a\n- b'],
    ['numbers in numbers', '<ol><li>a<ol><li>b<li>c</ol><li>d</ol>', '1. a\n    - b\n    - c\n2. d'],
    ['numbers beyond three digits', '<ol start=999><li>a<li>b</ol>', '- a\n- b'],
    ['empty items', '<ol><li>a<li> <li>b</ol>', '1. a\n2. b'],
    [
      'a table',
      '<table><caption>t</caption><tr><th>a<th>b</tr><tr><td><p>c</p><td></tr></table>',
      't\n\na | b\n\nc',
    ],
    ['a table that lays out', '<table><tr><td><h2>a</h2>b<td>c</table>', '## a\n\nb\n\nc'],
    ['pictures and their captions', '<figure><img src=x alt=y><figcaption>z</figcaption></figure>a', 'a'],
    [
      'a quotation’s caption',
      '<figure><blockquote>a</blockquote><figcaption>— b</figcaption></figure>',
      '> a\n\n— b',
    ],
    ['an emoji that is a picture', '<p>a <img alt="😀" src=x><img alt="A boat" src=y>', 'a 😀'],
    [
      'marks of footnotes',
      '<p>a<sup><a href="#n1">[1]</a></sup> b<a href="#n2"><sup>2</sup></a> m<sup>2</sup>',
      'a b m2',
    ],
    ['links back', '<p>a <a href="#r1">↩︎</a>', 'a'],
    ['ruby', '<p><ruby>漢<rt>kan</rt></ruby>', '漢'],
    ['nothing', '<p> </p><ul><li></ul><h2></h2>', ''],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text));
});

describe('words that begin like a mark stay words', () => {
  test.each([
    ['# 1 in the list.', 'paragraph'],
    ['- so he said.', 'paragraph'],
    ['* so he said.', 'paragraph'],
    ['+ 3 degrees.', 'paragraph'],
    ['1. May was dry.', 'paragraph'],
    ['2) none of it.', 'paragraph'],
    ['> more.', 'paragraph'],
    ['> > more.', 'paragraph'],
    ['#storm and more.', 'paragraph'],
  ])('%s', (words) => {
    const escaped = words.replaceAll('>', '&gt;');
    const html = `<p>1. One.<p>${escaped}<p>3. Three.<blockquote>${escaped}</blockquote><ul><li>${escaped}<br>${escaped}</ul>`;
    expect(blockLines(textOf(html)).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      'paragraph: 1. One.',
      `paragraph: ${words}`,
      'paragraph: 3. Three.',
      `blockquote: ${words}`,
      `list-item: ${words} ${words}`,
    ]);
  });
});

/** A tree of blocks, with the kinds and words that it should come out as. */
interface Tree {
  readonly html: string;
  readonly lines: readonly string[];
}

const sentence = fc
  .tuple(
    fc.constantFrom('', '', '', '# ', '- ', '1. ', '23) ', '> ', '* '),
    fc.array(
      fc.constantFrom('Water', 'rose', 'on', '“Öl”', '12', '😀', 'שלום', 'a&b', 'x<y', '#', '-', '1.', '>'),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  )
  .map(([mark, words]) => `${mark}${words.join(' ')}.`);

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(' ', '\n <b> </b>');
}

function leaf(tag: string, kind: string): fc.Arbitrary<Tree> {
  return sentence.map((words) => ({
    html: `<${tag}>${escaped(words)}</${tag}>`,
    lines: [`${kind}: ${words}`],
  }));
}

function joined(open: string, trees: readonly Tree[], close: string): Tree {
  return {
    html: `${open}${trees.map((tree) => tree.html).join('\n')}${close}`,
    lines: trees.flatMap((tree) => tree.lines),
  };
}

const level = fc.integer({ min: 1, max: 6 });
const heading = level.chain((at) => leaf(`h${at}`, `heading${at}`));
const quote = fc
  .array(leaf('p', 'blockquote'), { minLength: 1, maxLength: 3 })
  .map((trees) => joined('<blockquote>', trees, '</blockquote>'));
const list = fc.letrec<{ list: Tree; item: Tree }>((tie) => ({
  list: fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('item'), { minLength: 1, maxLength: 4 }))
    .map(([tag, items]) => joined(`<${tag}>`, items, `</${tag}>`)),
  item: fc
    .tuple(sentence, fc.option(tie('list'), { depthSize: 'small', maxDepth: 3 }))
    .map(([words, inner]) => ({
      html: `<li>${escaped(words)}${inner?.html ?? ''}</li>`,
      lines: [`list-item: ${words}`, ...(inner?.lines ?? [])],
    })),
})).list;

test('any tree of blocks gives the same kinds and words', () => {
  const trees = fc.array(fc.oneof(leaf('p', 'paragraph'), leaf('div', 'paragraph'), heading, quote, list), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(trees, (blocks) => {
      const { html, lines } = joined('<body><article>', blocks, '</article></body>');
      expect(blockLines(textOf(html)).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual(lines);
    }),
    { numRuns: 500 },
  );
});

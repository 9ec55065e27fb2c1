import { expect, test } from 'vitest';
import { docxReader } from '../../../src/formats/docx/docx.ts';
import { joinDropCaps } from '../../../src/formats/docx/drop-caps.ts';
import { blockLines } from '../block-lines.ts';
import { docxOf, p } from './make-docx.ts';

const LIMIT = 2_000_000;

/** A first letter, or more, in a frame, as Word writes it. */
const cap = (words: string, kind = 'drop') =>
  `<w:p><w:pPr><w:keepNext/><w:framePr w:dropCap="${kind}" w:lines="3" w:wrap="around"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

test.each([
  ['a letter', cap('T') + p('he ferry was late.'), ['paragraph: The ferry was late.']],
  [
    'a letter in the margin',
    cap('T', 'margin') + p('he ferry was late.'),
    ['paragraph: The ferry was late.'],
  ],
  ['a word', cap('Once') + p(' the ferry was late.'), ['paragraph: Once the ferry was late.']],
  [
    'a mark and a letter in frames of their own',
    cap('“') + cap('T') + p('he ferry was late.”'),
    ['paragraph: “The ferry was late.”'],
  ],
  ['before a quotation', cap('T') + p('he ferry.', 'Zitat'), ['blockquote: The ferry.']],
  [
    'between others',
    p('One.') + cap('T') + p('wo.') + p('Three.'),
    ['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'],
  ],
  ['at the end', p('One.') + cap('T'), ['paragraph: One.', 'paragraph: T']],
  [
    'a frame that is none',
    cap('The ferry was late.', 'none') + p('Nobody came.'),
    ['paragraph: The ferry was late.', 'paragraph: Nobody came.'],
  ],
])('a drop cap joins the next paragraph: %s', async (_, body, expected) => {
  const { text } = await docxReader.read({ name: 'a.docx', bytes: await docxOf({ body }) }, LIMIT);
  expect(blockLines(text)).toEqual(expected);
});

test('whatever the XML is, its words stay, in their order', () => {
  const words = (xml: string) => xml.replaceAll(/<[^>]*>/g, '');
  for (const xml of [
    cap('T'),
    cap('T') + cap('h'),
    `${cap('T')}<w:p/>`,
    `<w:tc>${cap('T')}</w:tc><w:tc>${p('he')}</w:tc>`,
    `${cap('T')}</w:body>`,
  ])
    expect(words(joinDropCaps(xml))).toBe(words(xml));
});

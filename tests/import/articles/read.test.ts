import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../../src/domain/errors.ts';
import { decodeText } from '../../../src/formats/reading/decode-text.ts';
import { readArticle, shownContent } from '../../../src/import/articles/read.ts';

const LIMIT = 10_000;

const ARTICLE = `---
title: The ferry is late again
author: Mara Lindqvist
date: 2025-03-04
---

The ferry was late on Tuesday. “Nobody told us,” said Ines Okafor.
`;
const BODY = 'The ferry was late on Tuesday. “Nobody told us,” said Ines Okafor.';

/** Any at all: controls, halves of surrogate pairs and unassigned ones too. */
const anyCodePoint = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));

/** Bytes as those of a file of plain text. */
const read = (typed: string | Uint8Array, given = {}) => {
  const content =
    typeof typed === 'string' ? typed : { text: decodeText(typed), details: {}, hasFrontMatter: true };
  return readArticle({ content, given }, LIMIT);
};

function problems(content: string | Uint8Array, given = {}): Readonly<Record<string, string>> {
  try {
    read(content, given);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.fields;
    throw error;
  }
  return {};
}

describe('the text', () => {
  test('is stored without its front matter', () => {
    const { text, details, structure } = read(ARTICLE);
    expect(text).toBe(BODY);
    expect(details).toEqual({
      title: 'The ferry is late again',
      byline: 'Mara Lindqvist',
      publication: null,
      published: '2025-03-04',
      url: null,
      language: null,
      labels: null,
    });
    expect(structure.sentences).toHaveLength(2);
  });

  test.each([
    ['lang: pt_br', 'pt-BR'],
    ['language: sv', 'sv'],
    ['language: English, mostly', null],
  ])('has the language that its head tells: %s', (line, language) => {
    expect(read(`---\ntitle: Ferry\n${line}\n---\n\n${BODY}`).details.language).toBe(language);
  });

  test.each([
    ['UTF-8', Buffer.from(BODY)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${BODY}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${BODY}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${BODY}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(BODY.replace('“', '\x93').replace('”', '\x94'), 'latin1')],
    ['CRLF line endings', Buffer.from(`\r\n${BODY}\r\n`)],
  ])('is the same from %s', (_name, bytes) => {
    expect(read(bytes).text).toBe(BODY);
    expect(read(bytes).textHash).toBe(read(BODY).textHash);
  });

  test('has LF line endings alone', () => {
    expect(read('One line.\r\nAnother.\rA third.').text).toBe('One line.\nAnother.\nA third.');
  });

  test('keeps markup as the words that it is', () => {
    const words = 'He wrote </textarea><script>alert(1)</script> & went <b>home</b>.';
    expect(read(words).text).toBe(words);
  });

  test('of any kind is stored as a text that reading again does not change', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint }), (words) => {
        const first = `Words first. ${words}`;
        const { text } = read(first);
        expect(read(`${text}\n`).text).toBe(text);
      }),
    );
  });
});

describe('details', () => {
  test('given by hand win over those of the text', () => {
    const { details, given } = read(ARTICLE, { byline: 'Somebody else', published: '' });
    expect(details).toMatchObject({
      title: 'The ferry is late again',
      byline: 'Somebody else',
      published: null,
    });
    expect(given).toEqual({ byline: 'Somebody else', published: null });
  });

  test.each([
    ['the first heading', 'It was late. It often is.\n\n## Waiting at anchor\n\nMore.', 'Waiting at anchor'],
    ['the first words', 'It was late.', 'It was late.'],
    ['as many as fit', `${'word '.repeat(40)}end.`, `${'word '.repeat(18).trim()}…`],
    ['and no half character', '🚢'.repeat(100), `${'🚢'.repeat(45)}…`],
    ['nor half of one', `x${'🚢'.repeat(100)}`, `x${'🚢'.repeat(44)}…`],
  ])('without a title, it is %s', (_name, text, title) => {
    expect(read(text).details.title).toBe(title);
  });

  test('an emptied title is read again', () => {
    expect(read(ARTICLE, { title: ' ' }).details.title).toBe('The ferry is late again');
  });
});

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \r\n\t\u00A0 '],
    ['what nobody can see', '\u200B\uFEFF\u0000\u2060'],
  ])('%s', (_name, text) => {
    expect(Object.keys(problems(text))).toEqual(['text']);
    expect(Object.keys(problems(Buffer.from(text)))).toEqual(['file']);
  });

  test('one character too many, with both numbers', () => {
    expect(problems('x'.repeat(LIMIT))).toEqual({});
    expect(problems('x'.repeat(LIMIT + 1)).text).toMatch(/10,001.*10,000/);
  });

  test.each([
    ['a PDF', '%PDF-1.7 words', /PDF/],
    ['an image', '\x89PNG\r\n\x1A\n', /PNG/],
    ['bytes', '\x00\x01\x02\x03words', /binary/],
  ])('%s', (_name, bytes, reason) => {
    expect(problems(Buffer.from(bytes, 'latin1')).file).toMatch(reason);
  });

  test('with wrong details and a wrong text, both are named', () => {
    expect(Object.keys(problems('', { url: 'nowhere' })).sort()).toEqual(['text', 'url']);
  });
});

test('a form shows a text as it was typed, and a file as it was read', () => {
  expect(shownContent('As typed\r\n')).toBe('As typed\r\n');
  const text = decodeText(Buffer.from('caf\xE9', 'latin1'));
  expect(shownContent({ text, details: {}, hasFrontMatter: true })).toBe('café');
});

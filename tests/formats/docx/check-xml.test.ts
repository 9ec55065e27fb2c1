import { expect, test } from 'vitest';
import { checkXml } from '../../../src/formats/docx/check-xml.ts';

test('a part comes back as text', () => {
  expect(checkXml(Buffer.from('<a><b c="1"/>öl</a>'))).toBe('<a><b c="1"/>öl</a>');
});

test('elements beside each other nest no deeper', () => {
  const xml = `<a>${'<b/><c></c>'.repeat(1000)}</a>`;
  expect(checkXml(Buffer.from(xml))).toBe(xml);
});

test.each([
  ['far more than an article', Buffer.alloc(30_000_001, 'a')],
  ['XML entities', Buffer.from('<?xml version="1.0"?>\n<!doctype a SYSTEM "file:///etc/passwd"><a/>')],
  ['too deeply', Buffer.from(`${'<a>'.repeat(401)}${'</a>'.repeat(401)}`)],
  ['too deeply', Buffer.from(`<a><?b ${' '.repeat(2000)}c?></a>`)],
  ['too deeply', Buffer.from(`<a></a${' '.repeat(2000)}>`)],
  ['is damaged', Buffer.from('<a'.repeat(5_000_000))],
  ['is damaged', Buffer.from(`${'<a'.repeat(5_000_000)}/>`)],
  ['far more than an article', Buffer.from(`<a>${'<b/>'.repeat(400_000)}</a>`)],
  ['far more than an article', Buffer.from(`<a>${'<w:fldChar w:fldCharType="begin"/>'.repeat(20_001)}</a>`)],
  ['Word’s own form', Buffer.from('<a>\xE4</a>', 'latin1')],
])('refused: %s', (words, bytes) => expect(() => checkXml(bytes)).toThrow(words));

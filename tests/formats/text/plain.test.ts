import { expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { plainTextReader } from '../../../src/formats/text/plain.ts';

test.each([
  ['UTF-8', Buffer.from('Quay “reopens”'), 'Quay “reopens”'],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffQuay'), 'Quay'],
  ['UTF-16', Buffer.from('\ufeffQuay “reopens”', 'utf16le'), 'Quay “reopens”'],
  ['Windows-1252', Buffer.from('Quay \x93reopens\x94', 'latin1'), 'Quay “reopens”'],
])('reads %s', async (_, bytes, text) => {
  expect(await plainTextReader.read({ name: 'a.txt', bytes }, 1000)).toMatchObject({
    text,
    details: {},
    hasFrontMatter: true,
  });
});

test.each([
  ['quay.txt', true],
  ['QUAY.MD', false],
  ['folder.d/quay', true],
  ['Notes of 4.3.2026', true],
  ['Letter from St. Mary', true],
  ['quay.pdf', false],
  ['quay.mp3', false],
  ['style.css', false],
])('takes %s for a text: %s', (name, answer) => {
  expect(plainTextReader.recognises({ name, bytes: Buffer.from('words') })).toBe(answer);
});

test('refuses bytes that are no text', async () => {
  const file = { name: 'a.txt', bytes: Buffer.from([0, 1, 2, 0, 255]) };
  await expect(plainTextReader.read(file, 1000)).rejects.toThrow(UnreadableFileError);
});

import { describe, expect, test } from 'vitest';
import { unpack } from '../../../src/formats/article-readers.ts';
import type { IncomingFile } from '../../../src/formats/incoming.ts';

const TEXT = 'Rada miasta Łodzi zagłosowała wczoraj za budową linii. Burmistrz mówiła o październiku.';
const CSV = `title,text\nŁódź,"${TEXT}"\nGdańsk,"${TEXT} Więcej pieniędzy."\n`;
const JSONL = `{"title":"Łódź","text":"${TEXT}"}\n{"title":"Gdańsk","text":"${TEXT} Więcej pieniędzy."}\n`;

function inBytes(text: string, of: string): Uint8Array {
  const letters = [...Array(256).keys()].map((byte) => new TextDecoder(of).decode(Uint8Array.of(byte)));
  return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
}

async function articlesOf(file: IncomingFile) {
  const found = [];
  for await (const unpacked of unpack(file)) {
    if (!('article' in unpacked)) throw new Error(JSON.stringify(unpacked));
    found.push(unpacked.article);
  }
  return found;
}

describe.each([
  ['a.csv', CSV],
  ['a.jsonl', JSONL],
])('%s', (name, text) => {
  test.each(['windows-1250', 'iso-8859-2'])('in %s is read, and every article says so', async (encoding) => {
    const articles = await articlesOf({ name, bytes: inBytes(text, encoding) });
    expect(articles.map((article) => article.details.title)).toEqual(['Łódź', 'Gdańsk']);
    expect(articles.map((article) => article.text)).toEqual([TEXT, `${TEXT} Więcej pieniędzy.`]);
    expect(articles.map((article) => article.reading?.encoding)).toEqual([encoding, encoding]);
  });

  test('is read in an encoding that was chosen', async () => {
    const bytes = inBytes(text, 'windows-1250');
    const [article] = await articlesOf({ name, bytes, encoding: 'windows-1252' });
    expect(article?.text).toContain('miasta £odzi');
    expect(article?.reading).toMatchObject({ encoding: 'windows-1252' });
  });

  test('of UTF-8 with a damaged byte stays UTF-8 and says so', async () => {
    const bytes = Buffer.from(text.replace('wczoraj', 'wczora~'));
    bytes[bytes.indexOf('~')] = 0xb6;
    const [article] = await articlesOf({ name, bytes });
    expect(article?.text).toContain('zagłosowała wczora\uFFFD za');
    expect(article?.reading).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });

  test('of whole UTF-8 says nothing', async () => {
    const [article] = await articlesOf({ name, bytes: Buffer.from(text) });
    expect(article).not.toHaveProperty('reading');
  });
});

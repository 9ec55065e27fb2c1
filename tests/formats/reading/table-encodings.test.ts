import { expect, test } from 'vitest';
import { annotationReaderFor } from '../../../src/formats/annotation-readers.ts';
import type { IncomingFile } from '../../../src/formats/incoming.ts';
import { previewOfFile } from '../../../src/import/annotations/preview.ts';

/** Words of which Windows-1250 and Windows-1252 make different letters. */
const WORDS = 'Śledztwo trwało długo, powiedział świadek, że łódź zatonęła w Gdańsku';

/** In Windows-1250. */
const BYTES = [0x8c, 0x9c, 0xb3, 0xbf, 0x9f, 0xe6, 0xf1, 0xea, 0xb9, 0xf3, 0xa3];
const LETTERS = new Map([...'ŚśłżźćńęąóŁ'].map((letter, at) => [letter, BYTES[at] ?? 0]));
const TABLES = [
  ['taguette', `id,document,tag,content\n1,d,claim,"${WORDS}"\n`],
  ['hypothesis', `quote,url,tags,user\n"${WORDS}",https://a.example/,claim,u\n`],
  ['recogito', `UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,TAGS\nu,f,"${WORDS}",char-offset:0,PLACE,claim\n`],
  [
    'labelstudio',
    `text,label,annotation_id,lead_time,annotator,created_at,updated_at,id\n"${WORDS}",claim,1,1,u,,,1\n`,
  ],
] as const;

const polish = (text: string) =>
  Uint8Array.from(text, (letter) => LETTERS.get(letter) ?? letter.charCodeAt(0));

test.each(TABLES)(
  'a table of %s says how its letters were read, and is read as chosen',
  async (key, text) => {
    const file: IncomingFile = { name: 'a.csv', bytes: polish(text) };
    const reader = annotationReaderFor(file);
    expect(reader.key).toBe(key);
    const { readings } = await previewOfFile(file);
    expect(readings).toEqual([
      { file: 'a.csv', encoding: 'windows-1250', line: expect.stringContaining('Śledztwo') },
    ]);
    const chosen = { ...file, encoding: 'windows-1252' } as const;
    expect(JSON.stringify(await all(chosen))).toContain('d³ugo');
    expect(JSON.stringify(await all(file))).toContain('długo');
  },
);

test.each(TABLES)('a table of %s in UTF-8 says nothing of letters', async (_key, text) => {
  expect((await previewOfFile({ name: 'a.csv', bytes: Buffer.from(text) })).readings).toBeUndefined();
});

async function all(file: IncomingFile): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const document of annotationReaderFor(file).read(file)) found.push(document);
  return found;
}

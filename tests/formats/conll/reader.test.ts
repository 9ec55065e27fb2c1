import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { conllReader } from '../../../src/formats/conll/reader.ts';
import { spansOfTags } from '../../../src/formats/reading/tag-spans.ts';
import { toolFiles } from '../../support/tool-files.ts';
import { recognises } from '../whole-file.ts';
import { fileOf, sorted } from '../zipped.ts';

async function read(words: string) {
  const file = fileOf('a.conll', words);
  expect(findAnnotationReader(file)).toBe(conllReader);
  const { documents } = await sorted(conllReader.read(file));
  return documents.map(({ text = '', annotations }) => ({
    text,
    marks: annotations.map(({ label, anchors: [anchor] }) => [
      label,
      text.slice(anchor?.offsets?.start, anchor?.offsets?.end),
    ]),
  }));
}

describe('words with tags', () => {
  const ferry = [
    ['ORG', 'Tern Ferries'],
    ['PER', 'Holt'],
  ];
  test.each([
    ['two columns by a tab', 'Tern\tB-ORG\nFerries\tI-ORG\nsank\tO\n.\tO\n\nHolt\tB-PER\nsaid\tO\n'],
    [
      'four columns by spaces',
      '-DOCSTART- -X- -X- O\n\nTern NNP B-NP B-ORG\nFerries NNP I-NP I-ORG\nsank VBD B-VP O\n. . O O\n\nHolt NNP B-NP B-PER\nsaid VBD B-VP O\n',
    ],
    [
      'IOBES, line ends of Windows and remarks',
      '# sent_id = 1\r\nTern\tB-ORG\r\nFerries\tE-ORG\r\nsank\tO\r\n.\tO\r\n\r\n# sent_id = 2\r\nHolt\tS-PER\r\nsaid\tO\r\n',
    ],
    ['IOB1', 'Tern I-ORG\nFerries I-ORG\nsank O\n. O\n\nHolt I-PER\nsaid O'],
  ])('in %s', async (_, words) => {
    expect(await read(words)).toEqual([{ text: 'Tern Ferries sank .\nHolt said', marks: ferry }]);
  });

  test('of several documents are several articles', async () => {
    const found = await read('-DOCSTART- O\n\na B-X\n\n-DOCSTART- O\n\nb B-X\nc I-X\n');
    expect(found).toEqual([
      { text: 'a', marks: [['X', 'a']] },
      { text: 'b c', marks: [['X', 'b c']] },
    ]);
  });

  test('a span ends with its sentence', async () => {
    expect(await read('a B-X\n\nb I-X\n')).toEqual([
      {
        text: 'a\nb',
        marks: [
          ['X', 'a'],
          ['X', 'b'],
        ],
      },
    ]);
  });

  test.each([
    ['prose', 'The tug left.\nIt sank off the O\n'],
    ['a table', 'text,label\na,O\n'],
    ['words without a span', 'a O\nb O\n'],
    ['Markdown', '# O\n\n- a B-side\n'],
  ])('%s is none', (_, words) => {
    expect(recognises(conllReader, words)).toBe(false);
  });

  test.each(
    toolFiles(
      'doccano',
      {
        'sequence.conll': [
          ['LOC', 'SKARVIK'],
          ['PER', 'Ines Okafor'],
        ],
      },
      {
        'import/seq-example.conll': [
          ['LOC', 'JAPAN'],
          ['PER', 'Nadim Ladki'],
        ],
      },
    ),
  )('$name', async ({ path, expected }) => {
    const [document] = await read(readFileSync(path, 'utf8'));
    expect(document?.marks.slice(0, 2)).toEqual(expected);
    expect(document?.marks.length).toBeGreaterThan(1);
  });
});

test.each([
  ['IOB2', 'B-A I-A O B-A B-A', ['A 0-2', 'A 3-4', 'A 4-5']],
  ['IOB1', 'I-A I-A O I-A B-A', ['A 0-2', 'A 3-4', 'A 4-5']],
  ['IOBES', 'B-A E-A S-B O S-B', ['A 0-2', 'B 2-3', 'B 4-5']],
  ['BILOU', 'B-A I-A L-A U-B', ['A 0-3', 'B 3-4']],
  ['BMEWO', 'B-A M-A E-A W-B', ['A 0-3', 'B 3-4']],
  ['bare labels', 'A A O B A', ['A 0-2', 'B 3-4', 'A 4-5']],
  ['another label inside', 'B-A I-B I-B', ['A 0-1', 'B 1-3']],
])('%s', (_, tags, spans) => {
  const tokens = tags.split(' ').map((tag, start) => ({ tag, start, end: start + 1 }));
  expect(spansOfTags(tokens).map(({ label, start, end }) => `${label} ${start}-${end}`)).toEqual(spans);
});

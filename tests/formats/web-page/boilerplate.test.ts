import { expect, test } from 'vitest';
import type { PageBlock } from '../../../src/formats/reading/page/page-block.ts';
import { withoutBoilerplate } from '../../../src/formats/web-page/boilerplate.ts';

const paragraph = (line: string): PageBlock => ({ kind: 'paragraph', lines: [line] });
const WORDS = ['The harbour office said on Monday that the tide came in at nine.', 'Nobody was hurt.'].map(
  paragraph,
);
const kept = (...blocks: PageBlock[]) => withoutBoilerplate(blocks).map(({ lines }) => lines.join(' '));
const PROSE = WORDS.flatMap(({ lines }) => lines);

test.each([
  'Photo: Ines Weber, AP',
  'Foto: dpa',
  'Image 1 of 5',
  'Image copyright Getty Images',
  '(Image: © Quay Pictures)',
  'Sam Ito/Quay Times/Getty Images',
  'Updated 10:01 pm PST, Tuesday, November 19, 2019',
  'Veröffentlicht am 3. Mai 2021',
  'READ MORE: The tide that came',
  'Related: The tide tables',
  'Lesen Sie auch: Die Flut',
  'À lire aussi : la marée',
  'Leia também: a maré',
  'Sign up for our newsletter to get the tides',
  'Subscribe',
  'CLICK HERE TO GET THE QUAY APP',
  'Advertisement',
  'Media playback is unsupported on your device',
])('%s goes', (line) => expect(kept(...WORDS, paragraph(line), ...WORDS)).toEqual([...PROSE, ...PROSE]));

test.each([
  'Read more widely, the mayor told pupils on Monday.',
  'Related charges were dropped in May, the court said.',
  'Photographs of the quay show that the wall had cracked.',
  'Subscribers of the paper had asked for it in 2019.',
  'The report, published on Monday, says that 2019 was dry.',
  'She was updated on the case in 2019, and left.',
  'Images from the scene were shown in court.',
  'More than 300 people came.',
  'Follow the money, he said.',
  'Close friends of the couple were there.',
  'Tag along, she said.',
])('%s stays', (line) => expect(kept(...WORDS, paragraph(line))).toEqual([...PROSE, line]));

test('links below "Related" go with it', () => {
  const list = { depth: 0, start: undefined };
  const item = (line: string): PageBlock => ({ kind: 'list-item', list, lines: [line] });
  const heading: PageBlock = { kind: 'heading', level: 2, lines: ['You may also like'] };
  expect(kept(...WORDS, heading, item('One'), item('Two'), ...WORDS, item('Own'))).toEqual([
    ...PROSE,
    ...PROSE,
    'Own',
  ]);
});

test('a pull quote stands in the text once', () => {
  const quote = (line: string): PageBlock => ({ kind: 'blockquote', lines: [line] });
  expect(kept(...WORDS, quote('“Monday that the tide came in at nine”'))).toEqual(PROSE);
  expect(kept(...WORDS, quote('“Words that stand nowhere else”'))).toEqual([
    ...PROSE,
    '“Words that stand nowhere else”',
  ]);
  expect(kept(...WORDS, quote('“Nobody.”'))).toEqual([...PROSE, '“Nobody.”']);
});

test('what is said of the writer goes at the end alone', () => {
  const bio = paragraph('Jane Doe is a staff writer of the Quay Herald. Follow her on Twitter @janedoe.');
  const long = [...WORDS, ...WORDS, ...WORDS];
  expect(kept(...long, bio)).toHaveLength(6);
  expect(kept(bio, ...long)).toHaveLength(7);
});

test('a page of nothing else is left as it is', () =>
  expect(kept(paragraph('Photo: AP'))).toEqual(['Photo: AP']));

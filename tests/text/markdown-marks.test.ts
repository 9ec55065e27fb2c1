import { expect, test } from 'vitest';
import { looksMarked, withoutInlineMarks } from '../../src/text/markdown-marks.ts';

test.each([
  ['Rents rose by **12 per cent** in May.', 'Rents rose by 12 per cent in May.'],
  ['It __fell__ *a little*, _she_ said.', 'It fell a little, she said.'],
  ['***Both*** and **bold with *italics* inside**.', 'Both and bold with italics inside.'],
  ['“**No**,” he said.', '“No,” he said.'],
  ['See [the report](https://quay.example/a_(b)?x=*y*) now.', 'See the report now.'],
  ['See [the **bold** report](https://quay.example "Title").', 'See the bold report.'],
  ['See [the report][1] and [others].\n\n[1]: https://quay.example', 'See the report and [others].\n\n'],
  ['A picture: ![A quay](quay.png) here.', 'A picture:  here.'],
  ['Run `a*b*c` and ``x``.', 'Run a*b*c and x.'],
  ['At <https://quay.example/a_b_c>.', 'At https://quay.example/a_b_c.'],
  ['At https://quay.example/_a_/*b*.', 'At https://quay.example/_a_/*b*.'],
  ['Two \\*stars\\* and a \\[bracket\\].', 'Two *stars* and a [bracket].'],
  ['~~Struck~~ words.', 'Struck words.'],
  ['**Bold over\ntwo lines** here.', 'Bold over\ntwo lines here.'],
])('%j', (text, plain) => expect(withoutInlineMarks(text)).toBe(plain));

test.each([
  '2 * 3 * 4 = 24',
  '2*3*4 = 24',
  'snake_case_name and __init__x',
  'Names were changed.* Others too.*',
  '* An item\n* Another item',
  '**Open\n\nand never** closed over paragraphs',
  '# Heading\n\n- item\n\n> quote',
  'f*** and s**t',
  '[sic] and [1]',
  '\uE000 *private* signs',
])('%j stays as it is', (text) => expect(withoutInlineMarks(text)).toBe(text));

test.each([
  ['It rose by **12 per cent**.', true],
  ['See [the report](https://quay.example).', true],
  ['Names were *changed*.', false],
  ['2 ** 3 ** 4', false],
])('%j looks marked: %s', (text, answer) => expect(looksMarked(text)).toBe(answer));

test('takes time in proportion to the length', () => {
  for (const piece of ['*', '_', '[', '![', '`', '**a', '[a](', '<https:', '~~', '\\']) {
    expect(withoutInlineMarks(piece.repeat(20_000)).length).toBeGreaterThan(0);
  }
});

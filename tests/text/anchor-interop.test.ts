import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resolveAnchor } from '../../src/text/anchor.ts';
import { AnchorText } from '../../src/text/anchor-text.ts';
import { namedFiles } from '../support/tool-files.ts';

interface KnownBug {
  readonly text?: string;
  readonly exact?: string;
  readonly utf16?: readonly [number, number];
  readonly codepoint?: readonly [number, number];
}

const bugs = namedFiles('label-studio', ['offset-cases.json'], ['offset-issue-cases.json']).flatMap(
  // Both files are our own; their shape is this.
  ({ path }) => JSON.parse(readFileSync(path, 'utf8')) as KnownBug[],
);

test.each(bugs.filter(({ text, exact }) => text && exact))(
  'a known bug of other tools leads to its words: $exact in $text',
  ({ text = '', exact: words = '', utf16, codepoint }) => {
    const made = new AnchorText(text);
    for (const counted of [utf16, codepoint]) {
      const offsets = counted && { start: counted[0], end: counted[1] };
      for (const unit of ['utf16', 'code-points', 'any'] as const) {
        const anchor = { words, ...(offsets && { offsets: { ...offsets, unit } }) };
        const found = resolveAnchor(made, anchor);
        expect('span' in found && text.slice(found.span.start, found.span.end)).toBe(words);
      }
    }
  },
);

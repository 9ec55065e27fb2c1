import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/store/package-root.ts';
import { resolveAnchor } from '../../src/text/anchor.ts';
import { AnchorText } from '../../src/text/anchor-text.ts';

const folder = join(packageRoot(), '../shared/interop/label-studio');
const cases = join(folder, 'offset-issue-cases.json');
if (!existsSync(cases)) console.log('Left out: the offsets of known bugs, as ../shared/interop is not here.');

interface KnownBug {
  readonly issue: string;
  readonly text?: string;
  readonly exact?: string;
  readonly utf16?: readonly [number, number];
  readonly codepoint?: readonly [number, number];
}

describe.skipIf(!existsSync(cases))('known bugs of other tools', () => {
  // The file is our own; its shape is this.
  const bugs = existsSync(cases) ? (JSON.parse(readFileSync(cases, 'utf8')) as KnownBug[]) : [];

  test.each(bugs.filter(({ text, exact }) => text && exact))('$issue leads to its words', (bug) => {
    const { text = '', exact: words = '', utf16, codepoint } = bug;
    const made = new AnchorText(text);
    for (const counted of [utf16, codepoint]) {
      const offsets = counted && { start: counted[0], end: counted[1] };
      for (const unit of ['utf16', 'code-points', 'any'] as const) {
        const anchor = { words, ...(offsets && { offsets: { ...offsets, unit } }) };
        const found = resolveAnchor(made, anchor);
        expect('span' in found && text.slice(found.span.start, found.span.end)).toBe(words);
      }
    }
  });
});

import { structureOf } from '../../src/text/structure.ts';

/** The blocks of a text as the text engine finds them: `kind: words`, a heading with its level. */
export function blockLines(text: string): string[] {
  return structureOf(text).blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`,
  );
}

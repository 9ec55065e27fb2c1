import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import type { Section } from '../../src/domain/section.ts';
import { SectionOfText } from '../articles/_section.tsx';

/** From here on lanes share a line: more could not be told apart. */
export const MOST_LANES = 8;

export interface LanesProps {
  readonly text: ArticleText;
  readonly sections: readonly Section[];
  /** Of each coder, in their order. */
  readonly lanes: readonly (readonly Annotation[])[];
}

/** The text once, with the marks of each coder on a line of their own below the words. */
export function Lanes({ text, sections, lanes }: LanesProps) {
  const laneOf = new Map(
    lanes.flatMap((annotations, at) => annotations.map(({ id }) => [id, at % MOST_LANES] as const)),
  );
  const annotations = lanes.flat().toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const markup = { annotations, suggestions: [], nothingHere: new Set<number>(), laneOf };
  return (
    <div class={`lanes of-${Math.min(Math.max(lanes.length, 1), MOST_LANES)}`}>
      {sections.map((section) => (
        <SectionOfText text={text} section={section} markup={markup} />
      ))}
    </div>
  );
}

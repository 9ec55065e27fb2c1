import type { Span } from '../../src/text/span.ts';

/** Words with some of them marked; `marks` are in order, none over another. */
export function Marked({ text, marks }: { text: string; marks: readonly Span[] }) {
  const end = marks.at(-1)?.end ?? 0;
  return (
    <>
      {marks.map((mark, at) => (
        <>
          {text.slice(marks[at - 1]?.end ?? 0, mark.start)}
          <mark>{text.slice(mark.start, mark.end)}</mark>
        </>
      ))}
      {text.slice(end)}
    </>
  );
}

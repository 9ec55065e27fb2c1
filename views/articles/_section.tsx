import type { ArticleText } from '../../src/domain/article.ts';
import type { Section } from '../../src/domain/section.ts';
import type { Block } from '../../src/text/blocks.ts';
import { MarkedBlock, type Markup, narrow, PlainBlock } from './_block.tsx';

export interface SectionProps {
  readonly text: ArticleText;
  readonly section: Section;
  /** Absent where the section's marks are yet to be fetched: it is then drawn as words alone. */
  readonly markup?: Markup | undefined;
}

/** A run of blocks. Drawn as words alone, it fetches its marks as soon as the reader comes near. */
export function SectionOfText({ text, section, markup }: SectionProps) {
  const blocks = text.blocks
    .slice(section.from, section.to)
    .map((block, at) => ({ block, index: section.from + at }));
  const near = markup && narrow(markup, section);
  const fetches = markup
    ? {}
    : {
        'hx-get': `/articles/${text.articleId}/sections/${section.index}`,
        'hx-trigger': 'near once',
        'hx-swap': 'outerHTML',
      };
  return (
    <section class="section" id={`section-${section.index}`} data-section={section.index} {...fetches}>
      {inLists(blocks).map((run) => {
        const drawn = run.map(({ block, index }) =>
          near ? (
            <MarkedBlock text={text} index={index} block={block} markup={near} />
          ) : (
            <PlainBlock text={text} index={index} block={block} />
          ),
        );
        return run[0]?.block.kind === 'list-item' ? <ul>{drawn}</ul> : drawn;
      })}
    </section>
  );
}

interface NumberedBlock {
  readonly block: Block;
  readonly index: number;
}

/** Runs of list items together, everything else alone. */
function inLists(blocks: readonly NumberedBlock[]): NumberedBlock[][] {
  const runs: NumberedBlock[][] = [];
  for (const entry of blocks) {
    const last = runs.at(-1);
    if (last && entry.block.kind === 'list-item' && last[0]?.block.kind === 'list-item') last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

import type { AnnotationRecord, ExportArticle } from '../../domain/record.ts';
import type { Block } from '../../text/blocks.ts';
import { drawMarks } from '../../text/marks.ts';
import { type DrawnStep, stepsThrough } from '../writing/drawn-steps.ts';
import { depthMaker } from '../writing/heading-depth.ts';
import { marksBySpan } from '../writing/marks-by-span.ts';
import { entryName, markName, type Numbered, referenceOf } from './entries.ts';
import { escapeHtml } from './escape-html.ts';
import { classOf } from './style.ts';

/** Headings of an article stand below its title, which is an `h2`. */
const LEVEL_OF_TITLE = 2;
const MAX_LEVEL = 6;

/** The blocks of an article with its annotations marked, a piece for each block. */
export function* markedBlocks(article: ExportArticle, annotations: readonly Numbered[]): Generator<string> {
  const { text, blocks } = article;
  const marks = marksBySpan(
    blocks,
    annotations.map(({ record }) => record),
  );
  const writeMarks = markWriter(annotations);
  const depthOf = depthMaker();
  for (const [index, block] of blocks.entries()) {
    const depth = block.kind === 'heading' ? depthOf(block.level ?? 1) : 0;
    const words = writeMarks(stepsThrough(drawMarks(text, block, marks[index] ?? [])));
    yield inElement(words, block, depth, blocks[index - 1], blocks[index + 1]);
  }
}

function inElement(words: string, { kind }: Block, depth: number, before?: Block, after?: Block): string {
  switch (kind) {
    case 'heading': {
      const level = Math.min(LEVEL_OF_TITLE + depth, MAX_LEVEL);
      return `<h${level} dir="auto">${words}</h${level}>\n`;
    }
    case 'blockquote':
      return `<blockquote dir="auto">${words}</blockquote>\n`;
    case 'list-item': {
      const open = before?.kind === kind ? '' : '<ul>\n';
      const close = after?.kind === kind ? '' : '</ul>\n';
      return `${open}<li dir="auto">${words}</li>\n${close}`;
    }
    default:
      return `<p dir="auto">${words}</p>\n`;
  }
}

/** Returns a function that writes drawn words; the first piece of each annotation leads to its entry. */
function markWriter(
  annotations: readonly Numbered[],
): (steps: readonly DrawnStep<AnnotationRecord>[]) => string {
  const ahead = new Map(annotations.map((numbered) => [numbered.record.id, numbered]));
  const link = ({ id }: AnnotationRecord): string => {
    const numbered = ahead.get(id);
    ahead.delete(id);
    return numbered ? linkTo(numbered) : '';
  };
  const write = (step: DrawnStep<AnnotationRecord>): string => {
    if (typeof step === 'string') return escapeHtml(step);
    return 'closes' in step ? '</mark>' : `<mark class="${classOf(step.opens.tag)}">${link(step.opens)}`;
  };
  return (steps) => steps.map(write).join('');
}

function linkTo(numbered: Numbered): string {
  const { id } = numbered.record;
  return `<a class="ref" id="${markName(id)}" href="#${entryName(id)}" role="doc-noteref">${referenceOf(numbered)}</a>`;
}

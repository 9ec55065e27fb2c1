import type { Markup } from '../../../views/articles/_block.tsx';
import type { DrawnSection } from '../../../views/articles/show.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import { openSuggestionsIn } from '../../actions/suggest.ts';
import { type Section, sectionAt, sectionsOf } from '../../domain/section.ts';
import { sumOf } from '../../domain/tag.ts';
import type { Db } from '../../store/client.ts';
import { readStanding, type Standing } from '../../store/standing.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { othersIn } from './others.ts';

/** Up to here an article is drawn whole at once; beyond, section by section as the reader comes near. */
const WHOLE_LENGTH = 40_000;
const WHOLE_ANNOTATIONS = 500;

/** What is drawn over a span of the text. */
export async function markupOf(db: Db, loaded: LoadedArticle, span: Span): Promise<Markup> {
  return markupFrom(db, loaded, span, await readStanding(db, loaded, span));
}

/** What is drawn over a span of the text, given what stands there and maybe beyond. */
export async function markupFrom(
  db: Db,
  loaded: LoadedArticle,
  span: Span,
  standing: Standing,
): Promise<Markup> {
  const annotations = standing.annotations.filter((annotation) => overlaps(annotation, span));
  const suggestions = await openSuggestionsIn(db, loaded, span, standing);
  return { annotations, suggestions, nothingHere: new Set(standing.marks.map(({ sentence }) => sentence)) };
}

/** One section with its marks and the annotations that begin in it. */
export async function drawnSection(db: Db, loaded: LoadedArticle, section: Section): Promise<DrawnSection> {
  const markup = await markupOf(db, loaded, section);
  return { ...fill(section, markup), others: await othersIn(db, loaded, markup.annotations) };
}

/** The sections of the reading page; a long article has its marks only around the offset `at`. */
export async function drawnSections(db: Db, loaded: LoadedArticle, at: number): Promise<DrawnSection[]> {
  const { text } = loaded;
  const sections = sectionsOf(text.blocks, text.text.length);
  const here = sectionAt(sections, at)?.index ?? 0;
  const isDrawn = ({ index }: Section) => isDrawnWhole(loaded) || index === here || index === here + 1;
  const drawn = sections.filter(isDrawn);
  const hull = { start: drawn[0]?.start ?? 0, end: drawn.at(-1)?.end ?? 0 };
  const markup = await markupOf(db, loaded, hull);
  const others = await othersIn(db, loaded, markup.annotations);
  return sections.map((section) => (isDrawn(section) ? { ...fill(section, markup), others } : { section }));
}

function isDrawnWhole({ article, coding }: LoadedArticle): boolean {
  return article.length <= WHOLE_LENGTH && sumOf(coding.counts.tags) <= WHOLE_ANNOTATIONS;
}

function fill(section: Section, markup: Markup): DrawnSection {
  const begins = ({ start }: Span) => start >= section.start && start < section.end;
  return { section, markup, annotations: markup.annotations.filter(begins) };
}

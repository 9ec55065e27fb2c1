import type { Markup } from '../../../views/articles/_block.tsx';
import type { DrawnSection } from '../../../views/articles/show.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import { openSuggestionsIn } from '../../actions/suggest.ts';
import type { Article } from '../../domain/article.ts';
import { type Section, sectionAt, sectionsOf } from '../../domain/section.ts';
import { sumOf } from '../../domain/tag.ts';
import { annotationsWithin } from '../../store/annotations.ts';
import type { Db } from '../../store/client.ts';
import { markedSentences } from '../../store/sentence-marks.ts';
import { type Span, touching } from '../../text/span.ts';

/** Up to here an article is drawn whole at once; beyond, section by section as the reader comes near. */
const WHOLE_LENGTH = 40_000;
const WHOLE_ANNOTATIONS = 500;

/** What is drawn over a span of the text; `loaded` holds the article as it is now. */
export async function markupOf(db: Db, loaded: LoadedArticle, span: Span): Promise<Markup> {
  const { article, member, text } = loaded;
  const { longestHull } = article;
  const annotations = await annotationsWithin(db, member.projectId, text.articleId, span, longestHull);
  const sentences = touching(text.sentences, span);
  const marks = await markedSentences(db, member.projectId, text.articleId, sentences);
  const own = marks.filter(({ userId }) => userId === member.userId);
  const suggestions = await openSuggestionsIn(db, loaded, span, annotations);
  return { annotations, suggestions, nothingHere: new Set(own.map(({ sentence }) => sentence)) };
}

/** One section with its marks and the annotations that begin in it. */
export async function drawnSection(db: Db, loaded: LoadedArticle, section: Section): Promise<DrawnSection> {
  return fill(section, await markupOf(db, loaded, section));
}

/** The sections of the reading page; a long article has its marks only around the offset `at`. */
export async function drawnSections(db: Db, loaded: LoadedArticle, at: number): Promise<DrawnSection[]> {
  const { article, text } = loaded;
  const sections = sectionsOf(text.blocks, text.text.length);
  const here = sectionAt(sections, at)?.index ?? 0;
  const isDrawn = ({ index }: Section) => isDrawnWhole(article) || index === here || index === here + 1;
  const drawn = sections.filter(isDrawn);
  const hull = { start: drawn[0]?.start ?? 0, end: drawn.at(-1)?.end ?? 0 };
  const markup = await markupOf(db, loaded, hull);
  return sections.map((section) => (isDrawn(section) ? fill(section, markup) : { section }));
}

function isDrawnWhole({ length, counts }: Article): boolean {
  return length <= WHOLE_LENGTH && sumOf(counts) <= WHOLE_ANNOTATIONS;
}

function fill(section: Section, markup: Markup): DrawnSection {
  const begins = ({ start }: Span) => start >= section.start && start < section.end;
  return { section, markup, annotations: markup.annotations.filter(begins) };
}

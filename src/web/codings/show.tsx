import type { RequestHandler } from 'express';
import { CodingPage } from '../../../views/codings/show.tsx';
import { loadCoding } from '../../actions/load.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { sectionsOf } from '../../domain/section.ts';
import { FINAL, type Lane, SHARED } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { readStanding, type Standing } from '../../store/standing.ts';
import { pathPart, queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';

/**
 * A coding of an article to look at, for whoever may see it; a hidden one is not there. `?annotator=` shows what one of
 * those who work together has made.
 */
export const showCoding: RequestHandler = async (request, response) => {
  const { atDesk, database } = response.locals;
  const lane = pathPart(request, 'lane');
  const loaded = await loadCoding(database.db, atDesk.person.id, pathPart(request, 'id'), lane);
  const { article, coding, text } = loaded;
  const viewer = viewerOf(request, response, article.projectId);
  const names = await annotatorNames(database.db, viewer.sight);
  const by = queryOf(request, 'annotator');
  const whose = nameOf(by || lane, viewer, names);
  const whole = { start: 0, end: text.text.length };
  const { annotations, marks } = ofOne(await readStanding(database.db, loaded, whole), by);
  const nothingHere = new Set(marks.map(({ sentence }) => sentence));
  const sections = sectionsOf(text.blocks, whole.end);
  const markup = { annotations, suggestions: [], nothingHere };
  const others = lane === SHARED && by === '' ? names : undefined;
  const isOfOne = by !== '';
  sendPage(response, viewer, {
    title: t('codings.title', { title: article.title, whose }),
    current: 'articles',
    children: <CodingPage {...{ article, coding, text, whose, isOfOne, others, sections, markup }} />,
  });
};

/** What stands there of one annotator; of everybody where none is named. */
function ofOne({ annotations, marks }: Standing, annotator: string): Pick<Standing, 'annotations' | 'marks'> {
  const isTheirs = ({ annotatorId }: { readonly annotatorId: string }) =>
    annotator === '' || annotatorId === annotator;
  return { annotations: annotations.filter(isTheirs), marks: marks.filter(isTheirs) };
}

/** What a coding is called by whose it is. Throws NotFoundError where it is nobody's of this project. */
function nameOf(lane: Lane, { project }: Viewer, names: ReadonlyMap<string, string>): string {
  if (lane === SHARED) return t('codings.shared');
  if (lane === FINAL && project.way === 'apart') return t('codings.final');
  const name = names.get(lane);
  if (name === undefined) throw new NotFoundError('article');
  return name;
}

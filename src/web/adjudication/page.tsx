import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { CaseTalk } from '../../../views/adjudication/_case.tsx';
import type { FormPlace } from '../../../views/adjudication/_forms.tsx';
import {
  AdjudicationBody,
  AdjudicationPage,
  type AdjudicationProps,
} from '../../../views/adjudication/show.tsx';
import type { ShownCoder } from '../../../views/adjudication/sides.ts';
import {
  type Adjudication,
  type CoderWork,
  type Included,
  readCases,
  wholeOf,
} from '../../actions/adjudication/read-cases.ts';
import { threadsOn } from '../../actions/comments/read-threads.ts';
import { type LoadedArticle, loadArticle } from '../../actions/load.ts';
import type { Thread } from '../../domain/comment.ts';
import { may, require } from '../../domain/permission.ts';
import type { Project } from '../../domain/project.ts';
import { sectionsOf } from '../../domain/section.ts';
import { FINAL } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import type { Db } from '../../store/client.ts';
import { undoState } from '../../store/standing.ts';
import { fieldsOf, pathPart, queryOf } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** The final coding that the address names, for whoever adjudicates. Throws NotFoundError and ForbiddenError. */
export async function finalFrom(request: Request, response: Response): Promise<LoadedArticle> {
  const { atDesk, database } = response.locals;
  const [person, id] = [atDesk.person.id, pathPart(request, 'id')];
  const { member } = await loadArticle(database.db, person, id);
  require(member, 'adjudicate');
  const loaded = await loadArticle(database.db, person, id, FINAL);
  return { ...loaded, requestKey: requestKeyOf(request) };
}

/** What the page shows, by its address or by the form that it sent. */
export function placeFrom(request: Request): FormPlace & { readonly which: Included } {
  const fields = fieldsOf(request);
  const asked = (name: string) => fields[name] ?? queryOf(request, name);
  const isBegun = asked('with') === 'begun';
  return {
    address: `/articles/${pathPart(request, 'id')}`,
    requestKey: randomUUID(),
    included: isBegun ? 'begun' : '',
    names: ['letters', 'names'].find((known) => known === asked('names')) ?? '',
    which: isBegun ? 'begun' : 'done',
  };
}

/** What is to be said on the page, and whether what was sent from it was refused. */
export interface Saying {
  readonly status?: number;
  readonly problem?: string;
  /** By the key of the case. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly hasDecided?: boolean;
}

/** The page, or to htmx what a decision changes of it. */
export async function sendAdjudication(
  request: Request,
  response: Response,
  said: Saying = {},
): Promise<void> {
  // Loaded anew: what was sent may have changed the final coding.
  const loaded = await finalFrom(request, response);
  const viewer = viewerOf(request, response, loaded.article.projectId);
  const props = await propsOf(request, response, loaded, said);
  const { status = 200 } = said;
  if (wantsFragments(request) && request.method !== 'GET')
    return sendFragments(response, [<AdjudicationBody {...props} />], status);
  const title = t('adjudication.heading', { title: loaded.article.title });
  sendPage(response, viewer, { title, current: 'work', children: <AdjudicationPage {...props} /> }, status);
}

async function propsOf(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  { problem, problems = {}, hasDecided }: Saying,
): Promise<AdjudicationProps> {
  const { db } = response.locals.database;
  const { article, text, coding, member } = loaded;
  const { which, ...place } = placeFrom(request);
  const read = await readCases(db, loaded, which);
  const { annotations } = await wholeOf(db, loaded);
  const { sight, project } = viewerOf(request, response, article.projectId);
  const names = await annotatorNames(db, sight);
  const { decided, cases } = read.counts;
  const hasLetters = hidesNames(place, project);
  const shown = shownCoders(read, names, hasLetters);
  return {
    ...read,
    ...shown,
    hasLetters,
    talk: { ...(await talkOf(db, loaded, names, shown)), kept: hasLetters ? keptLetters(place) : {} },
    ...(await undoState(db, loaded)),
    place,
    queue: `/projects/${encodeURIComponent(project.slug)}/adjudication`,
    article,
    text,
    coding,
    sections: sectionsOf(text.blocks, text.text.length),
    lanes: read.coders.map((coder) => coder.annotations),
    results: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    deciders: names,
    isOpen: coding.state !== 'done' && may(member, 'adjudicate'),
    isDecidedOn: coding.state !== 'todo' && may(member, 'unlockCoding'),
    problem,
    problems,
    told: hasDecided ? t('adjudication.said', { decided, count: cases }) : undefined,
  };
}

/** Whether letters stand for names: as the project says, unless the page was asked for the other. */
export function hidesNames({ names }: FormPlace, { hidesCoders }: Pick<Project, 'hidesCoders'>): boolean {
  return names === '' ? hidesCoders : names === 'letters';
}

/** What leads to a page where the same letters stand for names. */
export function keptLetters({ included }: FormPlace): Readonly<Record<string, string>> {
  return { names: 'letters', ...(included && { with: included }) };
}

/** What is said of the cases, by names as the page shows them. */
async function talkOf(
  db: Db,
  loaded: LoadedArticle,
  names: ReadonlyMap<string, string>,
  { coders, leftOut }: { readonly coders: ShownCoder[]; readonly leftOut: ShownCoder[] },
): Promise<Omit<CaseTalk, 'kept'>> {
  const threads = new Map<string, Thread[]>();
  for (const thread of await threadsOn(db, loaded)) {
    const { annotationId } = thread.first;
    if (annotationId) threads.set(annotationId, [...(threads.get(annotationId) ?? []), thread]);
  }
  const shown = [...coders, ...leftOut].map(({ coding, name }) => [coding.coderId, name] as const);
  const reader = { ownIds: loaded.member.annotatorIds, names: new Map([...names, ...shown]) };
  return { threads, reader, mayComment: may(loaded.member, 'comment') };
}

/** Coders by name, or by letters in the order of their lanes. */
export function shownCoders(
  { coders, leftOut }: Pick<Adjudication, 'coders' | 'leftOut'>,
  names: ReadonlyMap<string, string>,
  hasLetters: boolean,
): { readonly coders: ShownCoder[]; readonly leftOut: ShownCoder[] } {
  const letters = new Map(
    [...coders, ...leftOut].map(({ coding }, at) => [coding.coderId, letterOf(at)] as const),
  );
  const shown = ({ coding }: CoderWork): ShownCoder => {
    const letter = t('adjudication.letterCoder', { letter: letters.get(coding.coderId) ?? '' });
    return { coding, name: hasLetters ? letter : (names.get(coding.coderId) ?? letter) };
  };
  return { coders: coders.map(shown), leftOut: leftOut.map(shown) };
}

/** `A`, `B` … `Z`, `AA`. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

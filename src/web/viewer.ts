import type { Request, RequestHandler, Response } from 'express';
import { DEFAULT_CODEBOOK, isOffered, type NumberedCodebook } from '../domain/codebook/codebook.ts';
import { languageOf } from '../domain/codebook/words.ts';
import { NoProjectError, NotFoundError } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import type { Person, Project } from '../domain/project.ts';
import { type Sight, sightOf } from '../domain/sight.ts';
import type { SuggestionChoice } from '../domain/suggestion.ts';
import { inLanguage, language, speakAs } from '../messages/language.ts';
import { type AtDesk, ensureLocalPerson, type OwnProject } from '../store/members.ts';
import { lastUsed, rememberUse } from './last-project.ts';

/** Who looks at a page that is above projects. */
export interface Visitor {
  readonly person: Person;
  /** The one that the page's links lead to; absent where they are in none, or in archived ones alone. */
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
}

/** Who looks at a page, and in which project. */
export interface Viewer extends Visitor {
  readonly project: Project;
  readonly member: Member;
  /** What of people's work they may see in it. */
  readonly sight: Sight;
  /** Which suggestions they want to see in the project. */
  readonly suggestionChoice: SuggestionChoice;
}

/**
 * Finds who sends a request, once for all that is done with it: in local mode there is one person; where people sign in,
 * the gate has found them already.
 */
export const findViewer: RequestHandler = async (_request, response, next) => {
  const { config, database } = response.locals;
  if (!config.accounts) response.locals.atDesk = await ensureLocalPerson(database.db);
  // Where every project calls its tags as the language does, nothing has to be kept in mind for a request.
  // Nobody need be signed in for some addresses.
  const { projects = [] }: Partial<AtDesk> = response.locals.atDesk ?? {};
  if (projects.every(({ codebook }) => codebook === DEFAULT_CODEBOOK)) next();
  else inLanguage(language(), next);
};

/**
 * The viewer of a page, in the project that the address names (`?project=slug`), or in `projectId` where the
 * thing looked at decides; where neither does, in the one that they used last. Throws NotFoundError for a project that
 * is not theirs, and NoProjectError where there is none that could be meant.
 */
export function viewerOf(request: Request, response: Response, projectId?: string): Viewer {
  const { person, projects } = response.locals.atDesk;
  const project =
    projectId === undefined
      ? projectAsked(request, response)
      : projects.find((candidate) => candidate.id === projectId);
  if (!project) throw new NotFoundError('project');
  rememberUse(request, response, project);
  enter(response, project);
  const { member, suggestionChoice } = project;
  return { person, project, projects, member, sight: sightOf(member), suggestionChoice };
}

/** Has what follows call and draw tags as the project of this id does; one of the person's own. */
export function enterProject(response: Response, projectId: string): void {
  const project = response.locals.atDesk.projects.find(({ id }) => id === projectId);
  if (project) enter(response, project);
}

/** The codebook of the project that a request is about. */
export function codebookOf({ locals }: Response): NumberedCodebook {
  return locals.project?.codebook ?? DEFAULT_CODEBOOK;
}

function enter({ locals }: Response, project: OwnProject): void {
  const { codebook } = project;
  locals.project = project;
  speakAs((spoken) => (codebook === DEFAULT_CODEBOOK ? spoken : languageOf(codebook, spoken)));
}

/** What of a person's choice can be suggested where something of it is switched off. */
export function offeredIn(response: Response, choice: SuggestionChoice): SuggestionChoice {
  const codebook = codebookOf(response);
  if (codebook === DEFAULT_CODEBOOK) return choice;
  return { ...choice, tags: choice.tags.filter((tag) => isOffered(codebook, tag)) };
}

/** The viewer of a page that is above projects. Throws NotFoundError where the address names one that is not theirs. */
export function visitorOf(request: Request, response: Response): Visitor {
  const { person, projects } = response.locals.atDesk;
  try {
    const project = projectAsked(request, response);
    enter(response, project);
    return { person, project, projects };
  } catch (error) {
    if (error instanceof NoProjectError) return { person, project: undefined, projects };
    throw error;
  }
}

/** The project that the address names, else one to work in. */
function projectAsked(request: Request, response: Response): OwnProject {
  const { projects } = response.locals.atDesk;
  const slug = request.query.project;
  if (typeof slug !== 'string') return usual(request, response);
  const named = projects.find((candidate) => candidate.slug === slug);
  if (!named) throw new NotFoundError('project');
  return named;
}

/**
 * A page opens in the project used last. A change that names none goes to the first: its form was made when there was
 * no other, and may have waited in a tab since.
 */
function usual(request: Request, response: Response): OwnProject {
  const open = response.locals.atDesk.projects.filter(({ isArchived }) => !isArchived);
  const last = request.method === 'GET' ? lastUsed(request, response, open) : undefined;
  const project = last ?? open[0];
  if (!project) throw new NoProjectError();
  return project;
}

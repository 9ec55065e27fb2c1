import type { Request, Response } from 'express';
import { planStudy, type Study, type StudyChoice } from '../../actions/agreement/plan-study.ts';
import { tagNamedIn } from '../../domain/codebook/codebook.ts';
import { require } from '../../domain/permission.ts';
import { BUILT_IN_TAGS, type Tag } from '../../domain/tag.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { queriesOf, queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import type { Viewer } from '../viewer.ts';

/** A study as the address of a page asks for it. */
export interface StudyScope {
  readonly viewer: Viewer;
  readonly choice: StudyChoice;
  readonly study: Study;
  /** The tag that is looked at. */
  readonly tag: Tag;
  /** What annotators are called, as far as the viewer may know it. */
  readonly names: ReadonlyMap<string, string>;
  /** `/projects/slug/agreement`. */
  readonly address: string;
}

/** Loads the study that the address asks for. Throws ForbiddenError where agreement is not for the viewer. */
export async function studyScope(request: Request, response: Response): Promise<StudyScope> {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'seeAgreement');
  const { db } = response.locals.database;
  const { codebook } = viewer.project;
  const choice = {
    coders: queriesOf(request, 'coder'),
    isByAll: queryOf(request, 'by') === 'all',
    withSighted: queryOf(request, 'sighted') === '1',
  };
  return {
    viewer,
    choice,
    study: await planStudy(db, viewer.sight, codebook, choice),
    tag: tagNamedIn(codebook, queryOf(request, 'tag')) ?? codebook.tags[0]?.key ?? BUILT_IN_TAGS[0],
    names: await annotatorNames(db, viewer.sight),
    address: `/projects/${encodeURIComponent(viewer.project.slug)}/agreement`,
  };
}

/** The query of a study, so that another page shows the same. */
export function studyQuery(
  { choice, tag }: Pick<StudyScope, 'choice' | 'tag'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(choice.coders.map((coder) => ['coder', coder]));
  if (choice.isByAll) query.set('by', 'all');
  if (choice.withSighted) query.set('sighted', '1');
  for (const [name, value] of Object.entries({ tag, ...more })) query.set(name, value);
  return query.toString();
}

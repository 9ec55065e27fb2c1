import type { RequestHandler } from 'express';
import { ImportsPage } from '../../../views/imports/index.tsx';
import { may } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { listImports } from '../../store/imports.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

const MAX_LISTED = 200;

/** What was brought into the project from files. */
export const indexImports: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { member, project } = viewer;
  const by = may(member, 'seeImportsOfOthers') ? undefined : member.annotatorIds;
  const imports = await listImports(response.locals.database.db, project.id, MAX_LISTED, by);
  const canImport = may(member, 'importArticles');
  sendPage(response, viewer, {
    title: t('importing.importsHeading'),
    current: 'articles',
    children: <ImportsPage place={viewer} imports={imports} canImport={canImport} />,
  });
};

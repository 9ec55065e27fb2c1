import type { RequestHandler } from 'express';
import { VersionsPage } from '../../../views/codebook/index.tsx';
import { compareCodebooks } from '../../domain/codebook/compare.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { may, require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { findCodebook, listCodebooks } from '../../store/codebooks.ts';
import { queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';
import { codebookAddress } from './address.ts';

/** The versions of a codebook; `?from=` and `?to=` compare two of them. */
export const indexCodebooks: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  const { project, member, sight } = viewer;
  require(member, 'readCodebook');
  const { db } = response.locals.database;
  const current = project.codebook.number;
  const asked = { from: numberOf(queryOf(request, 'from')), to: numberOf(queryOf(request, 'to')) };
  const from = asked.from ?? Math.max(1, current - 1);
  const to = asked.to ?? current;
  const [before, after] = await Promise.all([from, to].map((number) => findCodebook(db, project.id, number)));
  if (!before || !after) throw new NotFoundError();
  const isAsked = asked.from !== undefined || asked.to !== undefined;
  sendPage(response, viewer, {
    title: t('codebook.versionsHeading'),
    current: 'projects',
    children: (
      <VersionsPage
        address={codebookAddress(project)}
        versions={await listCodebooks(db, sight)}
        comparison={isAsked ? compareCodebooks(before, after) : undefined}
        mayChange={may(member, 'changeCodebook')}
        {...{ from, to, current }}
      />
    ),
  });
};

function numberOf(written: string): number | undefined {
  const number = Number(written);
  return written !== '' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

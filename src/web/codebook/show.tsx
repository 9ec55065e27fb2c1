import type { RequestHandler } from 'express';
import { CodebookPage } from '../../../views/codebook/show.tsx';
import { may, require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';
import { codebookAddress } from './address.ts';

/** What the tags mean in a project: what coders are given, on the screen or printed. */
export const showCodebook: RequestHandler = (request, response) => {
  const viewer = viewerOfProject(request, response);
  const { project, member } = viewer;
  require(member, 'readCodebook');
  const isSaved = queryOf(request, 'done') === 'saved';
  sendPage(response, viewer, {
    title: t('codebook.of', { name: project.name }),
    current: 'projects',
    notice: isSaved && <p>{t('codebook.saved', { number: project.codebook.number })}</p>,
    children: (
      <CodebookPage
        project={project}
        address={codebookAddress(project)}
        mayChange={may(member, 'changeCodebook')}
      />
    ),
  });
};

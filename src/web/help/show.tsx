import type { RequestHandler } from 'express';
import { HelpPage } from '../../../views/help/show.tsx';
import { t } from '../../messages/language.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** How to work here. */
export const showHelp: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  sendPage(response, viewer, {
    title: t('layout.help'),
    current: 'help',
    kind: 'form',
    children: <HelpPage />,
  });
};

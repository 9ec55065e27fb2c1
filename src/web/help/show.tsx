import type { RequestHandler } from 'express';
import { HelpPage } from '../../../views/help/show.tsx';
import { addressesOf } from '../../../views/layouts/place.ts';
import { t } from '../../messages/language.ts';
import { sendPage } from '../render.tsx';
import { visitorOf } from '../viewer.ts';

/** How to work here. */
export const showHelp: RequestHandler = async (request, response) => {
  const visitor = visitorOf(request, response);
  sendPage(response, visitor, {
    title: t('layout.help'),
    current: 'help',
    kind: 'form',
    children: <HelpPage address={addressesOf(visitor)} />,
  });
};

import type { RequestHandler } from 'express';
import { exportOwnData as ownDataOf } from '../../actions/leaving/own-data.ts';
import { noteDeed } from '../audit/note.ts';
import { sendDownload } from '../download.ts';
import { ownSignIn } from '../own-account.ts';

/** All that the desk holds of whoever asks, as a zip. */
export const exportOwnData: RequestHandler = async (request, response) => {
  const { accountId } = ownSignIn(response);
  await noteDeed(request, response, { action: 'data-exported', subject: accountId });
  const { database, atDesk } = response.locals;
  await sendDownload(request, response, {
    fileName: 'my-data.zip',
    mediaType: 'application/zip',
    chunks: ownDataOf(database, atDesk),
  });
};

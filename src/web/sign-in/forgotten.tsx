import type { RequestHandler, Response } from 'express';
import { ForgottenPage, type ForgottenPageProps } from '../../../views/sign-in/forgotten.tsx';
import { countForgotten, mailReset } from '../../accounts/forgotten.ts';
import { deskMail, type Mail } from '../../accounts/mail.ts';
import { NotFoundError, TooManyError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { deskAddress } from '../desk-address.ts';
import { fieldsOf } from '../fields.ts';
import { describeError } from '../log.ts';
import { sendPlainPage } from '../render.tsx';

/** The form that asks for a mail with a link to a new password. */
export const newForgotten: RequestHandler = (_request, response) => {
  mailOfDesk(response);
  sendForgotten(response, {});
};

/** Mails the link, where there is somebody to mail it to: the answer and its time are the same for everybody. */
export const createForgotten: RequestHandler = async (request, response) => {
  const { name = '' } = fieldsOf(request);
  const { database, log, requestId } = response.locals;
  const asked = { name, address: request.ip, desk: deskAddress(response), mail: mailOfDesk(response) };
  try {
    await countForgotten(database.db, asked);
  } catch (error) {
    if (!(error instanceof TooManyError)) throw error;
    response.set('Retry-After', String(error.seconds));
    return sendForgotten(response, { name, problem: error.message }, 429);
  }
  mailReset(database.db, asked).catch((error: unknown) => {
    log.error({ id: requestId, ...describeError(log, error) }, 'mail was not sent');
  });
  sendForgotten(response, { isSent: true });
};

function mailOfDesk(response: Response): Mail {
  const { accounts, mail } = response.locals.config;
  if (!accounts || !mail) throw new NotFoundError();
  return deskMail(mail);
}

function sendForgotten(response: Response, props: ForgottenPageProps, status = 200): void {
  sendPlainPage(
    response,
    { title: t('ways.forgottenHeading'), children: <ForgottenPage {...props} /> },
    status,
  );
}

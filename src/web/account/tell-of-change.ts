import type { Response } from 'express';
import { changeLetter } from '../../accounts/letters.ts';
import { deskMail } from '../../accounts/mail.ts';
import { findCredential } from '../../store/credentials.ts';
import { deskAddress } from '../desk-address.ts';
import { describeError } from '../log.ts';
import { ownSignIn } from '../own-account.ts';

/** Mails somebody that how they sign in was changed, in case it was not them. Nobody waits for it. */
export function tellOfChange(response: Response, what: string): void {
  const { log, requestId } = response.locals;
  mailChange(response, what).catch((error: unknown) => {
    log.error({ id: requestId, ...describeError(log, error) }, 'mail was not sent');
  });
}

async function mailChange(response: Response, what: string): Promise<void> {
  const { config, database } = response.locals;
  const { accountId } = ownSignIn(response);
  const [when, desk] = [new Date(), deskAddress(response)];
  const email = config.mail && (await findCredential(database.db, accountId))?.email;
  if (config.mail && email) await deskMail(config.mail).send(changeLetter({ to: email, desk, what, when }));
}

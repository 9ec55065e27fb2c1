import type { Response } from 'express';
import type { WaysProps } from '../../../views/account/_ways.tsx';
import { asksForCode } from '../../accounts/one-time-codes.ts';
import { listIdentities } from '../../store/identities.ts';
import { listPasskeys } from '../../store/passkeys.ts';
import { countRecoveryCodes } from '../../store/recovery-codes.ts';

/** The ways to sign in of whoever asks, beside the password. */
export async function waysOf({ locals: { config, database, atDesk } }: Response): Promise<WaysProps> {
  const { db } = database;
  const { id } = atDesk.person;
  return {
    hasCodes: await asksForCode(db, id),
    recoveryCodes: await countRecoveryCodes(db, id),
    passkeys: (await listPasskeys(db, id)).length,
    links: (await listIdentities(db, id)).map(({ name }) => name),
    hasProvider: config.oidc !== undefined,
  };
}

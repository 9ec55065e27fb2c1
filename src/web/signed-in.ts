import type { Request, Response } from 'express';
import { audit } from '../accounts/audit.ts';
import { KNOWN_FOR, knownDevice, makeDeviceKnown } from '../accounts/devices.ts';
import { beginSignIn, LONGEST } from '../accounts/sessions.ts';
import { deleteSignIn } from '../store/sign-ins.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';

/**
 * Signs an account in here, whatever way it proved itself (`way`). The token is always a new one, so that nobody knows it
 * beforehand; what was signed in here before is ended.
 */
export async function signIn(
  request: Request,
  response: Response,
  accountId: string,
  way: string,
): Promise<void> {
  const { db } = response.locals.database;
  const place = { address: request.ip, agent: request.get('User-Agent') };
  await deleteCurrent(response);
  const { token } = await beginSignIn(db, accountId, place);
  setCookie(response, 'session', token, LONGEST);
  if (!(await knownDevice(db, accountId, readCookie(request, response, 'device'))))
    setCookie(response, 'device', await makeDeviceKnown(db, accountId), KNOWN_FOR);
  await audit(db, { action: 'sign-in', accountId, details: { way }, address: request.ip });
}

/** Ends what is signed in in this browser. */
export async function endSignIn(response: Response): Promise<void> {
  await deleteCurrent(response);
  clearCookie(response, 'session');
}

async function deleteCurrent({ locals: { signIn: current, database } }: Response): Promise<void> {
  if (current) await deleteSignIn(database.db, current.accountId, current.tokenHash);
}

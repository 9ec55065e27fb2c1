import type { Request, Response } from 'express';
import { audit } from '../accounts/audit.ts';
import { KNOWN_FOR, knownDevice, makeDeviceKnown } from '../accounts/devices.ts';
import { beginSignIn, currentSignIn, LONGEST } from '../accounts/sessions.ts';
import { findPerson } from '../store/members.ts';
import { deleteSignIn } from '../store/sign-ins.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';

/**
 * Signs an account in here, whatever way it proved itself (`way`). The token is always a new one, so that nobody knows it
 * beforehand; what was signed in here before is ended. What follows in this request is done as them.
 */
export async function signIn(
  request: Request,
  response: Response,
  accountId: string,
  way: string,
): Promise<void> {
  const { db } = response.locals.database;
  await renewSignIn(request, response, accountId);
  if (!(await knownDevice(db, accountId, readCookie(request, response, 'device'))))
    setCookie(response, 'device', await makeDeviceKnown(db, accountId), KNOWN_FOR);
  await audit(db, { action: 'sign-in', accountId, details: { way }, address: request.ip });
}

/** Gives who has just proven that it is them another token, so that none lives on from before. */
export async function renewSignIn(request: Request, response: Response, accountId: string): Promise<void> {
  const { db } = response.locals.database;
  await deleteCurrent(response);
  const place = { address: request.ip, agent: request.get('User-Agent') };
  const { token } = await beginSignIn(db, accountId, place);
  // It outlives the sign-in, so that what is sent just after its end is known to be theirs.
  setCookie(response, 'session', token, 2 * LONGEST);
  await findByToken(request, response, token);
}

/** Finds who is signed in with this token, for what follows. False where nobody is. */
export async function findByToken(request: Request, response: Response, token: string): Promise<boolean> {
  const { db } = response.locals.database;
  const found = await currentSignIn(db, token, request.ip);
  const atDesk = found && (await findPerson(db, found.accountId, found.isAdmin));
  if (atDesk) Object.assign(response.locals, { signIn: found, atDesk });
  return atDesk !== null;
}

/** Ends what is signed in in this browser. */
export async function endSignIn(response: Response): Promise<void> {
  await deleteCurrent(response);
  clearCookie(response, 'session');
}

async function deleteCurrent({ locals: { signIn: current, database } }: Response): Promise<void> {
  if (current) await deleteSignIn(database.db, current.accountId, current.tokenHash);
}

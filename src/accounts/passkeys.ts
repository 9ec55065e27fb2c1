import type { Db } from '../store/client.ts';
import { findCredential } from '../store/credentials.ts';
import { deletePasskey, findPasskey, insertPasskey, usePasskey } from '../store/passkeys.ts';
import { audit } from './audit.ts';
import {
  hashChallenge,
  PASSKEY_TIME,
  type PasskeyPlace,
  passkeyIdOf,
  provePasskey,
  readNewPasskey,
} from './passkey.ts';

/** A browser's answer to a challenge. */
export interface PasskeyAnswer {
  readonly place: PasskeyPlace;
  readonly challenge: string;
  /** What the browser sent, in JSON. */
  readonly json: string;
}

/** The account whose passkey an answer proves; null where it proves none, or did so already. */
export async function accountByPasskey(
  db: Db,
  { place, challenge, json }: PasskeyAnswer,
): Promise<string | null> {
  const id = passkeyIdOf(json);
  const passkey = id === null ? null : await findPasskey(db, id);
  const proof = passkey && (await provePasskey(place, challenge, json, passkey));
  if (!passkey || !proof) return null;
  const now = new Date();
  const isTaken = await usePasskey(db, {
    id: passkey.id,
    before: passkey.counter,
    counter: proof.counter,
    challenge: hashChallenge(challenge),
    until: new Date(now.getTime() + PASSKEY_TIME),
    now,
  });
  const credential = isTaken ? await findCredential(db, passkey.accountId) : null;
  return credential?.closedAt === null ? credential.accountId : null;
}

/** Adds the passkey that a browser has made to an account; false where the answer does not hold. */
export async function addPasskey(
  db: Db,
  { place, challenge, json }: PasskeyAnswer,
  owner: { readonly accountId: string; readonly name: string; readonly address: string | undefined },
): Promise<boolean> {
  const { accountId, name, address } = owner;
  const passkey = await readNewPasskey(place, challenge, json);
  if (!passkey || !(await insertPasskey(db, { ...passkey, accountId, name }))) return false;
  await audit(db, { action: 'passkey-added', accountId, subject: accountId, address });
  return true;
}

/** Removes a passkey of an account's; false where it has none of this id. */
export async function removePasskey(
  db: Db,
  { accountId, address }: { readonly accountId: string; readonly address: string | undefined },
  id: string,
): Promise<boolean> {
  if (!(await deletePasskey(db, accountId, id))) return false;
  await audit(db, { action: 'passkey-removed', accountId, subject: accountId, address });
  return true;
}

import type { Db } from '../store/client.ts';
import { dropCodeSecret, findCodeSecret, keepCodeSecret, useCodeStep } from '../store/one-time-codes.ts';
import { replaceRecoveryCodes, useRecoveryCode } from '../store/recovery-codes.ts';
import { audit } from './audit.ts';
import type { DeskKey } from './desk-key.ts';
import { stepOfCode } from './one-time-code.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { seal, unseal } from './seal.ts';

/** Whose sign-in is changed, and from where. */
export interface CodeOwnerAt {
  readonly accountId: string;
  readonly address: string | undefined;
}

/** Whether an account is asked for a code after its password. */
export async function asksForCode(db: Db, accountId: string): Promise<boolean> {
  return (await findCodeSecret(db, accountId)) !== null;
}

/**
 * Whether a one-time code is right, and takes it, so that it is right once. `unreadable`: the desk's key is not the one
 * that the account's secret was sealed with, so that no code can be checked.
 */
export async function takeCode(
  db: Db,
  key: DeskKey,
  accountId: string,
  code: string,
): Promise<'right' | 'wrong' | 'unreadable'> {
  const stored = await findCodeSecret(db, accountId);
  if (!stored) return 'wrong';
  const secret = unseal(key('one-time codes'), Buffer.from(stored.sealed, 'base64url'), accountId);
  if (secret === null) return 'unreadable';
  const { lastStep } = stored;
  const step = stepOfCode({ secret: secret.toString(), code, lastStep, now: new Date() });
  return step !== null && (await useCodeStep(db, accountId, step)) ? 'right' : 'wrong';
}

/** Whether a recovery code is one of an account's, and takes it. */
export function takeRecoveryCode(db: Db, accountId: string, typed: string): Promise<boolean> {
  return useRecoveryCode(db, accountId, hashRecoveryCode(typed), new Date());
}

/**
 * Asks an account for codes of `secret` from now on, once a code proves that its owner has it. Gives the recovery codes,
 * which are shown this once; null for a wrong code.
 */
export async function turnCodesOn(
  db: Db,
  key: DeskKey,
  { accountId, address }: CodeOwnerAt,
  { secret, code }: { readonly secret: string; readonly code: string },
): Promise<string[] | null> {
  const step = stepOfCode({ secret, code, lastStep: null, now: new Date() });
  if (step === null) return null;
  const sealed = seal(key('one-time codes'), Buffer.from(secret), accountId).toString('base64url');
  await keepCodeSecret(db, accountId, sealed, step);
  await audit(db, { action: 'codes-on', accountId, subject: accountId, address });
  return newRecoveryCodes(db, { accountId, address });
}

/** Asks an account for codes no more. */
export async function turnCodesOff(db: Db, { accountId, address }: CodeOwnerAt): Promise<void> {
  await dropCodeSecret(db, accountId);
  await audit(db, { action: 'codes-off', accountId, subject: accountId, address });
}

/** Gives an account new recovery codes, which are shown this once; those before open nothing any more. */
export async function newRecoveryCodes(db: Db, { accountId, address }: CodeOwnerAt): Promise<string[]> {
  const codes = makeRecoveryCodes();
  await replaceRecoveryCodes(db, accountId, codes.map(hashRecoveryCode));
  await audit(db, { action: 'recovery-codes-made', accountId, subject: accountId, address });
  return codes;
}

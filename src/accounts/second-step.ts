import { z } from 'zod';
import type { Db } from '../store/client.ts';
import { findCredential } from '../store/credentials.ts';
import type { DeskKey } from './desk-key.ts';
import { countAttempt } from './limits.ts';
import { takeCode, takeRecoveryCode } from './one-time-codes.ts';
import { issueTicket, readTicket, takeTicket } from './tickets.ts';

/** Somebody who has shown that they know the password, and is asked for a code now. */
export interface SecondStep {
  readonly accountId: string;
  /** How they proved themselves so far. */
  readonly way: string;
  /** The page of the desk to go on with. */
  readonly next: string;
}

const details = z.object({ way: z.string(), next: z.string() });

/** Begins the second step. The token goes into the browser's cookie. */
export async function beginSecondStep(db: Db, { accountId, way, next }: SecondStep): Promise<string> {
  const { token } = await issueTicket(db, 'second-step', { accountId, details: { way, next } });
  return token;
}

/** Who is in their second step; null where it was done, or took too long, and for accounts that were closed meanwhile. */
export async function findSecondStep(db: Db, token: string): Promise<SecondStep | null> {
  const ticket = await readTicket(db, 'second-step', token);
  const credential = ticket?.accountId ? await findCredential(db, ticket.accountId) : null;
  if (!ticket || credential?.closedAt !== null) return null;
  return { accountId: credential.accountId, ...details.parse(ticket.details) };
}

export interface TypedSecondStep {
  readonly token: string;
  readonly kind: 'code' | 'recovery';
  readonly typed: string;
  readonly address: string | undefined;
  /** The hash of the token of a browser in which this account was signed in before. */
  readonly device: string | undefined;
}

export type SecondStepOutcome =
  | { readonly is: 'right'; readonly step: SecondStep }
  | { readonly is: 'wrong' | 'unreadable' | 'over' };

/** Ends the second step with a code. Tries are counted as those of passwords are: throws a TooManyError. */
export async function finishSecondStep(
  db: Db,
  key: DeskKey,
  { token, kind, typed, address, device }: TypedSecondStep,
): Promise<SecondStepOutcome> {
  const step = await findSecondStep(db, token);
  if (!step) return { is: 'over' };
  const succeeded = await countAttempt(db, { name: `code ${step.accountId}`, address, device });
  const is =
    kind === 'code'
      ? await takeCode(db, key, step.accountId, typed)
      : (await takeRecoveryCode(db, step.accountId, typed))
        ? 'right'
        : 'wrong';
  if (is !== 'right') return { is };
  await succeeded();
  const isMine = await db.$transaction((tx) => takeTicket(tx, 'second-step', token));
  return isMine ? { is, step } : { is: 'over' };
}

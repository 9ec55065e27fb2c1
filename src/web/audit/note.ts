import type { Request, Response } from 'express';
import { audit } from '../../accounts/audit.ts';
import type { AuditEntry } from '../../domain/audit.ts';

/** Writes into the log what whoever is signed in has done. One person alone at their own machine needs none. */
export async function noteDeed(
  request: Request,
  response: Response,
  entry: Omit<AuditEntry, 'accountId' | 'address'>,
): Promise<void> {
  const { database, signIn } = response.locals;
  if (!signIn) return;
  await audit(database.db, { ...entry, accountId: signIn.accountId, address: request.ip });
}

import type { Request, Response } from 'express';
import { AUDIT_ACTIONS } from '../../domain/audit.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { may } from '../../domain/permission.ts';
import type { AuditFilter } from '../../store/audit-events.ts';
import { queryOf } from '../fields.ts';
import { viewerOf } from '../viewer.ts';

export interface AuditScope {
  readonly filter: AuditFilter;
  /** The project whose log it is; absent for that of the desk. */
  readonly project?: { readonly slug: string; readonly name: string };
}

/**
 * What of the log somebody reads: of the project that the address names, as its owner; without one all of the desk, as who
 * looks after it. Throws NotFoundError for everybody else, who need not know that there is one.
 */
export function auditScope(request: Request, response: Response): AuditScope {
  const asked = queryOf(request, 'action');
  const action = AUDIT_ACTIONS.find((known) => known === asked);
  if (queryOf(request, 'project') === '' && response.locals.atDesk.isAdmin) return { filter: { action } };
  const { project, member } = viewerOf(request, response);
  if (!may(member, 'changeProject')) throw new NotFoundError();
  return { filter: { projectId: project.id, action }, project };
}

import type { RequestHandler } from 'express';
import { AuditPage } from '../../../views/audit/index.tsx';
import { describeAudit } from '../../actions/describe-audit.ts';
import { t } from '../../messages/language.ts';
import { listAuditRows } from '../../store/audit-events.ts';
import { sendAccountPage } from '../account/send-account-page.tsx';
import { queryOf } from '../fields.ts';
import { auditScope } from './scope.ts';

const PAGE = 100;

/** What was done at the desk, or in a project: who, when, from where. */
export const indexAudit: RequestHandler = async (request, response) => {
  const { filter, project } = auditScope(request, response);
  const { db } = response.locals.database;
  const before = queryOf(request, 'before') || undefined;
  const rows = await listAuditRows(db, filter, { before, take: PAGE + 1 });
  const shown = await describeAudit(db, rows.slice(0, PAGE));
  const next = rows.length > PAGE ? rows[PAGE - 1]?.id : undefined;
  const children = <AuditPage lines={shown} project={project} action={filter.action} next={next} />;
  sendAccountPage(response, { title: t('auditPage.heading'), children });
};

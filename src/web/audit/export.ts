import type { RequestHandler } from 'express';
import { exportAudit as auditFile } from '../../actions/describe-audit.ts';
import { sendDownload } from '../download.ts';
import { queryOf } from '../fields.ts';
import { auditScope } from './scope.ts';

/** The same as CSV, for spreadsheets; `?raw=1` for programs. */
export const exportAudit: RequestHandler = async (request, response) => {
  const { filter, project } = auditScope(request, response);
  await sendDownload(request, response, {
    fileName: `${project?.slug ?? 'desk'}-log.csv`,
    mediaType: 'text/csv; charset=utf-8; header=present',
    chunks: auditFile(response.locals.database.db, filter, queryOf(request, 'raw') === '1'),
  });
};

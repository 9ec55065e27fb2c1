import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { formatNamed } from '../../formats/index.ts';
import { queryOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { exportFields } from './filter.ts';
import { exportScope } from './scope.ts';

/** Leads from the form to the file that it asks for, which has an address of its own. */
export const showExport: RequestHandler = async (request, response) => {
  const format = formatNamed(queryOf(request, 'format'));
  if (!format) throw new NotFoundError('format');
  const raw = queryOf(request, 'raw') === '1' ? [['raw', '1'] as const] : [];
  const fields = [...exportFields(request), ...raw].map(([name, value]) => [name, value]);
  const query = new URLSearchParams(fields).toString();
  const path = `/annotations.${format.key}`;
  const { viewer } = await exportScope(request, response);
  redirect(response, inProject(viewer, query === '' ? path : `${path}?${query}`));
};

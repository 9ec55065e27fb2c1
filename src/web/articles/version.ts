import type { Request } from 'express';
import { InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { fieldsOf, queryOf } from '../fields.ts';

/**
 * The version that the person saw, from the form, or for a bare DELETE from the query.
 * Throws InvalidInputError (field `version`).
 */
export function versionOf(request: Request): number {
  const written = fieldsOf(request).version ?? queryOf(request, 'version');
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new InvalidInputError({ version: t('error.noVersion') });
}

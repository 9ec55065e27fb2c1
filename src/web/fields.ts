import type { Request } from 'express';
import { z } from 'zod';

const bodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

/**
 * What a form sent, one string a field. Of a field that came several times the last counts: the button
 * pressed.
 */
export function fieldsOf(request: Request): Record<string, string | undefined> {
  const entries = Object.entries(bodySchema.parse(request.body ?? {}));
  return Object.fromEntries(entries.map(([name, value]) => [name, storable([value].flat().at(-1))]));
}

/** Every value that a form sent under one name. */
export function allFieldsOf(request: Request, name: string): string[] {
  const value = bodySchema.parse(request.body ?? {})[name];
  return value === undefined ? [] : [value].flat().map(storable);
}

/** One value of the address's query; the empty string where there is none. */
export function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? storable(value) : '';
}

/** A part of the path that the route names. */
export function pathPart(request: Request, name: string): string {
  return storable(z.string().parse(request.params[name]));
}

/** PostgreSQL can neither store U+0000 nor be asked for it, and no text here has one. */
function storable(value: string | undefined = ''): string {
  return value.replaceAll('\u0000', '');
}

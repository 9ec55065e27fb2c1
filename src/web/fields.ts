import type { Request } from 'express';
import { z } from 'zod';

const bodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

/**
 * What a form sent, one string a field. Of a field that came several times the last counts: the button
 * pressed.
 */
export function fieldsOf(request: Request): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(bodyOf(request));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, storable(typeof value === 'string' ? value : value.at(-1))]),
  );
}

/** Every value that a form sent under one name. */
export function allFieldsOf(request: Request, name: string): string[] {
  const value = bodyOf(request)[name];
  return value === undefined ? [] : [value].flat().map(storable);
}

const checked = new WeakMap<object, z.infer<typeof bodySchema>>();

/** A body is checked once, however many look for their field in it. */
function bodyOf({ body }: Request): z.infer<typeof bodySchema> {
  if (typeof body !== 'object' || body === null) return {};
  const known = checked.get(body) ?? bodySchema.parse(body);
  checked.set(body, known);
  return known;
}

/** One value of the address's query; the empty string where there is none. */
export function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? storable(value) : '';
}

/** Every value of the address's query under one name. */
export function queriesOf(request: Request, name: string): string[] {
  const value = request.query[name];
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => (typeof each === 'string' ? storable(each) : []));
}

/** A part of the path that the route names. */
export function pathPart(request: Request, name: string): string {
  return storable(z.string().parse(request.params[name]));
}

/** PostgreSQL can neither store U+0000 nor be asked for it, and no text here has one. */
function storable(value: string | undefined = ''): string {
  return value.replaceAll('\u0000', '');
}

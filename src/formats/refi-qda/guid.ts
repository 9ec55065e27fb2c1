import { parse, v5 } from 'uuid';

/** Keeps what is derived here apart from the identifiers of other programs. */
const NAMESPACE = parse('a3b5ad1c-3d0f-5c6e-9d0b-7b1f6f0c2d41');

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same GUID for the same names in every export (a UUID of version 5, RFC 9562). */
export function derivedGuid(...names: readonly string[]): string {
  return v5(JSON.stringify(names), NAMESPACE);
}

/** An identifier as REFI-QDA asks for it: itself where it is a UUID, else one derived from it. */
export function guidOf(id: string): string {
  return UUID.test(id) ? id : derivedGuid('id', id);
}

/** A GUID of somebody's file in one way of writing: lower case, without braces. */
export function plainGuid(written: string): string {
  return written
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}

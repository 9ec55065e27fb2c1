// What is under way between two requests of one browser, sealed into a cookie: nothing is stored for people who are not
// signed in.

import type { Request, Response } from 'express';
import type { z } from 'zod';
import { deskKeyOf } from '../accounts/desk-key.ts';
import { sealValue, unsealValue } from '../accounts/seal.ts';
import { type CookieName, clearCookie, readCookie, setCookie } from './cookies.ts';

export type FlowName = Extract<CookieName, 'passkey' | 'provider'>;

/** Keeps in the browser where somebody is, for so long, in ms. Another one of its name is forgotten. */
export async function keepFlow(
  response: Response,
  name: FlowName,
  value: Readonly<Record<string, unknown>>,
  time: number,
): Promise<void> {
  const key = await deskKeyOf(response.locals.config);
  const until = new Date(Date.now() + time);
  setCookie(response, name, sealValue(key('flows'), value, { bound: name, until }), time);
}

/** Where somebody is, and forgets it: a flow goes on once. Undefined where there is none, or it took too long. */
export async function takeFlow<Value>(
  request: Request,
  response: Response,
  name: FlowName,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  const sealed = readCookie(request, response, name);
  if (sealed === undefined) return undefined;
  clearCookie(response, name);
  const key = await deskKeyOf(response.locals.config);
  return schema.safeParse(unsealValue(key('flows'), sealed, name, new Date())).data;
}

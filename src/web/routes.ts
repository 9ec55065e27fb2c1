import type { RequestHandler } from 'express';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly handler: RequestHandler;
}

/** Every address of the desk. */
export const routes: readonly Route[] = [
  { method: 'get', path: '/', handler: (_request, response) => void response.send('On Record') },
];

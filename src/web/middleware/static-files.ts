import express, { type RequestHandler } from 'express';

/** The built files; their names hold a hash of their content, so a browser never needs to ask twice. */
export function staticFiles(folder: string): RequestHandler {
  return express.static(folder, {
    index: false,
    redirect: false,
    immutable: true,
    maxAge: '1y',
    fallthrough: false,
  });
}

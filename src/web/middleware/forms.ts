import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import { upload } from './upload.ts';

const FORM_BYTES = 256 * 1024;

/** A code unit takes up to three bytes of UTF-8, and each of these three characters when percent-encoded. */
const BYTES_PER_CODE_UNIT = 9;

/** Reads plain forms into `request.body`. */
export function plainForms(): RequestHandler {
  return express.urlencoded({ extended: false, limit: FORM_BYTES });
}

/** Reads the import form, plain or with an upload, into `request.body` and `request.file`. */
export function importForms(config: Config): (RequestHandler | ErrorRequestHandler)[] {
  const articleBytes = config.maxArticleLength * BYTES_PER_CODE_UNIT + FORM_BYTES;
  return [
    express.urlencoded({ extended: false, limit: articleBytes }),
    ...upload(config, { fieldBytes: articleBytes }),
  ];
}

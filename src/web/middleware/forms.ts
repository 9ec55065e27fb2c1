import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import { upload } from './upload.ts';

const FORM_BYTES = 256 * 1024;

/** A code unit takes up to three bytes of UTF-8, and each of these three characters when percent-encoded. */
const BYTES_PER_CODE_UNIT = 9;

/** Labels of one import that can be chosen for; a codebook of thousands is large already. */
const MAX_LABELS = 10_000;
/** Of a label with its choice, sent. Labels are lines, and few of them long. */
const BYTES_PER_LABEL = 400;

/**
 * Reads plain forms into `request.body`; the one that says what each label of an import becomes may be long.
 */
export function plainForms(): RequestHandler {
  const plain = express.urlencoded({ extended: false, limit: FORM_BYTES });
  const ofLabels = express.urlencoded({
    extended: false,
    limit: FORM_BYTES + MAX_LABELS * BYTES_PER_LABEL,
    parameterLimit: 1000 + 2 * MAX_LABELS,
  });
  return (request, response, next) => {
    const read = /^\/imports\/[^/]+$/.test(request.path) ? ofLabels : plain;
    read(request, response, next);
  };
}

/** Reads the import form, plain or with an upload, into `request.body` and `request.file`. */
export function importForms(config: Config): (RequestHandler | ErrorRequestHandler)[] {
  const articleBytes = config.maxArticleLength * BYTES_PER_CODE_UNIT + FORM_BYTES;
  return [
    express.urlencoded({ extended: false, limit: articleBytes }),
    ...upload(config, { fieldBytes: articleBytes }),
  ];
}

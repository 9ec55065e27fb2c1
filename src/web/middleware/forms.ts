import express, { type RequestHandler } from 'express';
import multer from 'multer';
import type { Config } from '../../config.ts';

const FORM_BYTES = 256 * 1024;

/** A code unit takes up to three bytes of UTF-8, and each of these three characters when percent-encoded. */
const BYTES_PER_CODE_UNIT = 9;

/** Reads plain forms into `request.body`. */
export function plainForms(): RequestHandler {
  return express.urlencoded({ extended: false, limit: FORM_BYTES });
}

/** Reads the import form, plain or with an upload, into `request.body` and `request.file`. */
export function importForms(config: Config): RequestHandler[] {
  const articleBytes = config.maxArticleLength * BYTES_PER_CODE_UNIT;
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: {
      files: 1,
      fileSize: config.maxUploadBytes,
      fieldSize: articleBytes / 3 + FORM_BYTES,
      fields: 50,
      parts: 60,
    },
  });
  return [express.urlencoded({ extended: false, limit: articleBytes + FORM_BYTES }), upload.single('file')];
}

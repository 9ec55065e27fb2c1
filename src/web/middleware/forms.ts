import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import { upload } from './upload.ts';

const FORM_BYTES = 256 * 1024;

/** A code unit takes up to three bytes of UTF-8, and each of these three characters when percent-encoded. */
const BYTES_PER_CODE_UNIT = 9;

/** Forms whose words may be those of a whole article. */
const WITH_WORDS = /^\/(?:articles|annotations)\//;

/** Labels of one import that can be chosen for; a codebook of thousands is large already. */
const MAX_LABELS = 10_000;
/** Of a label with its choice, sent. Labels are lines, and few of them long. */
const BYTES_PER_LABEL = 400;

/**
 * Reads plain forms into `request.body`. Those may be long that say what each label of an import becomes, or send the
 * words that are tagged.
 */
export function plainForms({ maxArticleLength }: Config): RequestHandler {
  const plain = express.urlencoded({ extended: false, limit: FORM_BYTES });
  const ofLabels = express.urlencoded({
    extended: false,
    limit: FORM_BYTES + MAX_LABELS * BYTES_PER_LABEL,
    parameterLimit: 1000 + 2 * MAX_LABELS,
  });
  const ofWords = express.urlencoded({ extended: false, limit: bytesOfArticle(maxArticleLength) });
  return (request, response, next) => {
    if (/^\/imports\/[^/]+$/.test(request.path)) ofLabels(request, response, next);
    else (WITH_WORDS.test(request.path) ? ofWords : plain)(request, response, next);
  };
}

function bytesOfArticle(maxArticleLength: number): number {
  return maxArticleLength * BYTES_PER_CODE_UNIT + FORM_BYTES;
}

/** Reads the import form, plain or with an upload, into `request.body` and `request.file`. */
export function importForms(config: Config): (RequestHandler | ErrorRequestHandler)[] {
  const articleBytes = bytesOfArticle(config.maxArticleLength);
  return [
    express.urlencoded({ extended: false, limit: articleBytes }),
    ...upload(config, { fieldBytes: articleBytes }),
  ];
}

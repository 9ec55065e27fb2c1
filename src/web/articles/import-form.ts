import type { Request, Response } from 'express';
import { type ArticleSource, readArticle, shownContent } from '../../actions/read-article.ts';
import {
  ARTICLE_DETAILS,
  type DetailFields,
  type DetailName,
  toFields,
} from '../../domain/article-details.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';

/** What the import form shows, first of all and again. */
export interface ImportForm {
  readonly text: string;
  /** The details' fields. */
  readonly values: DetailFields;
  /** What was read from the text into them; a field that says something else was changed by hand. */
  readonly read: DetailFields;
  readonly problems: Readonly<Record<string, string>>;
}

/** The form before anything is typed. */
export const EMPTY_FORM: ImportForm = { text: '', values: toFields({}), read: toFields({}), problems: {} };

/** The article that the form sent. Throws InvalidInputError (field `file`) for an upload that cannot be taken. */
export function sentArticle(request: Request, response: Response): ArticleSource {
  const { file } = request;
  const { maxUploadBytes } = response.locals.config;
  const { text = '' } = fieldsOf(request);
  const given = givenDetails(detailFields(request, ''), detailFields(request, 'read_'));
  if (!file) return { content: text, given };
  if (file.size > maxUploadBytes) {
    const most = maxUploadBytes.toLocaleString('en');
    throw new InvalidInputError({ file: `This file is too large: at most ${most} bytes can be uploaded.` });
  }
  if (text.trim()) {
    throw new InvalidInputError({ file: 'There is a text above as well: clear it, or choose no file.' });
  }
  return { content: file.buffer, given };
}

/** The form as it was sent, to be shown again with what is wrong. A file that could be read stands there as text. */
export function refusedForm(request: Request, { fields: problems }: InvalidInputError): ImportForm {
  const { text = '' } = fieldsOf(request);
  const fromFile = request.file && !problems.file ? shownContent(request.file.buffer) : '';
  const [values, read] = [detailFields(request, ''), detailFields(request, 'read_')];
  return { text: text || fromFile, values, read, problems };
}

/** The form with the details read from its text, but for those changed by hand. Throws as `readArticle` does. */
export function checkedForm(source: ArticleSource, limit: number): ImportForm {
  const read = toFields(readArticle({ ...source, given: {} }, limit).details);
  const values = { ...read, ...source.given };
  return { text: shownContent(source.content), values, read, problems: {} };
}

function detailFields(request: Request, prefix: string): DetailFields {
  const fields = fieldsOf(request);
  return toFields(
    Object.fromEntries(ARTICLE_DETAILS.map(({ name }) => [name, fields[`${prefix}${name}`] ?? ''])),
  );
}

function givenDetails(values: DetailFields, read: DetailFields): Partial<Record<DetailName, string>> {
  const changed = ARTICLE_DETAILS.filter(({ name }) => values[name].trim() !== read[name]);
  return Object.fromEntries(changed.map(({ name }) => [name, values[name]]));
}

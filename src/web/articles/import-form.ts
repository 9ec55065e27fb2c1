import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { PreviewedArticle } from '../../../views/articles/_preview.tsx';
import { IMPORT_WAYS, type ImportWay } from '../../../views/articles/new.tsx';
import {
  ARTICLE_DETAILS,
  type DetailFields,
  type DetailName,
  toFields,
} from '../../domain/article-details.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import {
  type ArticleContent,
  type ArticleSource,
  type ReadArticle,
  readArticle,
  shownContent,
} from '../../import/articles/read.ts';
import {
  type Encoding,
  encodingNamed,
  type FoundInFile,
  KNOWN_ENCODINGS,
  readKeptSource,
  readOneFile,
  type TextReading,
} from '../../import/articles/source.ts';
import { t } from '../../messages/language.ts';
import type { NewSource } from '../../store/sources.ts';
import { fieldsOf } from '../fields.ts';
import { holdsMany, type SentFile, sentFiles } from '../middleware/upload.ts';
import { viewerOf } from '../viewer.ts';

/** What the import form shows, first of all and again. */
export interface ImportForm {
  readonly way: ImportWay;
  /** The web address to fetch. */
  readonly address: string;
  readonly text: string;
  /** Whether the whole text is the article: nothing at its top says what it is. */
  readonly isWhole: boolean;
  /** The details' fields. */
  readonly values: DetailFields;
  /** What was read from the text into them; a field that says something else was changed by hand. */
  readonly read: DetailFields;
  /** What is kept of the file or page that the text was read from, until it is imported. */
  readonly source?: ShownSource | null;
  /** How the letters were read, where that is a guess, and how else they may be. */
  readonly reading?: ShownReading | undefined;
  /** The article as it was read; null where there is none yet. */
  readonly preview: PreviewedArticle | null;
  readonly problems: Readonly<Record<string, string>>;
}

/** A way of reading letters as the form shows it. */
export interface ShownReading extends TextReading {
  /** The bytes that a choice is made for: the kept source, or the SHA-256 of a file that comes again with the form. */
  readonly of: string;
  /** Every encoding that may be chosen. */
  readonly known: readonly Encoding[];
}

/** A kept source as the form shows it. */
export interface ShownSource {
  readonly id: string;
  readonly name: string | null;
  readonly url: string | null;
}

/** The form before anything is typed. */
export const EMPTY_FORM: ImportForm = {
  way: 'paste',
  address: '',
  text: '',
  isWhole: false,
  preview: null,
  problems: {},
  values: toFields({}),
  read: toFields({}),
};

/**
 * An article that the form sent, with what it was read from: to be kept, or the id under which it is kept.
 */
export interface SentArticle extends ArticleSource {
  readonly field: 'text' | 'file';
  readonly source: NewSource | string | null;
  /** How its letters were read, where that is a guess. */
  readonly reading?: ShownReading | undefined;
}

/** What the form sent: an article, or files of many with nothing said about any of them. */
export type SentImport = { readonly article: SentArticle } | { readonly files: readonly SentFile[] };

/**
 * Reads what the form sent: it does not know how many files are chosen in it. Throws InvalidInputError (field
 * `file`) for uploads that cannot be taken.
 */
export async function readSent(request: Request, response: Response): Promise<SentImport> {
  const [file, ...others] = filesOf(request);
  if (others.length > 0 || (file && holdsMany(file.name))) return { files: manyFilesOf(request) };
  const given = givenDetails(request);
  if (!file) return { article: await typedArticle(request, response, given) };
  const of = fingerprint(file.bytes);
  const sent = { ...file, encoding: chosenEncoding(request, of) };
  const { found, source } = await readOneFile(sent, response.locals.config.maxArticleLength);
  return { article: { field: 'file', content: found, given, source, reading: shown(found, of) } };
}

function shown({ reading }: FoundInFile['found'], of: string): ShownReading | undefined {
  return reading && { ...reading, of, known: KNOWN_ENCODINGS };
}

/** By this a choice of encoding is known to be for the same file. */
function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The encoding that the form chose for these bytes, or for all files; a choice for others does not count. */
function chosenEncoding(request: Request, of: string): Encoding | undefined {
  const { encoding, encoding_of, files_encoding } = fieldsOf(request);
  return encodingNamed(encoding_of === of ? encoding : files_encoding);
}

/**
 * The files of many articles that the form sent. Throws InvalidInputError (field `file`) where it speaks of
 * one article.
 */
export function manyFilesOf(request: Request): readonly SentFile[] {
  const files = filesOf(request);
  if (files.length === 0) throw new InvalidInputError({ file: t('importing.chooseFile') });
  if (Object.values(givenDetails(request)).every((value) => value.trim() === '')) return files;
  throw new InvalidInputError({
    file: t('importing.detailsOfOne'),
  });
}

function filesOf(request: Request): readonly SentFile[] {
  const files = sentFiles(request);
  if (files.length === 0 || !fieldsOf(request).text?.trim()) return files;
  throw new InvalidInputError({ file: t('importing.textAndFile') });
}

/**
 * The text of the form; where it was read from a source whose top says nothing of it, it is all article. A source for
 * which another encoding is chosen is read anew, and takes the place of the text.
 */
async function typedArticle(
  request: Request,
  response: Response,
  given: SentArticle['given'],
): Promise<SentArticle> {
  const { text = '', source = '', whole, encoding, encoding_of: of = '', read_encoding } = fieldsOf(request);
  const typed = typedContent(text, source !== '' && whole === '1');
  const found = of === '' ? null : await foundAgain(request, response, of);
  const isChosen = encoding !== undefined && encoding !== read_encoding;
  const content = found && isChosen ? found : typed;
  return {
    field: 'text',
    content,
    given,
    source: source || null,
    reading: found ? shown(found, of) : undefined,
  };
}

function foundAgain(
  request: Request,
  response: Response,
  source: string,
): Promise<FoundInFile['found'] | null> {
  const { config, database } = response.locals;
  const { member } = viewerOf(request, response);
  const encoding = chosenEncoding(request, source);
  return readKeptSource(database.db, member, source, { encoding, limit: config.maxArticleLength });
}

function typedContent(text: string, isWhole: boolean): ArticleContent {
  return isWhole ? { text, details: {}, hasFrontMatter: false } : text;
}

/**
 * The form with an article in it: its text, and the details read from it but for those given by hand. Where
 * the file comes again with the form it will tell all of them again; the text alone may not, and the rest is
 * then as if given by hand. Throws as `readArticle` does.
 */
export function filledForm(
  { content, given }: ArticleSource,
  limit: number,
  comesAgain: 'text' | 'file' = 'text',
): ImportForm {
  const text = shownContent(content);
  const isWhole = isFound(content) && !content.hasFrontMatter;
  const article = readArticle({ content, given: {} }, limit);
  const found = toFields(article.details);
  const isAllThere = comesAgain === 'file' || !isFound(content);
  const read = isAllThere ? found : detailsIn(typedContent(text, isWhole), limit);
  const values = { ...found, ...given };
  const preview = previewOf(article, values);
  return { way: 'paste', address: '', text, isWhole, read, values, preview, problems: {} };
}

/** Most blocks and UTF-16 code units that a preview shows. */
const MAX_BLOCKS = 30;
const MAX_UNITS = 4000;

function previewOf({ text, structure }: ReadArticle, values: DetailFields): PreviewedArticle {
  const { title, byline, publication, published } = values;
  const end = structure.blocks.findIndex(({ end }, at) => at >= MAX_BLOCKS || end > MAX_UNITS);
  const shown = end < 0 ? structure.blocks : structure.blocks.slice(0, Math.max(1, end));
  return {
    ...{ title, byline, publication, published },
    sentences: structure.sentences.length,
    blocks: shown.map(({ kind, start, end }) => ({
      kind,
      text: text.slice(start, Math.min(end, MAX_UNITS)),
    })),
    isCut: end >= 0,
  };
}

function detailsIn(content: ArticleContent, limit: number): DetailFields {
  return toFields(readArticle({ content, given: {} }, limit).details);
}

function isFound(content: ArticleContent): content is FoundInFile['found'] {
  return typeof content === 'object' && 'hasFrontMatter' in content;
}

/** The form as it was sent, to be shown again with what is wrong. */
export function refusedForm(request: Request, { fields: problems }: InvalidInputError): ImportForm {
  const { text = '', address = '', whole } = fieldsOf(request);
  const [values, read] = [detailFields(request, ''), detailFields(request, 'read_')];
  const way = wayOf(fieldsOf(request).way, 'file' in problems ? 'upload' : 'paste');
  return { way, address, text, isWhole: whole === '1', values, read, preview: null, problems };
}

/** How an article comes in, by its name. */
export function wayOf(name: string | undefined, otherwise: ImportWay): ImportWay {
  return IMPORT_WAYS.find((way) => way === name) ?? otherwise;
}

/**
 * The details that the form has in its fields, or had from the text: those with `read_` before their names.
 */
export function detailFields(request: Request, prefix: '' | 'read_'): DetailFields {
  const fields = fieldsOf(request);
  return toFields(
    Object.fromEntries(ARTICLE_DETAILS.map(({ name }) => [name, fields[`${prefix}${name}`] ?? ''])),
  );
}

function givenDetails(request: Request): Partial<Record<DetailName, string>> {
  const [values, read] = [detailFields(request, ''), detailFields(request, 'read_')];
  const changed = ARTICLE_DETAILS.filter(({ name }) => values[name].trim() !== read[name]);
  return Object.fromEntries(changed.map(({ name }) => [name, values[name]]));
}

/** What a `Content-Type` header says; both parts are lower-case, empty where it says nothing. */
export interface ContentType {
  readonly mediaType: string;
  readonly charset: string;
}

const TOKEN = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** Reads a `Content-Type` header. What is not written as it should be counts as nothing. */
export function readContentType(header: string): ContentType {
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return { mediaType: TOKEN.test(type) ? type : '', charset: charset?.replaceAll(/["']/g, '') ?? '' };
}

/** What an article can be read from. Of a file whose server does not know what it is the bytes tell later. */
export const READABLE_TYPES: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
  '',
];

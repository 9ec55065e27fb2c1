/** One part of a message that has no parts of its own. */
export interface MimePart {
  /** Lower-case: `text/html`. */
  readonly type: string;
  /** As the part names it; empty where it does not. */
  readonly charset: string;
  readonly isFlowed: boolean;
  readonly isAttached: boolean;
  /** Where the part was fetched from, in an archive of a page. */
  readonly location: string | undefined;
  readonly bytes: Uint8Array;
}

export type Headers = ReadonlyMap<string, string>;

/** Messages nest forwarded ones; these are more than anybody forwards. */
const MAX_DEPTH = 10;
const MAX_PARTS = 2000;
const MAX_HEADER = 200_000;

/** The headers at the beginning of a message, by their names in lower case, and what follows them. */
export function splitHeaders(message: string): { headers: Headers; body: string } {
  const end = /\r?\n\r?\n/.exec(message.slice(0, MAX_HEADER));
  const head = message.slice(0, end?.index ?? MAX_HEADER).replaceAll(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const [, name, value] = /^([\w-]{1,100}):\s*(.*)$/.exec(line) ?? [];
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), (value ?? '').trim());
  }
  return { headers, body: end ? message.slice(end.index + end[0].length) : '' };
}

/** The parts of a message with content, in order. `message` has a character a byte. Takes linear time. */
export function partsOf(message: string, depth = 0): MimePart[] {
  const { headers, body } = splitHeaders(message);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /^multipart\//i.test(type) ? parameterOf(type, 'boundary') : undefined;
  if (boundary) {
    return depth < MAX_DEPTH ? piecesOf(body, boundary).flatMap((piece) => partsOf(piece, depth + 1)) : [];
  }
  const bytes = decoded(body, headers.get('content-transfer-encoding') ?? '');
  const kind = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (kind === 'message/rfc822') return depth < MAX_DEPTH ? partsOf(body, depth + 1) : [];
  return [
    {
      type: kind,
      charset: parameterOf(type, 'charset') ?? '',
      isFlowed: /\bformat\s*=\s*"?flowed/i.test(type),
      isAttached: /^attachment/i.test(headers.get('content-disposition') ?? ''),
      location: headers.get('content-location'),
      bytes,
    },
  ];
}

function piecesOf(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1, MAX_PARTS);
  const last = pieces.findIndex((piece) => piece.startsWith('--'));
  return (last < 0 ? pieces : pieces.slice(0, last)).map((piece) =>
    piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''),
  );
}

function parameterOf(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,200})"|([^\\s;]{1,200}))`, 'i').exec(header);
  return found?.[1] ?? found?.[2];
}

function decoded(body: string, encoding: string): Uint8Array {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64');
  return Buffer.from(/^quoted-printable$/i.test(encoding) ? quotedPrintable(body) : body, 'latin1');
}

function quotedPrintable(body: string): string {
  return body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A header as people read it: encoded words (RFC 2047) become their letters. */
export function headerWords(value: string): string {
  const joined = value.replaceAll(/(\?=)\s+(?==\?)/g, '$1');
  return joined.replaceAll(
    /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,1000})\?=/gi,
    (whole, charset: string, way: string, word: string) => {
      const isBase64 = way.toLowerCase() === 'b';
      const bytes = isBase64
        ? Buffer.from(word, 'base64')
        : Buffer.from(quotedPrintable(word.replaceAll('_', ' ')), 'latin1');
      return wordsIn(bytes, charset) ?? whole;
    },
  );
}

/** Bytes in a named encoding; undefined where there is none of that name. */
export function wordsIn(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

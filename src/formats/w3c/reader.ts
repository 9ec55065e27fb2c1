import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingFile } from '../incoming.ts';
import { groupBySource } from '../reading/documents.ts';
import { readJson } from '../reading/read-json.ts';
import { findAnnotations } from './find-annotations.ts';
import { readAnnotation } from './read-annotation.ts';

/** Bytes in which a file shows what it is. */
const HEAD = 64 * 1024;

/** Reads files of the Web Annotation Data Model in JSON-LD: our own, and those of other tools. */
export const w3cReader: AnnotationReader = {
  key: 'w3c',
  get name() {
    return t('readerName.webAnnotation');
  },
  recognises: ({ bytes }) => namesContext(bytes) || namesType(bytes),
  read: async function* (file) {
    yield* groupBySource(annotationsOf(file));
  },
};

function* annotationsOf(file: IncomingFile) {
  const root = readJson(file.bytes);
  if (typeof root !== 'object' || root === null) {
    throw new UnreadableFileError(t('file.w3cNone'));
  }
  for (const found of findAnnotations(root, file.bytes.length)) {
    if ('reason' in found) yield found;
    else yield* readAnnotation(found);
  }
}

/** A quotation mark inside of a text would be escaped, so these can only be whole values or keys. */
const CONTEXTS = [
  '"http://www.w3.org/ns/anno.jsonld"',
  '"http://www.w3.org/ns/oa.jsonld"',
  '"http://www.w3.org/ns/oa#"',
];

function namesContext(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = bytes;
  const file = Buffer.from(buffer, byteOffset, byteLength);
  return startsJson(headOf(bytes)) && CONTEXTS.some((context) => file.includes(context));
}

/** Fragments of annotation files go about without their context. */
function namesType(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return (
    startsJson(head) && /"@?type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:oa:)?Annotation(?:Page|Collection)?"/.test(head)
  );
}

function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder().decode(head);
}

function startsJson(head: string): boolean {
  return /^[\s\uFEFF]{0,1000}[[{]/.test(head);
}

import { isUtf8 } from 'node:buffer';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { measureTags } from '../reading/measure-tags.ts';

/** In bytes. A book of a thousand pages has a tenth of it. */
const MAX_LENGTH = 30_000_000;

/**
 * The text of one part of a document. Throws UnreadableFileError for what no Word writes and what is made to
 * harm: a document type with its entities, elements nested without end, another encoding than UTF-8. Takes
 * linear time.
 */
export function checkXml(bytes: Uint8Array): string {
  if (bytes.length > MAX_LENGTH) throw tooMuch();
  if (!isUtf8(bytes)) throw new UnreadableFileError(t('file.wordUnlike'));
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableFileError(t('file.wordEntities'));
  checkTags(xml);
  return xml;
}

/** A document of a thousand pages has a quarter of it. Each fourth takes a second to read. */
const MAX_TAGS = 400_000;
/** Tables inside of tables come to some tens. */
const MAX_DEPTH = 400;
/** Closing tags and instructions are a name and little else. */
const MAX_OTHER_LENGTH = 1000;
/** Marks of fields, three for each. Reading a field takes time for each field that it stands in. */
const MAX_FIELD_MARKS = 20_000;

/** Throws UnreadableFileError for a part whose tags are made to wear a parser out. */
function checkTags(xml: string): void {
  const found = measureTags(xml);
  if (!found) throw new UnreadableFileError(t('file.wordBroken'));
  if (found.deepest > MAX_DEPTH || found.longestOther > MAX_OTHER_LENGTH) {
    throw new UnreadableFileError(t('file.wordNested'));
  }
  if (found.count > MAX_TAGS || (xml.match(/fldChar[\s/>]/g)?.length ?? 0) > MAX_FIELD_MARKS) throw tooMuch();
}

/** For a document that is too large to be one article. */
export function tooMuch(): UnreadableFileError {
  return new UnreadableFileError(t('file.wordTooMuch'));
}

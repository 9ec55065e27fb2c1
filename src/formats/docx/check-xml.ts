import { isUtf8 } from 'node:buffer';
import { UnreadableFileError } from '../../domain/errors.ts';
import { measureTags } from '../reading/measure-tags.ts';

/** In bytes. A book of a thousand pages has a tenth of it. */
const MAX_LENGTH = 30_000_000;

/**
 * The text of one part of a document. Throws UnreadableFileError for what no Word writes and what is made to harm: a
 * document type with its entities, elements nested without end, another encoding than UTF-8. Takes linear time.
 */
export function checkXml(bytes: Uint8Array): string {
  if (bytes.length > MAX_LENGTH) throw tooMuch();
  if (!isUtf8(bytes))
    throw new UnreadableFileError(
      'This Word file is not written as Word writes: save it anew in Word as .docx.',
    );
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new UnreadableFileError(
      'This Word file declares XML entities, as no Word does: save it anew in Word as .docx.',
    );
  checkTags(xml);
  return xml;
}

/** A document of a thousand pages has a quarter of it. Each fourth takes a second to read. */
const MAX_TAGS = 400_000;
/** Tables inside of tables come to some tens. */
const MAX_DEPTH = 400;
/** Closing tags and instructions are a name and little else. */
const MAX_OTHER_LENGTH = 1000;
/** Marks of fields, three to each: what is read of a field takes as long as there are fields that it stands in. */
const MAX_FIELD_MARKS = 20_000;

/** Throws UnreadableFileError for a part whose tags are made to wear a parser out. */
function checkTags(xml: string): void {
  const found = measureTags(xml);
  if (!found) throw new UnreadableFileError('This Word file is broken: save it anew in Word as .docx.');
  if (found.deepest > MAX_DEPTH || found.longestOther > MAX_OTHER_LENGTH) {
    throw new UnreadableFileError(
      'This Word file nests its parts without end: save it anew in Word as .docx.',
    );
  }
  if (found.count > MAX_TAGS || (xml.match(/fldChar[\s/>]/g)?.length ?? 0) > MAX_FIELD_MARKS) throw tooMuch();
}

/** For a document that is too large to be one article. */
export function tooMuch(): UnreadableFileError {
  return new UnreadableFileError(
    'This Word file holds far more than an article: paste the words of the article.',
  );
}

import { isUtf8 } from 'node:buffer';
import { UnreadableFileError } from '../incoming.ts';

/** In bytes. A book of a thousand pages has a tenth of it. */
const LONGEST = 30_000_000;
/** Tables inside of tables come to some tens. */
const DEEPEST = 400;

/**
 * The text of one part of a document. Throws UnreadableFileError for what no Word writes and what is made to harm: a
 * document type with its entities, elements nested without end, another encoding than UTF-8. Takes linear time.
 */
export function checkXml(bytes: Uint8Array): string {
  if (bytes.length > LONGEST)
    throw new UnreadableFileError(
      'This Word file holds far more than an article: paste the words of the article.',
    );
  if (!isUtf8(bytes))
    throw new UnreadableFileError(
      'This Word file is not written as Word writes: save it anew in Word as .docx.',
    );
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new UnreadableFileError(
      'This Word file declares XML entities, as no Word does: save it anew in Word as .docx.',
    );
  if (depthOf(xml) > DEEPEST)
    throw new UnreadableFileError(
      'This Word file nests its parts without end: save it anew in Word as .docx.',
    );
  return xml;
}

/** How deep the elements of a part nest; tags inside of comments and CDATA count, which Word does not write. */
function depthOf(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '?' && next !== '!' && !isSelfClosing(xml, at)) deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

function isSelfClosing(xml: string, at: number): boolean {
  return xml[xml.indexOf('>', at) - 1] === '/';
}

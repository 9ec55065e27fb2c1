import type { IncomingFile } from './incoming.ts';

const LOCAL_HEADER = 0x04034b50;
const END_OF_EMPTY = 0x06054b50;
const HEADER_LENGTH = 30;

/** What stands first in a document that is packed as a zip: Word, Excel and PowerPoint, OpenDocument, EPUB. */
const PART_OF_DOCUMENT =
  /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/|ppt\/|customXml\/|mimetype|META-INF\/)/;
const NAME_OF_DOCUMENT =
  /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|odt|ott|ods|odp|epub|jar|apk|pages|numbers|key)$/i;

/** Whether a file is a zip of files, and no document that is packed as one. Looks at its first entry alone. */
export function isArchive({ name, bytes }: IncomingFile): boolean {
  if (bytes.length < 4 || NAME_OF_DOCUMENT.test(name)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = view.getUint32(0, true);
  if (mark === END_OF_EMPTY) return true;
  return mark === LOCAL_HEADER && !PART_OF_DOCUMENT.test(firstName(view));
}

function firstName(view: DataView): string {
  if (view.byteLength < HEADER_LENGTH) return '';
  const length = Math.min(view.getUint16(26, true), view.byteLength - HEADER_LENGTH);
  return Buffer.from(view.buffer, view.byteOffset + HEADER_LENGTH, length).toString('latin1');
}

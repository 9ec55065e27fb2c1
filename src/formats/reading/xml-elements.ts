import { Parser } from 'htmlparser2';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';

/** An element of a flat XML file; names as they are written, with their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** How many elements it stands in. */
  readonly depth: number;
}

/** No file of the kind nests deeper. */
const MAX_DEPTH = 100;

/**
 * Hands the elements of an XML file in UTF-8 to `take`, in their order, without keeping them; `words` are those that
 * stand right inside of it before the next tag. Time is linear in the length. Throws UnreadableFileError for a document
 * type, which could define entities, and for what breaks off.
 */
export function readXmlElements(
  bytes: Uint8Array,
  take: { element(element: XmlElement): void; words?(words: string): void },
): void {
  const open: string[] = [];
  let hasEnded = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MAX_DEPTH) throw new UnreadableFileError(t('file.xmlBroken'));
        take.element({ name, attributes, depth: open.length });
        open.push(name);
      },
      ontext: (words) => take.words?.(words),
      onclosetag(name) {
        if (hasEnded || open.pop() !== name) throw new UnreadableFileError(t('file.xmlBroken'));
      },
      onprocessinginstruction(name) {
        if (/^!doctype/i.test(name)) throw new UnreadableFileError(t('file.xmlDoctype'));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(decoded(bytes));
  // What is still open then is closed by the parser itself.
  hasEnded = true;
  parser.end();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFileError(t('file.xmlBroken'), { cause });
  }
}

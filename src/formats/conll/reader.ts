import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile } from '../incoming.ts';
import { isSpanTag, spansOfTags, type TaggedToken } from '../reading/tag-spans.ts';

/** Reads CoNLL files: a word in a line, its tag (IOB, IOBES, BILOU) in the last column, a blank line between sentences. */
export const conllReader: AnnotationReader = {
  key: 'conll',
  get name() {
    return t('readerName.conll');
  },
  recognises: ({ bytes }) => isConll(bytes),
  read,
};

/** Bytes in which a file shows what it is. */
const HEAD = 64 * 1024;
/** Of so many words at least one must be in a span, and nearly all must have a tag. */
const LOOKED_AT = 400;

function isConll(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString();
  if (head.includes('\0')) return false;
  const rows = head
    .split(/\r?\n/)
    .slice(0, LOOKED_AT + 1)
    .filter((line) => columnsOf(line).length > 0);
  // The last line may have been cut off.
  const whole = bytes.length > HEAD ? rows.slice(0, -1) : rows;
  const tagged = whole.filter(
    (line) => columnsOf(line).length > 1 && isSpanTag(columnsOf(line).at(-1) ?? ''),
  );
  // Prose may have a word that looks like a tag; its lines are not all of one width.
  const widths = new Set(tagged.map((line) => columnsOf(line).length));
  if (widths.size !== 1) return false;
  const inSpans = tagged.filter((line) => columnsOf(line).at(-1) !== 'O');
  return inSpans.length > 0 && tagged.length > 1 && tagged.length >= 0.9 * whole.length;
}

async function* read({ bytes }: IncomingFile): AsyncGenerator<IncomingDocument> {
  const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  let article = new ArticleOfWords();
  let number = 0;
  for (const line of lines) {
    if (!/^-DOCSTART-/.test(line)) article.add(line);
    else {
      if (article.hasWords) yield article.document(++number);
      article = new ArticleOfWords();
    }
  }
  if (article.hasWords) yield article.document(++number);
}

/** The columns of a line; none where it is blank or says something about the file. */
function columnsOf(line: string): string[] {
  if (line.trim() === '' || /^-DOCSTART-|^#\s*\w+\s*=|^#begin|^#end/.test(line)) return [];
  return line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : line.trim().split(/ +/);
}

/** An article as it is put together: words parted by spaces, sentences by line ends. */
class ArticleOfWords {
  readonly #words: TaggedToken[] = [];
  #text = '';
  #endsSentence = false;

  get hasWords(): boolean {
    return this.#words.length > 0;
  }

  add(line: string): void {
    const columns = columnsOf(line);
    if (columns.length === 0) {
      this.#endsSentence ||= line.trim() === '' && this.hasWords;
      return;
    }
    const [word = ''] = columns;
    if (this.#text !== '') this.#text += this.#endsSentence ? '\n' : ' ';
    // A span does not go on into the next sentence.
    if (this.#endsSentence) this.#words.push({ start: this.#text.length, end: this.#text.length, tag: 'O' });
    this.#endsSentence = false;
    const start = this.#text.length;
    this.#text += word;
    this.#words.push({
      start,
      end: this.#text.length,
      tag: columns.length > 1 ? (columns.at(-1) ?? 'O') : 'O',
    });
  }

  document(number: number): IncomingDocument {
    const place = t('place.document', { number: String(number) });
    return {
      place,
      text: this.#text,
      details: {},
      annotations: spansOfTags(this.#words).map(({ label, start, end }, index) => ({
        place: t('place.spanIn', { place, number: String(index + 1) }),
        label,
        anchors: [{ offsets: { start, end, unit: 'utf16' }, words: this.#text.slice(start, end) }],
        attributes: {},
      })),
    };
  }
}

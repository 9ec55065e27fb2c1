import { foldLine } from '../reading/page/visible-words.ts';

/** A control word with its number, a control sign, a letter by its byte, a brace, or plain letters. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gis;

/** Groups whose content is no words of the text. */
const DROPPED = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote ' +
    'annotation atnid atnauthor atndate xe tc listtable listoverridetable revtbl rsidtbl generator themedata ' +
    'colorschememapping datastore latentstyles fldinst bkmkstart bkmkend shppict nonshppict listtext pntext filetbl ' +
    'private xmlnstbl mmathPr wgrffmtfilter'
  ).split(' '),
);

const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  line: '\n',
};

/** What Windows calls a code page, as the Encoding Standard does. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};
/** What a font says its letters are. */
const CHARSETS: Readonly<Record<string, string>> = {
  77: '10000',
  128: '932',
  129: '949',
  134: '936',
  136: '950',
  161: '1253',
  162: '1254',
  163: '1258',
  177: '1255',
  178: '1256',
  186: '1257',
  204: '1251',
  222: '874',
  238: '1250',
};

/** What holds inside of one group. */
interface Group {
  readonly isDropped: boolean;
  readonly isHidden: boolean;
  /** How many letters stand for a letter of Unicode where that cannot be shown. */
  readonly fallback: number;
  readonly codePage: string;
}

/** Deeper than any program nests its groups. */
const MAX_DEPTH = 2000;

/** The paragraphs of a text in RTF, each as its lines. Letters are the file's bytes. Takes linear time. */
export function rtfParagraphs(rtf: string): string[][] {
  const reading = new RtfReading();
  for (const [, word, number, byte, sign, brace, plain] of rtf.matchAll(TOKEN)) {
    if (word !== undefined) reading.word(word, number);
    else if (byte !== undefined) reading.byte(Number.parseInt(byte, 16));
    else if (sign !== undefined) reading.sign(sign);
    else if (brace !== undefined) reading.brace(brace);
    else reading.plain(plain ?? '');
  }
  return reading.paragraphs();
}

class RtfReading {
  #group: Group = { isDropped: false, isHidden: false, fallback: 1, codePage: '1252' };
  readonly #outer: Group[] = [];
  readonly #found: string[][] = [];
  readonly #charsets = new Map<string, string>();
  #font = '';
  #text = '';
  #bytes: number[] = [];
  #skips = 0;
  #isOptional = false;
  #defaultPage = '1252';

  word(word: string, number: string | undefined): void {
    if (this.#isOptional || DROPPED.has(word)) this.#readDestination(word, number);
    else if (word === 'u') this.#addUnicode(Number(number));
    else if (word === 'par' || word === 'sect' || word === 'page' || word === 'row') this.#endParagraph();
    else if (word === 'cell' || word === 'nestcell') this.#add(' | ');
    else if (SIGNS[word]) this.#add(SIGNS[word]);
    else this.#readSetting(word, number);
    this.#isOptional = false;
  }

  byte(code: number): void {
    if (this.#skips > 0) this.#skips -= 1;
    else if (!this.#isLeftOut()) this.#bytes.push(code);
  }

  sign(sign: string): void {
    if (sign === '*') this.#isOptional = true;
    else if (sign === '~') this.#add(' ');
    else if (sign === '_') this.#add('\u2011');
    else if (sign === '\n' || sign === '\r') this.#endParagraph();
    else if ('{}\\'.includes(sign)) this.#add(sign);
  }

  brace(brace: string): void {
    this.#flush();
    this.#skips = 0;
    if (brace === '{' && this.#outer.length < MAX_DEPTH) this.#outer.push(this.#group);
    else if (brace === '}') this.#group = this.#outer.pop() ?? this.#group;
  }

  plain(letters: string): void {
    const words = letters.replaceAll(/[\r\n]/g, '');
    const skipped = Math.min(this.#skips, words.length);
    this.#skips -= skipped;
    if (this.#isLeftOut()) return;
    for (let at = skipped; at < words.length; at++) this.#bytes.push(words.charCodeAt(at));
  }

  paragraphs(): string[][] {
    this.#endParagraph();
    return this.#found;
  }

  #isLeftOut(): boolean {
    return this.#group.isDropped || this.#group.isHidden;
  }

  #add(words: string): void {
    if (this.#isLeftOut()) return;
    this.#flush();
    this.#text += words;
  }

  #addUnicode(code: number): void {
    this.#add(String.fromCharCode(code & 0xffff));
    this.#skips = this.#group.fallback;
  }

  #readDestination(word: string, number: string | undefined): void {
    this.#flush();
    if (word === 'fonttbl') this.#font = '';
    // The one destination whose content is the text of its field.
    if (word === 'fldrslt') return;
    this.#group = { ...this.#group, isDropped: true };
    if (number) this.#readSetting(word, number);
  }

  #readSetting(word: string, number: string | undefined): void {
    this.#flush();
    const isOn = number !== '0';
    if (word === 'ansicpg' && number) {
      this.#defaultPage = number;
      this.#usePage(number);
    } else if (word === 'uc') this.#group = { ...this.#group, fallback: Math.min(10, Number(number ?? 1)) };
    else if (word === 'v' || word === 'deleted') this.#group = { ...this.#group, isHidden: isOn };
    else if (word === 'f' && number) this.#chooseFont(number);
    else if (word === 'fcharset' && number) this.#charsets.set(this.#font, CHARSETS[number] ?? '');
    else if (word === 'plain') this.#group = { ...this.#group, isHidden: false };
  }

  #chooseFont(number: string): void {
    this.#font = number;
    this.#usePage(this.#charsets.get(number) || this.#defaultPage);
  }

  #usePage(codePage: string): void {
    this.#group = { ...this.#group, codePage };
  }

  /** Letters of several bytes stand one by one. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const { codePage } = this.#group;
    this.#text += decoderOf(codePage).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
  }

  #endParagraph(): void {
    if (this.#isLeftOut()) return;
    this.#flush();
    const lines = this.#text.split('\n').map((line) =>
      foldLine(line)
        .replace(/^(?:\| ?)+|(?: ?\|)+$/g, '')
        .trim(),
    );
    this.#found.push(lines.filter((line) => line !== ''));
    this.#text = '';
  }
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(codePage: string): TextDecoder {
  const known = decoders.get(codePage);
  if (known) return known;
  const name = CODE_PAGES[codePage] ?? (/^125[0-8]$/.test(codePage) ? `windows-${codePage}` : 'windows-1252');
  const decoder = new TextDecoder(name);
  decoders.set(codePage, decoder);
  return decoder;
}

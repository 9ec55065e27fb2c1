/** Words on a page: where they begin, from the page's left and top edge, in points. */
export interface PdfWords {
  /** In Latin-1; U+0001 draws the ligature fi, U+0002 fl. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Courier, every letter of which is 0.6 of its size wide, or the same in bold. */
  readonly font?: 'plain' | 'bold';
  /** Quarter turns counter-clockwise. */
  readonly turn?: number;
}

export interface PdfOptions {
  readonly title?: string;
  readonly author?: string;
  /** Says that the file is encrypted by a password. */
  readonly isLocked?: boolean;
}

export const PAGE_WIDTH = 612;
export const PAGE_HEIGHT = 792;

/**
 * The smallest PDF that shows these words: pages of a letter's size, fonts that every reader knows, nothing
 * packed.
 */
export function writePdf(pages: readonly (readonly PdfWords[])[], options: PdfOptions = {}): Uint8Array {
  const kids = pages.map((_, at) => `${6 + 2 * at} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    fontNamed('Courier'),
    fontNamed('Courier-Bold'),
    `<< /Title (${escaped(options.title ?? '')}) /Author (${escaped(options.author ?? '')}) >>`,
    ...pages.flatMap((words, at) => [pageWith(7 + 2 * at), streamOf(words)]),
    ...(options.isLocked ? [LOCK] : []),
  ];
  return assembled(objects, options.isLocked ? objects.length : undefined);
}

function fontNamed(name: string): string {
  const encoding = '<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi 2 /fl] >>';
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding ${encoding} >>`;
}

function pageWith(contents: number): string {
  const box = `/MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]`;
  return `<< /Type /Page /Parent 2 0 R ${box} /Resources << /Font << /plain 3 0 R /bold 4 0 R >> >> /Contents ${contents} 0 R >>`;
}

const TURNS = ['1 0 0 1', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0'];

function streamOf(words: readonly PdfWords[]): string {
  const drawn = words.map(({ text, x, y, size = 10, font = 'plain', turn = 0 }) => {
    const matrix = `${TURNS[turn]} ${x} ${PAGE_HEIGHT - y}`;
    return `BT /${font} ${size} Tf ${matrix} Tm (${escaped(text)}) Tj ET`;
  });
  const content = drawn.join('\n');
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\()]/g, '\\$&');
}

/** The standard security handler with keys that no password of ours opens. */
const LOCK = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;

function assembled(objects: readonly string[], lock: number | undefined): Uint8Array {
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = lock === undefined ? '' : ` /Encrypt ${lock} 0 R /ID [<00> <00>]`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R${encrypt} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of a column, one below the other. */
export function column(
  lines: readonly string[],
  place: { readonly x: number; readonly y: number; readonly size?: number; readonly leading?: number },
): PdfWords[] {
  const { x, y, size = 10, leading = 12 } = place;
  return lines.map((text, at) => ({ text, x, y: y + at * leading, size }));
}

/** Words wrapped to lines of at most so many characters, as a program without hyphenation does it. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

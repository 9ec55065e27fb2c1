import { isSpace } from './line-runs.ts';
import { isDigit, isWordCharacter } from './nearby-words.ts';

const STOPS = '.．';
const ELLIPSIS = '…';
const CALLS = '!?‼⁇⁈⁉؟';
/** Full stops of scripts that put no space after them, or have no capitals to look for. */
const FULL_STOPS = '。！？｡۔।॥։።';
const ALL_MARKS = STOPS + ELLIPSIS + CALLS + FULL_STOPS;
const QUOTE_CLOSERS = '"\'”’»“‘›」』`';
/** Closing brackets, which cling to a mark before them. */
export const BRACKET_CLOSERS = ')]}）】》〉';

/** A sentence-final mark with all that clings to it: "?!", "...", ".”", ".)", ".[3]". */
export interface Mark {
  /** Offset of the first mark. */
  readonly at: number;
  /** Where the marks alone end. */
  readonly marksEnd: number;
  /** Where closing quotes, brackets and note numbers end too. */
  readonly end: number;
  readonly kind: 'stop' | 'call' | 'ellipsis' | 'full';
  readonly closesQuote: boolean;
}

/** Reads the mark that begins at `at`, in a sentence that begins at `start`. */
export function readMark(run: string, at: number, start: number): Mark {
  let marksEnd = at;
  let end = at;
  let kind: Mark['kind'] = 'stop';
  let closesQuote = false;
  for (;;) {
    const from = end;
    end = skipMarks(run, end);
    if (end === from) break;
    marksEnd = end;
    kind = kindOf(run.slice(from, Math.min(end, from + 8)), kind);
    const closed = skipClosers(run, end, start);
    closesQuote ||= closesQuoteIn(run.slice(end, Math.min(closed, end + 8)));
    end = closed;
  }
  return { at, marksEnd, end: skipNotes(run, at, end), kind, closesQuote };
}

function kindOf(marks: string, before: Mark['kind']): Mark['kind'] {
  let kind: Mark['kind'] = before === 'call' ? 'call' : marks.length > 1 ? 'ellipsis' : 'stop';
  for (const mark of marks) {
    if (FULL_STOPS.includes(mark)) return 'full';
    if (CALLS.includes(mark)) kind = 'call';
    else if (ELLIPSIS.includes(mark) && kind === 'stop') kind = 'ellipsis';
  }
  return kind;
}

/** Past marks, and past the spaced ones of ". . ." and "! ! !", but not past the dot of ".50" or ".NET". */
function skipMarks(run: string, from: number): number {
  let at = from;
  for (;;) {
    if (at < run.length && ALL_MARKS.includes(run.charAt(at))) at++;
    else if (at > from && (isSpacedDot(run, at) || isSpacedRepeat(run, at))) at += 2;
    else return at;
  }
}

function isSpacedDot(run: string, at: number): boolean {
  return isSpace(run.charCodeAt(at)) && run[at + 1] === '.' && !isWordCharacter(run.charAt(at + 2));
}

function isSpacedRepeat(run: string, at: number): boolean {
  const mark = run.charAt(at + 1);
  return isSpace(run.charCodeAt(at)) && mark !== '' && '!?…'.includes(mark) && mark === run[at - 1];
}

function closesQuoteIn(closers: string): boolean {
  return [...closers].some((character) => QUOTE_CLOSERS.includes(character));
}

/**
 * Past closing quotes and brackets, and past the space of French " »". A straight quote with a word right
 * behind it closes only what is open.
 */
function skipClosers(run: string, from: number, start: number): number {
  let at = isSpace(run.charCodeAt(from)) && run[from + 1] === '»' ? from + 1 : from;
  for (; at < run.length; at++) {
    const character = run.charAt(at);
    if (!QUOTE_CLOSERS.includes(character) && !BRACKET_CLOSERS.includes(character) && !isStress(run, at))
      break;
    const beforeWord = isWordCharacter(run.charAt(at + 1));
    if (beforeWord && /["“‘]/.test(character) && (character !== '"' || !quoteIsOpen(run, start, from))) break;
  }
  return at;
}

/** The marks that close bold or slanted words: "**in May.** The next". */
function isStress(run: string, at: number): boolean {
  const character = run.charAt(at);
  return (character === '*' || character === '_') && /^[*_]{1,3}(?:[\s"”’)]|$)/u.test(run.slice(at, at + 4));
}

/**
 * Whether an odd number of straight quotes stands between two offsets (in the last 200 code units of them).
 */
function quoteIsOpen(run: string, start: number, end: number): boolean {
  let open = false;
  for (let at = Math.max(start, end - 200); at < end; at++) if (run[at] === '"') open = !open;
  return open;
}

/** Raised figures and letters with commas between them, as marks of footnotes are: "in May.¹,²". */
const RAISED_NOTES = /^[¹²³⁰⁴-⁹ªº\u1d43-\u1dbfⁱⁿ](?:,?[¹²³⁰⁴-⁹ªº\u1d43-\u1dbfⁱⁿ]){0,8}(?=\s|$)/u;

/** Past note numbers: "martyr.[1][2]", "a consultation.11", "in May.¹". */
function skipNotes(run: string, at: number, end: number): number {
  const next = run.charAt(end);
  if (next > '\u00a9') return end + (RAISED_NOTES.exec(run.slice(end, end + 24))?.[0].length ?? 0);
  if (next !== ' ' && next !== '[' && !isDigit(next)) return end;
  const ahead = run.slice(end, end + 24);
  const brackets = /^(?: ?\[\d{1,3}\]){1,4}/.exec(ahead);
  if (brackets) return end + brackets[0].length;
  const bare = end === at + 1 && /[a-z)]/.test(run.charAt(at - 1)) ? /^\d{1,3}(?=\s)/.exec(ahead) : null;
  return bare ? end + bare[0].length : end;
}

import {
  AFTER_CLOCK,
  BEFORE_FIGURES,
  CLOCK_AND_ERA,
  CLOSING,
  COMPANIES,
  CONNECTORS,
  DEGREES,
  EXCLAIMED_NAMES,
  LABELLED_BY_LETTER,
  NAME_PARTICLES,
  OFFICES,
  OPEN,
  PLURAL_OPENERS,
  PREFIXES,
  STARTERS,
  STATES,
  UNIT_AFTER_FIGURE,
} from './abbreviations.ts';
import { isAttributionAt } from './attribution.ts';
import { isSpace } from './line-runs.ts';
import { isItemLabel } from './list-markers.ts';

const STOPS = '.．';
const ELLIPSIS = '…';
const CALLS = '!?‼⁇⁈⁉؟';
/** Full stops of scripts that put no space after them, or have no capitals to look for. */
const FULL_STOPS = '。！？｡۔।॥։።';
const ALL_MARKS = STOPS + ELLIPSIS + CALLS + FULL_STOPS;
const QUOTE_CLOSERS = '"\'”’»“‘›」』`';
const BRACKET_CLOSERS = ')]}）】》〉';
const OPENERS = '"\'“‘„‚«‹([' + '{「『（¿¡*_`';
const NEVER_FIRST = ',;:)]}»”%/';
/** Longest look back for a word: no abbreviation is longer, and an endless word costs no more. */
const LONGEST_WORD = 30;

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

/** Past marks, and past the spaced dots of ". . .", but not past the dot of ".50" or ".NET". */
function skipMarks(run: string, from: number): number {
  let at = from;
  for (;;) {
    if (at < run.length && ALL_MARKS.includes(run.charAt(at))) at++;
    else if (at > from && isSpacedDot(run, at)) at += 2;
    else return at;
  }
}

function isSpacedDot(run: string, at: number): boolean {
  return isSpace(run.charCodeAt(at)) && run[at + 1] === '.' && !isWordCharacter(run.charAt(at + 2));
}

function closesQuoteIn(closers: string): boolean {
  return [...closers].some((character) => QUOTE_CLOSERS.includes(character));
}

/** Past closing quotes and brackets, and past the space of French " »". A straight quote with a word right behind it closes only what is open. */
function skipClosers(run: string, from: number, start: number): number {
  let at = isSpace(run.charCodeAt(from)) && run[from + 1] === '»' ? from + 1 : from;
  for (; at < run.length; at++) {
    const character = run.charAt(at);
    if (!QUOTE_CLOSERS.includes(character) && !BRACKET_CLOSERS.includes(character)) break;
    const beforeWord = isWordCharacter(run.charAt(at + 1));
    if (beforeWord && /["“‘]/.test(character) && (character !== '"' || !quoteIsOpen(run, start, from))) break;
  }
  return at;
}

/** Whether an odd number of straight quotes stands between two offsets (in the last 200 code units of them). */
function quoteIsOpen(run: string, start: number, end: number): boolean {
  let open = false;
  for (let at = Math.max(start, end - 200); at < end; at++) if (run[at] === '"') open = !open;
  return open;
}

/** Past note numbers: "martyr.[1][2]", "a consultation.11". */
function skipNotes(run: string, at: number, end: number): number {
  const next = run.charAt(end);
  if (next !== ' ' && next !== '[' && !isDigit(next)) return end;
  const ahead = run.slice(end, end + 24);
  const brackets = /^(?: ?\[\d{1,3}\]){1,4}/.exec(ahead);
  if (brackets) return end + brackets[0].length;
  const bare = end === at + 1 && /[a-z)]/.test(run.charAt(at - 1)) ? /^\d{1,3}(?=\s)/.exec(ahead) : null;
  return bare ? end + bare[0].length : end;
}

/** Where the sentence that begins at `start` ends, if the mark ends it. */
export function endsSentence(run: string, mark: Mark, start: number): number | undefined {
  const next = skipSpace(run, mark.end);
  if (next >= run.length) return undefined;
  if (mark.kind === 'full')
    return mark.closesQuote && /^[とっ]/.test(run.slice(next, next + 1)) ? undefined : mark.end;
  if (next === mark.end) return endsWithoutSpace(run, mark) ? mark.end : undefined;
  const character = run.charAt(next);
  if (NEVER_FIRST.includes(character) || isRemark(run, mark) || isSignature(run, next)) return undefined;
  const head = skipOpeners(run, next);
  const context = { run, mark, start, next, head, lead: leadAt(run, head) };
  return endsBefore(context) ? endOf(context) : undefined;
}

interface Context {
  readonly run: string;
  readonly mark: Mark;
  /** Where the sentence begins. */
  readonly start: number;
  /** What follows, with its opening quotes and brackets. */
  readonly next: number;
  /** The first word that follows. */
  readonly head: number;
  readonly lead: Lead;
}

function endsBefore(context: Context): boolean {
  if (context.lead === 'lower') return endsBeforeLower(context);
  if (context.mark.closesQuote && isAttribution(context)) return false;
  if (context.mark.kind === 'call') return !isExclaimedName(context);
  return context.mark.kind === 'ellipsis' ? ellipsisEnds(context) : stopEnds(context);
}

/** "the thing is ... I forget": the pronoun is no sign of a new sentence. */
function ellipsisEnds({ run, mark, head }: Context): boolean {
  return !(
    mark.end === mark.marksEnd &&
    isSpace(run.charCodeAt(mark.at - 1)) &&
    /^I(?:['’]\w+)?$/.test(wordAt(run, head))
  );
}

/** "The end. . . . The next" leaves the omission to the sentence it opens. */
function endOf({ run, mark }: Context): number {
  const omission = mark.kind === 'ellipsis' && /^\. \. \. \.$/.test(run.slice(mark.at, mark.end));
  return omission && isWordCharacter(run.charAt(mark.at - 1)) ? mark.at + 1 : mark.end;
}

/** A writer who starts sentences in lower case ends them before lower case too. */
function endsBeforeLower({ run, mark, start }: Context): boolean {
  if (mark.closesQuote || mark.kind === 'ellipsis' || mark.end !== mark.marksEnd) return false;
  if (leadAt(run, skipOpeners(run, skipSpace(run, start))) !== 'lower') return false;
  if (mark.kind === 'call') return true;
  const word = wordBefore(run, mark.at, start);
  return !(isAbbreviation(word) || (isItemLabel(word) && isFirstWord(run, start, mark.at, word)));
}

function isAttribution({ run, mark, head, next }: Context): boolean {
  return head === next && isAttributionAt(run, head, mark.kind === 'call');
}

/** "(!)", "(?)", and an omission that closes a quotation, "[...]”". */
function isRemark(run: string, mark: Mark): boolean {
  if (!/[([]/.test(run.charAt(mark.at - 1)) || !BRACKET_CLOSERS.includes(run.charAt(mark.marksEnd) || ' '))
    return false;
  return mark.kind !== 'ellipsis' || mark.closesQuote;
}

/** "… for ever.” – Ana Ruiz": a dash and a name, up to the end, sign what stands before. */
function isSignature(run: string, next: number): boolean {
  return (
    run.length - next < 60 &&
    /^[-–—]{1,2} ?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}$/u.test(run.slice(next))
  );
}

function isExclaimedName({ run, mark, start, head }: Context): boolean {
  if (mark.end !== mark.at + 1 || run[mark.at] !== '!') return false;
  return EXCLAIMED_NAMES.has(wordBefore(run, mark.at, start)) && !opensSentence(run, head);
}

/** Sentences run together: "the end.The next". Not "example.Com", "v2.Beta" or a web address. */
function endsWithoutSpace(run: string, mark: Mark): boolean {
  const before = run.slice(Math.max(0, mark.at - LONGEST_WORD), mark.at);
  const after = run.slice(mark.end, mark.end + LONGEST_WORD);
  if (!/(?:\p{Ll}{2}|\d\d|[%)\]”"])$/u.test(before) || !/^["“‘(]?\p{Lu}(?:\p{Ll}|['’ ])/u.test(after))
    return false;
  if (/(?:@|\/|www|=)\S*$/.test(before) || /^\w+(?:[@/=]|\.\w)/.test(after)) return false;
  return (
    !/^(?:Com|Net|Org|Js|Gov|Edu|Inc)\b/.test(after) &&
    !/^\S*\.\S*$/.test(before.slice(before.lastIndexOf(' ') + 1))
  );
}

// ---------------------------------------------------------------- a single full stop

function stopEnds(context: Context): boolean {
  const { run, mark, start, lead } = context;
  const written = wordBefore(run, mark.at, start);
  if (written === '') return true;
  if (isItemLabel(written) && isFirstWord(run, start, mark.at, written)) return false;
  const word = isAllCapitals(context, written) ? capitalized(written) : written;
  if (lead === 'digit') return endsBeforeFigure(context, word);
  if (PREFIXES.has(word)) return isStreet(context, word) && opensSentence(run, context.head);
  if (CONNECTORS.has(word)) return false;
  if (UNIT_AFTER_FIGURE.has(word) || CLOSING.has(word)) return true;
  if (isSingleLetter(word)) return letterEnds(context, word);
  if (isClockOrEra(word)) return clockEnds(context);
  return isOpen(word) ? abbreviationEnds(context, word) : true;
}

/** "No. 4", "Inc. 40 years", "Sgt. 1st Class": the figure goes on. So does the next unit of "5 ft. 6 in." */
function endsBeforeFigure({ run, head }: Context, word: string): boolean {
  if (BEFORE_FIGURES.has(word) || CONNECTORS.has(word) || PREFIXES.has(word)) return false;
  if (isOpen(word) || isSingleLetter(word)) return false;
  return !(
    UNIT_AFTER_FIGURE.has(word) &&
    /^[\d.]{1,5} ?(?:in|oz|ft|lb|yd|min|sec)\b/.test(run.slice(head, head + 12))
  );
}

/** "GEN. ORTIZ", "NO. 4": an abbreviation in a line of capitals. */
function isAllCapitals({ run, head, lead }: Context, word: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(word) && (lead === 'digit' || /^\p{Lu}{2}/u.test(run.slice(head, head + 4)));
}

function capitalized(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function isOpen(word: string): boolean {
  return OPEN.has(word) || COMPANIES.has(word) || STATES.has(word) || isDotted(word);
}

/** Whether a word may carry a full stop inside a sentence. */
function isAbbreviation(word: string): boolean {
  return (
    [PREFIXES, CONNECTORS, BEFORE_FIGURES, OPEN, COMPANIES, STATES, CLOSING].some((set) => set.has(word)) ||
    isDotted(word) ||
    word.length < 2
  );
}

/** "U.S", "Ph.D", "S.p.A": letters with full stops between. */
function isDotted(word: string): boolean {
  return /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word);
}

function isSingleLetter(word: string): boolean {
  return /^\p{Lu}$/u.test(word);
}

function isClockOrEra(word: string): boolean {
  return word.includes('.') && CLOCK_AND_ERA.has(word.replaceAll('.', ''));
}

function isFirstWord(run: string, start: number, at: number, word: string): boolean {
  const from = run.slice(start, start + 8).search(/[^\s(•⁃‣◦▪]/);
  return start + from + word.length >= at;
}

/** "St." before a name is a saint; after a name or an ordinal it is a street. */
function isStreet({ run, mark }: Context, word: string): boolean {
  return (
    word === 'St' &&
    /(?:\p{Lu}\p{Ll}+|\d(?:st|nd|rd|th)) St$/u.test(run.slice(Math.max(0, mark.at - 20), mark.at))
  );
}

/** One capital letter: an initial ("Mary K. Olsen"), a label ("Plan B. The") or the pronoun ("you and I. Did"). */
function letterEnds({ run, mark, start, head }: Context, word: string): boolean {
  const previous = wordBefore(run, skipSpaceBack(run, mark.at - 1), start);
  if (word === 'I' && /^\p{Ll}/u.test(previous)) return true;
  if (LABELLED_BY_LETTER.has(previous)) return true;
  return opensSentence(run, head);
}

/** "at 6 p.m. Monday" goes on; so does "At 5 a.m. Ms. Hale …", where the time opens the sentence. */
function clockEnds(context: Context): boolean {
  const { run, mark, start, head } = context;
  const word = wordAt(run, head);
  if (AFTER_CLOCK.has(word)) return false;
  if (STARTERS.has(word)) return true;
  return (
    mark.at - start > 45 ||
    !/^\s*(?:At|By|On|In|Around|About|Since|Until|After|Before|From|Shortly|Just)\s/.test(
      run.slice(start, mark.at),
    )
  );
}

/** An abbreviation that may stand anywhere: the words on both sides decide. */
function abbreviationEnds(context: Context, word: string): boolean {
  const { run, mark, head, next } = context;
  if (head > next) return '"“«„\''.includes(run.charAt(next)) && context.lead === 'upper';
  if (/^(?:Mr|Ms|Mrs|Dr)\. /.test(run.slice(head, head + 5)) || opensSentence(run, head)) return true;
  const before = run.slice(Math.max(context.start, mark.at - word.length - 2), mark.at - word.length);
  if (DEGREES.has(word)) return /\p{Ll} $/u.test(before);
  if (STATES.has(word))
    return before === ', ' && mark.end === mark.marksEnd && !PREFIXES.has(wordAt(run, head));
  return COMPANIES.has(word) && opensAfterCompany(run, head);
}

/** "Acme Inc. Profits rose": a capital word before a lower-case one, unless it is a person's office. */
function opensAfterCompany(run: string, head: number): boolean {
  const word = wordAt(run, head);
  if (OFFICES.has(word) || !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  return leadAt(run, skipSpace(run, head + word.length)) === 'lower';
}

/** Whether a capital word opens a sentence rather than going on with a name. */
function opensSentence(run: string, head: number): boolean {
  const word = wordAt(run, head);
  if (STARTERS.has(word)) return true;
  return PLURAL_OPENERS.has(word) && leadAt(run, skipSpace(run, head + word.length)) === 'lower';
}

// ---------------------------------------------------------------- words and characters

type Lead = 'lower' | 'upper' | 'digit' | 'other';

/** The kind of word at an offset. "iPhone" and "al-Qaeda" count as capital, and so does "de" before a capital. */
function leadAt(run: string, at: number): Lead {
  const lead = caseOf(String.fromCodePoint(run.codePointAt(at) ?? 32));
  if (lead !== 'lower') return lead;
  const ahead = run.slice(at, at + LONGEST_WORD);
  if (/^\p{Ll}{1,3}[-’']?\p{Lu}/u.test(ahead)) return 'upper';
  const [word = '', following = ''] = ahead.split(' ', 2);
  return NAME_PARTICLES.has(word) && /^\p{Lu}/u.test(following) ? 'upper' : 'lower';
}

function caseOf(character: string): Lead {
  if (isDigit(character)) return 'digit';
  if (character >= 'a' && character <= 'z') return 'lower';
  if (character >= 'A' && character <= 'Z') return 'upper';
  if (character <= '\x7f') return 'other';
  if (/\p{Nd}/u.test(character)) return 'digit';
  if (/\p{Lu}|\p{Lt}/u.test(character)) return 'upper';
  return /\p{Ll}/u.test(character) ? 'lower' : 'other';
}

/** The word that ends at an offset, without what it is hyphenated or bracketed to: "Calif" of "(R-Calif". */
function wordBefore(run: string, end: number, start: number): string {
  const stretch = run.slice(Math.max(start, end - LONGEST_WORD), end);
  return /[^\s()[\]{}"“”«»„—–\-/,;•⁃‣◦▪]*$/.exec(stretch)?.[0].replace(/^['‘’]+/, '') ?? '';
}

function wordAt(run: string, start: number): string {
  return /^[^\s.,;:!?()"“”]*/.exec(run.slice(start, start + LONGEST_WORD))?.[0] ?? '';
}

function isWordCharacter(character: string): boolean {
  return character > '\x7f' ? /[\p{L}\p{N}]/u.test(character) : /[a-zA-Z0-9]/.test(character);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function skipSpace(run: string, from: number): number {
  let at = from;
  while (at < run.length && isSpace(run.charCodeAt(at))) at++;
  return at;
}

function skipSpaceBack(run: string, from: number): number {
  let at = from;
  while (at > 0 && isSpace(run.charCodeAt(at - 1))) at--;
  return at;
}

function skipOpeners(run: string, from: number): number {
  let at = from;
  while (at < run.length && OPENERS.includes(run.charAt(at))) at++;
  return at;
}

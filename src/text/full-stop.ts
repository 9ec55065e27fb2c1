import {
  AFTER_CLOCK,
  BEFORE_FIGURES,
  CLOCK_AND_ERA,
  CLOSING,
  COMPANIES,
  CONNECTORS,
  DEGREES,
  LABELLED_BY_LETTER,
  OFFICES,
  OPEN,
  PLURAL_OPENERS,
  PREFIXES,
  STARTERS,
  STATES,
  UNIT_AFTER_FIGURE,
} from './abbreviations.ts';
import { isItemLabel } from './list-markers.ts';
import { type Lead, leadAt, skipSpace, skipSpaceBack, wordAt, wordBefore } from './nearby-words.ts';
import type { Mark } from './sentence-mark.ts';

/** A mark with what stands around it. */
export interface Surroundings {
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

/** Whether a single full stop before a capital, a figure or an uncased letter ends its sentence. */
export function stopEnds(context: Surroundings): boolean {
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
function endsBeforeFigure({ run, head }: Surroundings, word: string): boolean {
  if (BEFORE_FIGURES.has(word) || CONNECTORS.has(word) || PREFIXES.has(word)) return false;
  if (isOpen(word) || isSingleLetter(word)) return false;
  return !(
    UNIT_AFTER_FIGURE.has(word) &&
    /^[\d.]{1,5} ?(?:in|oz|ft|lb|yd|min|sec)\b/.test(run.slice(head, head + 12))
  );
}

/** "GEN. ORTIZ", "NO. 4": an abbreviation in a line of capitals. */
function isAllCapitals({ run, head, lead }: Surroundings, word: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(word) && (lead === 'digit' || /^\p{Lu}{2}/u.test(run.slice(head, head + 4)));
}

function capitalized(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function isOpen(word: string): boolean {
  return OPEN.has(word) || COMPANIES.has(word) || STATES.has(word) || isDotted(word);
}

/** Whether a word may carry a full stop inside a sentence. */
export function isAbbreviation(word: string): boolean {
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

/** Whether the word before the mark is the first of its sentence. */
export function isFirstWord(run: string, start: number, at: number, word: string): boolean {
  const from = run.slice(start, start + 8).search(/[^\s(•⁃‣◦▪]/);
  return start + from + word.length >= at;
}

/** "St." before a name is a saint; after a name or an ordinal it is a street. */
function isStreet({ run, mark }: Surroundings, word: string): boolean {
  return (
    word === 'St' &&
    /(?:\p{Lu}\p{Ll}+|\d(?:st|nd|rd|th)) St$/u.test(run.slice(Math.max(0, mark.at - 20), mark.at))
  );
}

/** One capital: an initial ("Mary K. Olsen"), a label ("Plan B. The"), a pronoun ("you and I. Did"). */
function letterEnds({ run, mark, start, head }: Surroundings, word: string): boolean {
  const previous = wordBefore(run, skipSpaceBack(run, mark.at - 1), start);
  if (word === 'I' && /^\p{Ll}/u.test(previous)) return true;
  if (LABELLED_BY_LETTER.has(previous)) return true;
  return opensSentence(run, head);
}

/** "at 6 p.m. Monday" goes on; so does "At 5 a.m. Ms. Hale …", where the time opens the sentence. */
function clockEnds(context: Surroundings): boolean {
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
function abbreviationEnds(context: Surroundings, word: string): boolean {
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
export function opensSentence(run: string, head: number): boolean {
  const word = wordAt(run, head);
  if (STARTERS.has(word)) return true;
  return PLURAL_OPENERS.has(word) && leadAt(run, skipSpace(run, head + word.length)) === 'lower';
}

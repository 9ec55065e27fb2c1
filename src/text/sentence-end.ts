import { EXCLAIMED_NAMES } from './abbreviations.ts';
import { isAttributionAt } from './attribution.ts';
import { staysInside } from './foreign-stops.ts';
import { isAbbreviation, isFirstWord, opensSentence, type Surroundings, stopEnds } from './full-stop.ts';
import { isSpace } from './line-runs.ts';
import { isItemLabel } from './list-markers.ts';
import {
  isWordCharacter,
  leadAt,
  MAX_WORD_LENGTH,
  skipOpeners,
  skipSpace,
  wordAt,
  wordBefore,
} from './nearby-words.ts';
import { BRACKET_CLOSERS, type Mark } from './sentence-mark.ts';

const NEVER_FIRST = ',;:)]}»”%/';

/** Where the sentence that begins at `start` ends, if the mark ends it. */
export function endsSentence(run: string, mark: Mark, start: number, code?: string): number | undefined {
  const next = skipSpace(run, mark.end);
  if (next >= run.length) return undefined;
  if (mark.kind === 'full')
    return mark.closesQuote && /^[とっ]/.test(run.slice(next, next + 1)) ? undefined : mark.end;
  if (next === mark.end) return endsWithoutSpace(run, mark) ? mark.end : undefined;
  const character = run.charAt(next);
  if (NEVER_FIRST.includes(character) || isRemark(run, mark) || isSignature(run, next)) return undefined;
  const head = skipOpeners(run, next);
  const context = { run, mark, start, next, head, lead: leadAt(run, head) };
  if (
    code !== undefined &&
    mark.kind === 'stop' &&
    staysInside(code, wordBefore(run, mark.at, start), wordAt(run, head))
  )
    return undefined;
  return endsBefore(context) ? endOf(context) : undefined;
}

function endsBefore(context: Surroundings): boolean {
  if (context.lead === 'lower') return endsBeforeLower(context);
  if (context.mark.closesQuote && isAttribution(context)) return false;
  if (context.mark.kind === 'call') return !isExclaimedName(context) && !isInTitle(context);
  return context.mark.kind === 'ellipsis' ? ellipsisEnds(context) : stopEnds(context);
}

/** "the thing is ... I forget": the pronoun is no sign of a new sentence. */
function ellipsisEnds({ run, mark, start, head }: Surroundings): boolean {
  if (isStutter(wordBefore(run, mark.at, start), wordAt(run, head))) return false;
  return !(
    mark.end === mark.marksEnd &&
    isSpace(run.charCodeAt(mark.at - 1)) &&
    /^I(?:['’]\w+)?$/.test(wordAt(run, head))
  );
}

/** "I… I do not", "Wh… What": the word is begun again. */
function isStutter(before: string, next: string): boolean {
  const [first, again] = [before.toLowerCase(), next.toLowerCase()];
  return (
    first !== '' && first.length < 6 && (first === again || (first.length < 4 && again.startsWith(first)))
  );
}

/** How long the name of a song or a show may be. */
const LONGEST_TITLE = 60;

/** 'Her hit "Gone! Gone! Gone!" reached': quoted inside a clause that goes on behind the marks. */
function isInTitle({ run, mark, start }: Surroundings): boolean {
  if (mark.closesQuote) return false;
  const before = run.slice(Math.max(start, mark.at - LONGEST_TITLE), mark.at);
  const opening = Math.max(before.lastIndexOf('"'), before.lastIndexOf('“'), before.lastIndexOf('‘'));
  if (opening < 2 || !/[\p{Ll}] $/u.test(before.slice(0, opening))) return false;
  const behind = run.slice(mark.end, mark.end + LONGEST_TITLE);
  return /^[^"“”‘’.]*[!?]["”’] \p{Ll}/u.test(behind);
}

/** "The end. . . . The next" leaves the omission to the sentence it opens. */
function endOf({ run, mark }: Surroundings): number {
  const omission = mark.kind === 'ellipsis' && /^\. \. \. \.$/.test(run.slice(mark.at, mark.end));
  return omission && isWordCharacter(run.charAt(mark.at - 1)) ? mark.at + 1 : mark.end;
}

/** A writer who starts sentences in lower case ends them before lower case too. */
function endsBeforeLower({ run, mark, start }: Surroundings): boolean {
  if (mark.closesQuote || mark.kind === 'ellipsis' || mark.end !== mark.marksEnd) return false;
  if (leadAt(run, skipOpeners(run, skipSpace(run, start))) !== 'lower') return false;
  if (mark.kind === 'call') return true;
  const word = wordBefore(run, mark.at, start);
  return !(isAbbreviation(word) || (isItemLabel(word) && isFirstWord(run, start, mark.at, word)));
}

function isAttribution({ run, mark, head, next }: Surroundings): boolean {
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
    run.length - next < 120 &&
    /^[-–—]{1,2} ?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}(?:, [^.!?]{2,80})?$/u.test(run.slice(next))
  );
}

function isExclaimedName({ run, mark, start, head }: Surroundings): boolean {
  if (mark.end !== mark.at + 1 || run[mark.at] !== '!') return false;
  return EXCLAIMED_NAMES.has(wordBefore(run, mark.at, start)) && !opensSentence(run, head);
}

/** Sentences run together: "the end.The next". Not "example.Com", "v2.Beta" or a web address. */
function endsWithoutSpace(run: string, mark: Mark): boolean {
  const before = run.slice(Math.max(0, mark.at - MAX_WORD_LENGTH), mark.at);
  const after = run.slice(mark.end, mark.end + MAX_WORD_LENGTH);
  if (!/(?:\p{Ll}{2}|\d\d|[%)\]”"])$/u.test(before) || !/^["“‘(]?\p{Lu}(?:\p{Ll}|['’ ])/u.test(after))
    return false;
  if (/(?:@|\/|www|=)\S*$/.test(before) || /^\w+(?:[@/=]|\.\w)/.test(after)) return false;
  return (
    !/^(?:Com|Net|Org|Js|Gov|Edu|Inc)\b/.test(after) &&
    !/^\S*\.\S*$/.test(before.slice(before.lastIndexOf(' ') + 1).replace(/^[^\p{L}]*%$/u, ''))
  );
}

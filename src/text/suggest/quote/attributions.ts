import { skipAdverbials, skipTime } from './adverbials.ts';
import { type Complement, FURTHEST, readComplement } from './complements.ts';
import { type Cue, cueOf } from './cues.ts';
import { ADVERB, AUXILIARY, CONJUNCTION, PREPOSITION, RELATIVE, VERB } from './lexicon.ts';
import { nounPhraseAfter, type Range, subjectBefore } from './noun-phrases.ts';
import type { Statement } from './paragraphs.ts';
import { type Token, WHOLE } from './tokens.ts';
import { readVerbGroup, type VerbGroup } from './verb-groups.ts';

/** One cue with its speaker and what it reports, as token indices of the paragraph. */
export interface Attribution {
  readonly cue: Range;
  readonly subject: Range | undefined;
  /** What is reported, in order: one range, or two around the cue. */
  readonly contents: readonly Range[];
  /** From the first token that belongs to the attribution to the last. */
  readonly extent: Range;
  readonly lemma: string;
  /** Speech proper, rather than belief or attitude. */
  readonly speech: boolean;
  /** A name and a colon: "Jones: We will go." */
  readonly label: boolean;
}

/** A cue with its verb group in a statement, before its subject and content are known. */
interface Site {
  readonly tokens: readonly Token[];
  readonly statement: Statement;
  readonly at: number;
  readonly cue: Cue;
  readonly group: VerbGroup;
  /** No subject or content starts before this token: an earlier attribution ends there. */
  readonly floor: number;
  readonly earlier: readonly Attribution[];
}

/** The attributions of one statement, by the place of their cues. */
export function findAttributions(tokens: readonly Token[], statement: Statement): Attribution[] {
  const found: Attribution[] = [];
  const label = readLabel(tokens, statement);
  if (label) found.push(label);
  for (let at = label ? label.extent.to : statement.from; at < statement.to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const next =
      token.word === 'according'
        ? readAccordingTo(tokens, statement, at, found)
        : readCue(tokens, statement, at, found);
    if (!next) continue;
    found.push(next);
    at = Math.max(at, next.cue.to - 1);
  }
  return found;
}

function readCue(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  const cue = cueOf(tokens[at]?.word ?? '');
  const token = tokens[at];
  if (!cue || !token || token.possessive || !hasTail(tokens, at, cue)) return undefined;
  if (token.capital && cue.noun && cue.lemma === 'state') return undefined;
  const group = readVerbGroup(tokens, statement.from, at, cue);
  if (!group) return undefined;
  const floor = floorOf(earlier, statement, at);
  const site = { tokens, statement, at, cue, group, floor, earlier };
  if (group.kind === 'passive') return readPassive(site);
  if (group.kind === 'participle') return readParticiple(site);
  const afterQuote = tokens[group.from - 1]?.kind === 'quote' || tokens[group.from - 2]?.kind === 'quote';
  return afterQuote ? (readInverted(site) ?? readFinite(site)) : (readFinite(site) ?? readInverted(site));
}

function hasTail(tokens: readonly Token[], at: number, cue: Cue): boolean {
  if (cue.tails.length === 0) return true;
  const next = tokens[at + 1]?.word ?? '';
  return cue.tails.includes(next) || (cue.prepositions.includes(next) && cue.lemma === 'point');
}

/** Where an attribution that reports what stands before its cue ends, the next may begin. */
function floorOf(earlier: readonly Attribution[], statement: Statement, at: number): number {
  const last = earlier.at(-1);
  if (!last) return statement.from;
  const lastContent = last.contents.at(-1);
  if (lastContent && lastContent.from >= last.cue.to) return Math.min(last.cue.to, at);
  return Math.min(last.extent.to, at);
}

/** "X said …" and "…, X said". */
function readFinite(site: Site): Attribution | undefined {
  const { tokens, group, floor, statement, cue, at, earlier } = site;
  const subject = subjectOf(site);
  if (!subject && !sharesSubject(site)) return undefined;
  if (!cue.speech && !isPublic(site, subject)) return undefined;
  const own = subject ?? sharedSubject(tokens, statement, group.from, earlier);
  const first = subject ? subject.from : group.from;
  const after = readComplement(
    tokens,
    at,
    statement.to,
    cue,
    subject !== undefined && isRelative(tokens, subject),
  );
  const left = contentBefore(tokens, floor, first);
  return settle(site, own, first, left, after);
}

const PRIVATE_SUBJECTS: ReadonlySet<string> = new Set(
  'he she they it you that who which what everyone everybody anyone nobody this these'.split(' '),
);

/** What somebody feels or wants is reported where the article says so of a named source, and not as a possibility. */
function isPublic({ tokens, group, at, cue }: Site, subject: Range | undefined): boolean {
  for (let i = group.from; i < at; i++)
    if (/^(?:would|could|can|will|should|may|might|must|to|shall)$/.test(tokens[i]?.word ?? '')) return false;
  if (cue.naming || (cue.object && !cue.infinitive)) return true;
  return !(
    subject &&
    subject.to - subject.from === 1 &&
    PRIVATE_SUBJECTS.has(tokens[subject.from]?.word ?? '')
  );
}

function subjectOf({ tokens, floor, group, statement }: Site): Range | undefined {
  const before = tokens[group.from - 1];
  const parenthetical = before?.kind === 'comma' || before?.kind === 'dash' || before?.kind === 'close';
  return subjectBefore(tokens, parenthetical ? statement.from : floor, group.from);
}

/** "X said A and suggested B": the verb stands after a conjunction, or after an adverb that does. */
function sharesSubject({ tokens, group, floor }: Site): boolean {
  const before = tokens[group.from - 1];
  if (!before || group.from <= floor) return false;
  return before.word === 'and' || before.word === 'but' || before.word === 'or' || before.kind === 'comma';
}

function isRelative(tokens: readonly Token[], subject: Range): boolean {
  return ((tokens[subject.from]?.bits ?? 0) & RELATIVE) !== 0 && subject.to - subject.from === 1;
}

/** The subject of a verb that has none of its own: that of the report before it, else of the clause before it. */
function sharedSubject(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): Range | undefined {
  const near = earlier.slice(-8);
  const main = near.findLast((one) => !near.some((other) => other !== one && holds(other, one.cue.from)));
  if (main?.subject) return main.subject;
  const phrase = clauseSubject(tokens, statement, at) ?? leadingSubject(tokens, statement);
  return phrase && isSpeakerLike(tokens, phrase) ? phrase : undefined;
}

/** A name, a pronoun for a person or a short phrase with an article: other phrases so far from the verb mislead. */
function isSpeakerLike(tokens: readonly Token[], { from, to }: Range): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return false;
  if (/^(?:he|she|they|we|i)$/.test(first.word)) return true;
  if (first.bits & (PREPOSITION | RELATIVE) || /^(?:this|it|there|those|these)$/.test(first.word))
    return false;
  return last.capital || (/^(?:the|a|an|his|her|their)$/.test(first.word) && to - from <= 4);
}

function holds({ contents }: Attribution, at: number): boolean {
  return contents.some((range) => range.from <= at && at < range.to);
}

/** No subject is looked for further back than this. */
const FURTHEST_BACK = 40;

/** The nearest phrase before `at` that starts a clause and has a verb after it: "When asked, she shook her head and said". */
function clauseSubject(tokens: readonly Token[], { from }: Statement, at: number): Range | undefined {
  for (let i = at - 2; i > Math.max(from, at - FURTHEST_BACK); i--) {
    const before = tokens[i - 1];
    const opens =
      before?.kind === 'comma' ||
      before?.kind === 'dash' ||
      (before !== undefined && before.bits & CONJUNCTION);
    if (!opens) continue;
    const phrase = nounPhraseAfter(tokens, i, at);
    if (phrase && phrase.to < at && startsVerb(tokens[phrase.to])) return phrase;
  }
  return undefined;
}

function startsVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.capital) return false;
  return (
    (token.bits & (AUXILIARY | VERB)) !== 0 ||
    token.word.endsWith('ed') ||
    cueOf(token.word)?.form === 'past' ||
    (token.bits === 0 && !token.word.endsWith('s'))
  );
}

/** The subject of the statement's first clause, after fronted phrases. */
export function leadingSubject(tokens: readonly Token[], statement: Statement): Range | undefined {
  let at = statement.from;
  for (let round = 0; round < 3; round++) {
    const token = tokens[at];
    if (!token) return undefined;
    if (token.kind === 'quote' || !isFronted(tokens, at, statement.to) || token.bits & RELATIVE) break;
    if (token.bits & CONJUNCTION && /^(?:but|and|yet|so)$/.test(token.word)) at++;
    else {
      const comma = nextComma(tokens, at, statement.to);
      if (comma === undefined) return undefined;
      at = comma + 1;
    }
  }
  return nounPhraseAfter(tokens, at, statement.to);
}

/** Starts a phrase that goes before the subject: "In May", "Speaking in Leeds", "This week". */
function isFronted(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.bits & (PREPOSITION | ADVERB | CONJUNCTION)) return true;
  return (
    (token.word.length > 5 && token.word.endsWith('ing') && !tokens[at + 1]?.capital) ||
    (token.word.endsWith('ed') && ((tokens[at + 1]?.bits ?? 0) & PREPOSITION) !== 0) ||
    token.word === 'asked' ||
    skipTime(tokens, at, to) > at
  );
}

function nextComma(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < Math.min(to, from + 40); at++) if (tokens[at]?.kind === 'comma') return at;
  return undefined;
}

/** What stands before a comma (or quote) right before token `end`, if an attribution could report it. */
function contentBefore(tokens: readonly Token[], floor: number, end: number): Range | undefined {
  const before = tokens[end - 1];
  if (!before || end - 1 < floor) return undefined;
  const to = before.kind === 'quote' ? end : end - 1;
  if (before.kind !== 'quote' && before.kind !== 'comma' && before.kind !== 'dash') return undefined;
  let from =
    before.kind === 'quote' || tokens[to - 1]?.kind === 'quote'
      ? quoteStart(tokens, Math.max(floor, end - FURTHEST), to - 1)
      : Math.max(floor, end - FURTHEST);
  while (from < to && isSeparator(tokens[from])) from++;
  if (tokens[from]?.kind === 'quote' && before.kind === 'comma' && tokens[from]?.word === WHOLE)
    return { from, to: from + 1 };
  return from < to ? { from, to } : undefined;
}

/** A whole quote after a comma, dash, colon or bracket is reported without the words before it. */
function quoteStart(tokens: readonly Token[], floor: number, quote: number): number {
  const before = tokens[quote - 1];
  const token = tokens[quote];
  if (
    quote <= floor ||
    !before ||
    before.kind === 'word' ||
    before.kind === 'number' ||
    before.kind === 'quote'
  )
    return floor;
  return before.kind === 'comma' && !(token?.capital && token.word === WHOLE) ? floor : quote;
}

function isSeparator(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind !== 'word' &&
    token.kind !== 'number' &&
    token.kind !== 'quote' &&
    token.kind !== 'open'
  );
}

function endsInQuote(tokens: readonly Token[], range: Range): boolean {
  return tokens[range.to - 1]?.kind === 'quote';
}

/** Chooses between what stands before and after the cue, or takes both where the cue interrupts. */
function settle(
  site: Site,
  subject: Range | undefined,
  first: number,
  left: Range | undefined,
  after: Complement,
): Attribution | undefined {
  const { tokens, statement, cue } = site;
  const parts: Range[] = [];
  const announced = closesWithQuote(tokens, after, statement.to);
  const leftQuote = left !== undefined && endsInQuote(tokens, left);
  const leftIsQuote = leftQuote && (left.to - left.from === 1 || tokens[left.from]?.kind === 'quote');
  const closes = after.kind === 'end' || after.kind === 'comma';
  const takesLeft =
    left !== undefined &&
    !(announced && cue.quote && (!leftIsQuote || tokens[after.at - 1]?.kind === 'colon')) &&
    (leftIsQuote ? cue.quote : closes && (cue.clause || cue.addressee || (cue.quote && leftQuote)));
  if (takesLeft) {
    parts.push(left);
    const rest = continuation(tokens, after, statement.to, leftQuote);
    if (rest) parts.push(rest);
  } else if (after.content) parts.push(after.content);
  else if (after.kind === 'comma' && cue.quote) {
    const rest =
      continuation(tokens, after, statement.to, true) ?? quoteAfter(tokens, after.at + 1, statement.to);
    if (rest) parts.push(rest);
  }
  return parts.length ? attribution(site, subject, first, parts) : undefined;
}

/** "X said, “We go.”": a whole quote right after the cue is all that is reported, whatever stands before. */
function closesWithQuote(tokens: readonly Token[], after: Complement, to: number): boolean {
  const at = after.kind === 'comma' ? after.at + 1 : after.at;
  const token = tokens[at];
  return after.kind !== 'end' && at < to && token?.kind === 'quote' && token.capital && token.word === WHOLE;
}

function attribution(
  site: Site,
  subject: Range | undefined,
  first: number,
  contents: readonly Range[],
): Attribution {
  const { at, cue } = site;
  const tail = cue.tails.includes(site.tokens[at + 1]?.word ?? '') ? 2 : 1;
  const ends = [at + tail, subject?.to ?? 0, ...contents.map((range) => range.to)];
  const extent = { from: Math.min(first, contents[0]?.from ?? first), to: Math.max(...ends) };
  return {
    cue: { from: at, to: at + tail },
    subject,
    contents,
    extent,
    lemma: cue.lemma,
    speech: cue.speech,
    label: false,
  };
}

/** What goes on after "X said,": a quote after a quote, plain words after plain words, but no aside of another kind. */
function continuation(
  tokens: readonly Token[],
  after: Complement,
  to: number,
  afterQuote: boolean,
): Range | undefined {
  if (after.kind !== 'comma') return undefined;
  let from = after.at + 1;
  if (from < to && tokens[from]?.kind === 'quote') return { from, to: quoteRunEnd(tokens, from, to) };
  if (afterQuote) return undefined;
  while (from < to && isSeparator(tokens[from])) from++;
  const first = tokens[from];
  if (!first || from >= to || startsAside(first)) return undefined;
  return { from, to: clauseEnd(tokens, from, to) };
}

function quoteRunEnd(tokens: readonly Token[], from: number, to: number): number {
  return tokens[from + 1]?.kind === 'quote' && from + 1 < to ? from + 2 : from + 1;
}

function startsAside(token: Token): boolean {
  if (token.bits & RELATIVE || token.word === 'according' || token.word === 'as' || token.word === 'speaking')
    return true;
  const cue = cueOf(token.word);
  return cue?.form === 'ing' && (cue.quote || cue.clause || cue.prepositions.length > 0);
}

function clauseEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = Math.min(to, from + FURTHEST);
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (token?.kind === 'semicolon') break;
    const next = tokens[at + 1];
    if (
      token?.kind === 'comma' &&
      next &&
      (next.word === 'according' || (cueOf(next.word)?.form === 'ing' && startsAside(next)))
    ) {
      end = at;
      break;
    }
  }
  return end;
}

/** "The plan was criticised by Jones": what is reported is the subject. */
function readPassive(site: Site): Attribution | undefined {
  const { tokens, statement, at, group, cue } = site;
  if (tokens[at + 1]?.word !== 'by' || (!cue.speech && !cue.object)) return undefined;
  const speaker = upTo(tokens, nounPhraseAfter(tokens, at + 2, statement.to), cue);
  const content = subjectBefore(tokens, statement.from, group.from);
  return speaker && content && attribution(site, speaker, group.from, [content]);
}

/** "accused by regulators of lying": what leads in the charge ends the speaker. */
function upTo(tokens: readonly Token[], phrase: Range | undefined, cue: Cue): Range | undefined {
  if (!phrase) return undefined;
  for (let at = phrase.from + 1; at < phrase.to; at++) {
    if (cue.prepositions.includes(tokens[at]?.word ?? '')) return { from: phrase.from, to: at };
  }
  return phrase;
}

/** "…," said Jones[, the mayor][, “…”]. */
function readInverted(site: Site): Attribution | undefined {
  const { tokens, group, floor, statement, cue, at } = site;
  const before = tokens[group.from - 1];
  if (
    !cue.quote ||
    group.from <= floor ||
    !before ||
    (before.kind !== 'quote' && before.kind !== 'comma' && before.kind !== 'dash')
  )
    return undefined;
  const left = contentBefore(tokens, floor, group.from);
  const subject = nounPhraseAfter(tokens, at + 1, statement.to);
  if (!left || !subject || !isInvertedSubject(tokens, subject)) return undefined;
  if (before.kind !== 'quote' && !endsClause(tokens, subject.to, statement.to)) return undefined;
  const parts = [left];
  const rest = quoteAfter(tokens, subject.to, statement.to);
  if (rest) parts.push(rest);
  return attribution(site, subject, group.from, parts);
}

function isInvertedSubject(tokens: readonly Token[], subject: Range): boolean {
  const first = tokens[subject.from];
  return (
    first !== undefined &&
    first.word !== 'it' &&
    first.word !== 'that' &&
    !/^(?:him|her|them|us|me|reporters)$/.test(first.word)
  );
}

function endsClause(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[skipAdverbials(tokens, at, to)];
  return next?.kind !== 'word';
}

/** A quote that goes on after the speaker: “…,” said Jones, who has no plans, “…” */
function quoteAfter(tokens: readonly Token[], from: number, to: number): Range | undefined {
  for (let at = from; at < Math.min(to, from + 30); at++) {
    const token = tokens[at];
    if (token?.kind === 'quote') {
      const before = tokens[at - 1];
      return before?.kind === 'comma' || before?.kind === 'colon' || before?.kind === 'dash'
        ? { from: at, to: at + 1 }
        : undefined;
    }
    if (token && cueOf(token.word)?.speech) return undefined;
  }
  return undefined;
}

/** "…, noting that …", "saying: “…”": the subject is that of the clause before. */
function readParticiple(site: Site): Attribution | undefined {
  const { tokens, statement, cue, at, group, earlier } = site;
  const before = group.from > statement.from ? tokens[group.from - 1] : undefined;
  if (!cue.speech && !cue.naming && !cue.clause) return undefined;
  const noun = before !== undefined && cue.speech && isNounLike(before);
  if (before && !noun && !opensParticiple(before)) return undefined;
  const after = readComplement(tokens, at, statement.to, cue, before === undefined);
  const content =
    after.content ??
    (after.kind === 'comma' && cue.quote ? continuation(tokens, after, statement.to, true) : undefined);
  if (!content) return undefined;
  const subject = before
    ? sharedSubject(tokens, statement, group.from, earlier)
    : subjectAfterComma(tokens, content.to, statement.to);
  return attribution(site, subject, at, [content]);
}

function isNounLike(token: Token): boolean {
  return token.kind === 'word' && (token.capital || token.bits === 0) && !token.possessive;
}

function opensParticiple(before: Token): boolean {
  if (before.kind !== 'word') return before.kind !== 'number';
  return (before.bits & (PREPOSITION | CONJUNCTION)) !== 0 && before.word !== 'of';
}

function subjectAfterComma(tokens: readonly Token[], at: number, to: number): Range | undefined {
  return tokens[at]?.kind === 'comma' ? nounPhraseAfter(tokens, at + 1, to) : undefined;
}

/** "According to X, …" and "…, according to X". */
function readAccordingTo(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  if (tokens[at + 1]?.word !== 'to') return undefined;
  const subject = nounPhraseAfter(tokens, at + 2, statement.to);
  if (!subject) return undefined;
  const floor = accordingFloor(tokens, statement, at, earlier);
  const left = wordsBefore(tokens, floor, at);
  const contents = left ? [left] : wordsAfter(tokens, subject.to, statement.to);
  const middle = left ? middleAfter(tokens, subject.to) : undefined;
  if (middle) contents.push(middle);
  if (!contents.length) return undefined;
  const extent = {
    from: Math.min(at, contents[0]?.from ?? at),
    to: Math.max(subject.to, contents.at(-1)?.to ?? 0),
  };
  return {
    cue: { from: at, to: at + 2 },
    subject,
    contents,
    extent,
    lemma: 'according to',
    speech: true,
    label: false,
  };
}

function accordingFloor(
  tokens: readonly Token[],
  statement: Statement,
  at: number,
  earlier: readonly Attribution[],
): number {
  const last = earlier.slice(-8).findLast((one) => one.lemma === 'according to' && one.extent.to <= at);
  const from = Math.max(last ? last.extent.to : statement.from, at - FURTHEST);
  for (let i = at - 1; i >= Math.max(from, at - 2); i--)
    if (tokens[i]?.kind === 'colon' || tokens[i]?.kind === 'semicolon') return at;
  return from;
}

function wordsBefore(tokens: readonly Token[], floor: number, at: number): Range | undefined {
  let from = floor;
  while (from < at && isSeparator(tokens[from])) from++;
  let to = at;
  while (to > from && isSeparator(tokens[to - 1])) to--;
  if (to - from === 1 && tokens[from]?.kind === 'word' && (tokens[from]?.bits ?? 0) !== 0) return undefined;
  return to > from ? { from, to } : undefined;
}

/** What follows the comma that ends "According to X, the head of Y,". */
function wordsAfter(tokens: readonly Token[], at: number, to: number): Range[] {
  let comma = nextComma(tokens, at, to);
  if (comma === undefined) return tokens[at]?.kind === 'quote' ? [{ from: at, to }] : [];
  const second = nextComma(tokens, comma + 1, to);
  if (second !== undefined && isAppositive(tokens, comma + 1, second)) comma = second;
  return comma + 1 < to ? [{ from: comma + 1, to: clauseEnd(tokens, comma + 1, to) }] : [];
}

/** "the head of Y", "which runs the port": no clause of its own. */
function isAppositive(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || to - from > 16) return false;
  if (first.bits & RELATIVE) return true;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token && (token.bits & 16 || cueOf(token.word)?.form === 'past')) return false;
  }
  return to - from > 1;
}

function middleAfter(tokens: readonly Token[], at: number): Range | undefined {
  const next = tokens[at + 1];
  if (tokens[at]?.kind !== 'comma' || !next) return undefined;
  return next.kind === 'quote' ? { from: at + 1, to: at + 2 } : undefined;
}

const LABEL_LENGTH = 8;

/** "Jones: …" at the start of a statement: names, titles and numbers, then a colon. */
function readLabel(tokens: readonly Token[], { from, to }: Statement): Attribution | undefined {
  let at = from;
  while (at < Math.min(to, from + LABEL_LENGTH) && isLabelWord(tokens[at])) at++;
  if (at === from || tokens[at]?.kind !== 'colon' || (at + 4 >= to && tokens[at + 1]?.kind !== 'quote'))
    return undefined;
  const contents = [{ from: at + 1, to }];
  return {
    cue: { from: at, to: at + 1 },
    subject: { from, to: at },
    contents,
    extent: { from, to },
    lemma: ':',
    speech: true,
    label: true,
  };
}

function isLabelWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.capital;
}

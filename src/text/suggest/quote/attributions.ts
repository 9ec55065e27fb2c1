import { largest } from '../../extremes.ts';
import { readAccordingTo } from './according-to.ts';
import { skipAdverbials } from './adverbials.ts';
import type { Attribution } from './attribution.ts';
import { type Complement, hasVerb, readComplement } from './complements.ts';
import { type Cue, cueOf } from './cues.ts';
import { readLabel } from './labels.ts';
import { CONJUNCTION, PREPOSITION, RELATIVE } from './lexicon.ts';
import { nounPhraseAfter, type Range } from './noun-phrases.ts';
import type { Statement } from './paragraphs.ts';
import { closesWithQuote, contentBefore, continuation, endsInQuote, quoteAfter } from './reported-words.ts';
import { nextComma, sharedSubject } from './shared-subjects.ts';
import { subjectBefore } from './subjects.ts';
import type { Token } from './tokens.ts';
import { readVerbGroup, type VerbGroup } from './verb-groups.ts';

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
  if (isCounted(tokens[at - 1], cue) || isForecast(tokens[at - 1], cue)) return undefined;
  if (BEGINNINGS.has(cue.lemma) && tokens[at + 1]?.kind === 'quote') return undefined;
  const group = readVerbGroup(tokens, statement.from, at, cue);
  if (!group) return undefined;
  const floor = floorOf(earlier, statement, at);
  const site = { tokens, statement, at, cue, group, floor, earlier };
  if (group.kind === 'passive') return readPassive(site);
  if (group.kind === 'participle') return readParticiple(site);
  const afterQuote = tokens[group.from - 1]?.kind === 'quote' || tokens[group.from - 2]?.kind === 'quote';
  return afterQuote || followsClause(site)
    ? (readInverted(site) ?? readFinite(site))
    : (readFinite(site) ?? readInverted(site));
}

/** "The deal collapsed, said Lee, the mayor": a clause, and after the cue no more than a name. */
function followsClause({ tokens, statement, at, floor, group }: Site): boolean {
  if (group.from !== at || tokens[at - 1]?.kind !== 'comma') return false;
  const comma = nextComma(tokens, floor, at);
  const speaker = nounPhraseAfter(tokens, at + 1, statement.to);
  if (comma === undefined || !speaker || !hasVerb(tokens, floor, comma)) return false;
  const next = speaker.to < statement.to ? tokens[speaker.to] : undefined;
  return next?.kind !== 'word' || (next.bits & RELATIVE) !== 0;
}

/** "Work will begin “within weeks”" quotes no speaker of its own; "she began: “…”" does. */
const BEGINNINGS: ReadonlySet<string> = new Set(['begin', 'start', 'continue', 'finish']);

/** "widened by 140 basis points to 12.6 percent". */
function isCounted(before: Token | undefined, cue: Cue): boolean {
  if (cue.lemma !== 'point') return false;
  return before?.kind === 'number' || before?.word === 'basis' || before?.word === 'percentage';
}

/** "Snow is forecast": the participle looks like the bare form. */
function isForecast(before: Token | undefined, cue: Cue): boolean {
  return cue.lemma === 'forecast' && /^(?:is|are|was|were|be|been)$/.test(before?.word ?? '');
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
  const quotesOnly = cue.quote && !cue.clause;
  if (!cue.speech && !quotesOnly && !isPublic(site, subject)) return undefined;
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

/** A feeling or wish is reported if the article ascribes it to a named source, not as a possibility. */
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
    (leftQuote || !isApposed(site, left)) &&
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

/** "His opposite number, Sven Aalto, disagreed": what stands before the commas names the speaker. */
function isApposed({ tokens, group }: Site, left: Range): boolean {
  return tokens[group.from - 1]?.kind === 'comma' && !hasVerb(tokens, left.from, left.to);
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
  const extent = { from: Math.min(first, contents[0]?.from ?? first), to: largest(ends) };
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

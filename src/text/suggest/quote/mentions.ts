import { cueOf } from './cues.ts';
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
  TIME,
  TITLE,
} from './lexicon.ts';
import type { Range } from './noun-phrases.ts';
import { isRoleNoun } from './roles.ts';
import type { Token } from './tokens.ts';

/** A name as it stands on the page. */
export interface Mention extends Range {
  readonly name: string;
  readonly words: readonly string[];
  readonly titles: string;
}

/** Words that tell the name of a body or place from that of a person. */
export const BODY_WORDS: ReadonlySet<string> = new Set(
  'ministry department university college school institute institution party army navy force forces police council committee commission court courts bank union association society foundation centre center group company corporation inc corp ltd plc llc co agency authority bureau office service services post times journal guardian telegraph herald tribune gazette daily news radio television house senate congress parliament assembly government administration campaign league club united city county state states nations federation trust fund board hospital church press media network team coalition alliance front movement organization organisation museum museums airlines airways motors energy oil gas water post registry labour conservatives democrats republicans act bill treasury reserve nhs bbc cnn fbi cia nasa eu un uk us nato street square road avenue river lake mount island islands north south east west new san los las united great saudi hong islamic white wall silicon super world cup war day week games express mail sun mirror times star globe observer'.split(
    ' ',
  ),
);

/** Words that open the names of places and bodies, but close those of people: White House, Jack White. */
const SURNAMES: ReadonlySet<string> = new Set(
  'white west north east south wall church lake sun star day cup'.split(' '),
);

/** Whether the lower-cased words of a name are those of a body or place. */
export function isBodyName(words: readonly string[]): boolean {
  return words.some((word, index) => BODY_WORDS.has(word) && !(index > 0 && SURNAMES.has(word)));
}

const POSTNOMINALS: ReadonlySet<string> = new Set('kc qc mp msp obe cbe mbe phd md jp'.split(' '));

const CLOSED = DETERMINER | PREPOSITION | PRONOUN | CONJUNCTION | AUXILIARY | ADVERB | TIME;

/** Whether a name can start at `at`: a capital that is no closed-class word. */
export function startsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.kind === 'word' && token.capital && !(token.bits & CLOSED);
}

/** The name that starts at `at`: titles, then capitals and the little words between them. */
export function readMention(text: string, tokens: readonly Token[], at: number): Mention | undefined {
  let to = at + 1;
  while (to - at < 10 && !tokens[to - 1]?.possessive && goesOn(tokens, to)) to++;
  return mentionIn(text, tokens, { from: at, to });
}

/** The name inside a run of capitals, after its last title. */
export function mentionIn(text: string, tokens: readonly Token[], whole: Range): Mention | undefined {
  const run = withoutPostnominals(tokens, whole);
  let from = run.from;
  let titlesFrom = run.to;
  for (let at = run.from; at < run.to - 1; at++) {
    if (!((tokens[at]?.bits ?? 0) & TITLE)) continue;
    titlesFrom = Math.min(titlesFrom, titlesFrom === run.to || at === from ? at : titlesFrom);
    if (at > from && titlesFrom < from) titlesFrom = at;
    from = at + 1;
  }
  if (from === run.from && isDescribed(tokens, run)) {
    titlesFrom = from;
    from++;
  }
  const first = tokens[from];
  const last = tokens[run.to - 1];
  if (!first || !last) return undefined;
  const words = tokens
    .slice(from, run.to)
    .filter((token) => token.kind !== 'quote')
    .map((token) => token.word);
  const end = last.possessive ? last.start + last.word.length : last.end;
  const titles =
    titlesFrom < from ? text.slice(tokens[titlesFrom]?.start ?? 0, tokens[from - 1]?.end ?? 0) : '';
  return { from, to: whole.to, name: text.slice(first.start, end), words, titles };
}

/** "Neighbor Abdul Karimi", "Shopkeeper Ann Lee": what somebody is, and a name of two words. */
function isDescribed(tokens: readonly Token[], { from, to }: Range): boolean {
  const role = tokens[from];
  if (!role || to - from < 3 || role.possessive || !DESCRIPTIONS.test(role.word)) return false;
  const named = tokens.slice(from + 1, to);
  return (
    named.every((token) => token.capital && token.kind === 'word') &&
    !isBodyName(named.map(({ word }) => word))
  );
}

/** Whether a lower-cased noun says what a private person is. */
export function isDescription(word: string): boolean {
  return word === 'assistant' || DESCRIPTIONS.test(word);
}

/** What people are that no first name is. */
const DESCRIPTIONS =
  /^(?:opposition|neighbou?r|shopkeeper|farmer|resident|teacher|headteacher|nurse|doctor|surgeon|pensioner|student|author|actor|actress|singer|writer|novelist|historian|economist|scientist|researcher|analyst|campaigner|activist|organi[sz]er|worker|volunteer|firefighter|paramedic|driver|trader|businessman|businesswoman|entrepreneur|landlord|tenant|eyewitness|witness|victim|survivor|defender|midfielder|goalkeeper|forward|winger|striker|captain|coach|boss|lawyer|attorney|barrister|architect|artist|designer|photographer|journalist|reporter|editor|columnist|founder|co-founder|owner|shopper|passer-by|onlooker|lawmaker|politician|legislator|assemblyman|assemblywoman|alderman|co-author|biologist|ecologist|chemist|physicist|engineer|epidemiologist|virologist|psychologist|psychiatrist|sociologist|geologist|climatologist|meteorologist|forecaster|strategist|spokesperson|conservationist|environmentalist|principal|dean|chef|baker|butcher|plumber|builder|electrician|veteran|mum|mother|father|dad|grandmother|grandfather|widow|widower|brother|sister|cousin|teammate|runner|swimmer|cyclist|skier)$/;

function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token && isNickname(tokens, at)) return true;
  if (token?.kind !== 'word') return false;
  if (token.capital) return !(token.bits & (PRONOUN | CONJUNCTION | TIME)) || token.word === 'may';
  const joins = token.word === 'of' || token.word === 'for';
  if (!(token.bits & PARTICLE) && !joins) return false;
  const next = tokens[at + 1];
  if (joins) return next?.capital === true && BODY_WORDS.has(tokens[at - 1]?.word ?? '');
  return (
    next !== undefined &&
    (next.capital || (next.bits & PARTICLE) !== 0) &&
    (token.bits & (PREPOSITION | DETERMINER)) === 0
  );
}

function withoutPostnominals(tokens: readonly Token[], { from, to }: Range): Range {
  let end = to;
  while (end > from + 1 && POSTNOMINALS.has(tokens[end - 1]?.word ?? '')) end--;
  return { from, to: end };
}

/** A short quoted stretch between two capitals: Tom ‘Tiny’ Hughes. */
export function isNickname(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'quote' || token.end - token.start > 30) return false;
  return (
    tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true && tokens[at + 1]?.kind === 'word'
  );
}

/** Forms of address that say less than a description of the same person. */
export const WEAK_TITLE = /^(?:dr|prof|professor|sir|dame|lord|lady|rev|hon)\.?$/i;

/** Whether titles say more than Mr or Ms. */
export function isRank(titles: string): boolean {
  return titles !== '' && !/^(?:mr|mrs|ms|miss|opposition)\.?$/i.test(titles);
}

/** The role before a name: "harbour master Ann Lee". */
export function roleBefore(text: string, tokens: readonly Token[], mention: Mention): string | undefined {
  let from = mention.from;
  if (mention.titles) from--;
  const end = from;
  const noun = tokens[from - 1];
  if (noun?.kind !== 'word' || noun.capital || !isRoleNoun(noun.word)) return undefined;
  while (from > 0 && end - from < 6 && isRoleWord(tokens[from - 1])) from--;
  const first = tokens[from];
  return first ? text.slice(first.start, noun.end) : undefined;
}

function isRoleWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.possessive || token.bits & ~TITLE) return false;
  return !isVerbForm(token.word);
}

function isVerbForm(word: string): boolean {
  const cue = cueOf(word);
  return cue !== undefined && !cue.noun && cue.form !== 'base';
}

/** The role after a name: "Ann Lee, the harbour master,". */
export function roleAfter(text: string, tokens: readonly Token[], mention: Mention): string | undefined {
  if (tokens[mention.to]?.kind !== 'comma') return undefined;
  let from = mention.to + 1;
  if ((tokens[from]?.bits ?? 0) & DETERMINER) from++;
  let noun = false;
  let to = from;
  for (; to < from + 14; to++) {
    const token = tokens[to];
    if (!token || (token.kind !== 'word' && token.kind !== 'number')) break;
    if (token.bits & (PRONOUN | CONJUNCTION | AUXILIARY) && token.word !== 'and') break;
    if (isVerbForm(token.word)) break;
    if (to - from < 6 && isRoleNoun(token.word)) noun = true;
  }
  const first = tokens[from];
  const last = tokens[to - 1];
  const closed = tokens[to] === undefined || tokens[to]?.kind === 'comma' || tokens[to]?.kind === 'stop';
  return noun && closed && first && last && to > from ? text.slice(first.start, last.end) : undefined;
}

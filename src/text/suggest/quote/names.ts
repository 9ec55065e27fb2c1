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
import type { Paragraph } from './paragraphs.ts';
import { genderOfName, genderOfRole, isRoleNoun, roleNouns } from './roles.ts';
import type { Token } from './tokens.ts';

/** A person or body that the article names. */
export interface Entity {
  /** The fullest form in the article, without titles. */
  name: string;
  /** Lower-cased words of `name`. */
  words: readonly string[];
  role?: string;
  gender?: 'female' | 'male';
  kind: 'person' | 'body';
  /** A cue has been found for it. */
  spoke?: boolean;
  /** Offset of the first mention. */
  readonly start: number;
}

/** A name as it stands on the page. */
export interface Mention extends Range {
  readonly name: string;
  readonly words: readonly string[];
  readonly titles: string;
}

const BODY_WORDS: ReadonlySet<string> = new Set(
  'ministry department university college school institute institution party army navy force forces police council committee commission court courts bank union association society foundation centre center group company corporation inc corp ltd plc llc co agency authority bureau office service services post times journal guardian telegraph herald tribune gazette daily news radio television house senate congress parliament assembly government administration campaign league club united city county state states nations federation trust fund board hospital church press media network team coalition alliance front movement organization organisation museum museums airlines airways motors energy oil gas water post registry labour conservatives democrats republicans act bill treasury reserve nhs bbc cnn fbi cia nasa eu un uk us nato street square road avenue river lake mount island islands north south east west new san los las united great saudi hong islamic white wall silicon super world cup war day week games express mail sun mirror times star globe observer'.split(
    ' ',
  ),
);

/** The names of an article with the fullest form of each. */
export class NameRegister {
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #byAcronym = new Map<string, Entity>();
  readonly #byName = new Map<string, Entity>();
  readonly #byRole = new Map<string, Entity[]>();
  readonly #byWord = new Map<string, Entity>();

  /** Reads every name of `paragraphs`; `text` is what their offsets count in. */
  constructor(text: string, paragraphs: readonly Paragraph[]) {
    for (const { tokens } of paragraphs) this.#readNames(text, tokens);
  }

  #readNames(text: string, tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length; at++) {
      if (!startsName(tokens, at)) continue;
      const mention = readMention(text, tokens, at);
      if (!mention) continue;
      this.#add(text, tokens, mention);
      at = mention.to - 1;
    }
  }

  #add(text: string, tokens: readonly Token[], mention: Mention): void {
    const known =
      mention.words.length > 1 || mention.titles ? this.#byName.get(mention.name) : this.find(mention.words);
    const entity = known ?? this.#sameEntity(mention) ?? this.#enter(tokens, mention);
    if (!entity) return;
    const described = roleBefore(text, tokens, mention) ?? roleAfter(text, tokens, mention);
    if (isRank(mention.titles)) this.#giveRole(entity, mention.titles);
    if (described) this.#giveRole(entity, described);
  }

  #sameEntity(mention: Mention): Entity | undefined {
    const entity = this.find(mention.words);
    if (!entity || entity.kind === 'body') return undefined;
    if (mention.words.length > entity.words.length) {
      entity.name = mention.name;
      entity.words = mention.words;
      this.#byName.set(mention.name, entity);
    }
    return entity;
  }

  #enter(tokens: readonly Token[], mention: Mention): Entity | undefined {
    if (mention.words.length < 2 && !mention.titles) return undefined;
    const kind = !mention.titles && mention.words.some((word) => BODY_WORDS.has(word)) ? 'body' : 'person';
    const gender = genderIn(mention);
    const entity: Entity = {
      name: mention.name,
      words: mention.words,
      kind,
      start: tokens[mention.from]?.start ?? 0,
      ...(gender && { gender }),
    };
    this.#byName.set(mention.name, entity);
    push(this.#bySurname, mention.words.at(-1) ?? '', entity);
    if (mention.words.length > 1) this.#byAcronym.set(acronym(mention.words), entity);
    if (kind === 'body') for (const word of mention.words) this.#byWord.set(word, entity);
    return entity;
  }

  #giveRole(entity: Entity, role: string): void {
    if (!entity.role || (WEAK_TITLE.test(entity.role) && !WEAK_TITLE.test(role))) entity.role = role;
    for (const noun of roleNouns(role)) {
      push(this.#byRole, noun, entity);
      const gender = genderOfRole(noun);
      if (gender && !entity.gender) entity.gender = gender;
    }
  }

  /** The entity that lower-cased name words stand for: a whole name, a surname, or an acronym. */
  find(words: readonly string[]): Entity | undefined {
    const last = words.at(-1) ?? '';
    const generic = words.length === 1 && BODY_WORDS.has(last);
    const named = generic
      ? undefined
      : this.#bySurname.get(last)?.findLast((entity) => agree(entity.words, words));
    if (named) return named;
    return words.length === 1 ? this.#byAcronym.get(last.replaceAll('.', '')) : undefined;
  }

  /** Those whose role has this noun, in order of the first mention of the role. */
  withRole(noun: string): readonly Entity[] {
    return this.#byRole.get(noun) ?? [];
  }

  /** The body whose name has this word: "ministry" of the Ministry of Defence. */
  withWord(word: string): Entity | undefined {
    return this.#byWord.get(word);
  }
}

function push(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key);
  if (!list) map.set(key, [entity]);
  else if (list.length < 20 && !list.includes(entity)) list.push(entity);
}

/** Same surname, and no first name that differs. */
function agree(known: readonly string[], words: readonly string[]): boolean {
  if (words.length === 1 || known.length === 1) return true;
  const [first = ''] = words;
  const [other = ''] = known;
  return (
    first === other ||
    words.every((word) => known.includes(word)) ||
    (first.length <= 2 && other.startsWith(first.charAt(0)))
  );
}

function acronym(words: readonly string[]): string {
  return words
    .filter((word) => !/^(?:of|the|for|and|de|on)$/.test(word))
    .map((word) => word.charAt(0))
    .join('');
}

function genderIn(mention: Mention): 'female' | 'male' | undefined {
  for (const title of mention.titles.split(' ')) {
    const gender = genderOfRole(title);
    if (gender) return gender;
  }
  return mention.words.length > 1 ? genderOfName(mention.words[0] ?? '') : undefined;
}

const CLOSED = DETERMINER | PREPOSITION | PRONOUN | CONJUNCTION | AUXILIARY | ADVERB | TIME;

function startsName(tokens: readonly Token[], at: number): boolean {
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
export function mentionIn(text: string, tokens: readonly Token[], run: Range): Mention | undefined {
  let from = run.from;
  let titlesFrom = run.to;
  for (let at = run.from; at < run.to - 1; at++) {
    if (!((tokens[at]?.bits ?? 0) & TITLE)) continue;
    titlesFrom = Math.min(titlesFrom, titlesFrom === run.to || at === from ? at : titlesFrom);
    if (at > from && titlesFrom < from) titlesFrom = at;
    from = at + 1;
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
  return { from, to: run.to, name: text.slice(first.start, end), words, titles };
}

function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token && isNickname(tokens, at)) return true;
  if (token?.kind !== 'word') return false;
  if (token.capital) return !(token.bits & (PRONOUN | CONJUNCTION | TIME)) || token.word === 'may';
  if (!(token.bits & PARTICLE) && token.word !== 'of') return false;
  const next = tokens[at + 1];
  if (token.word === 'of') return next?.capital === true && BODY_WORDS.has(tokens[at - 1]?.word ?? '');
  return (
    next !== undefined &&
    (next.capital || (next.bits & PARTICLE) !== 0) &&
    (token.bits & (PREPOSITION | DETERMINER)) === 0
  );
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
const WEAK_TITLE = /^(?:dr|prof|professor|sir|dame|lord|lady|rev|hon)\.?$/i;

/** Whether titles say more than Mr or Ms. */
export function isRank(titles: string): boolean {
  return titles !== '' && !/^(?:mr|mrs|ms|miss)\.?$/i.test(titles);
}

/** The role before a name: "harbour master Ann Lee". */
function roleBefore(text: string, tokens: readonly Token[], mention: Mention): string | undefined {
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
function roleAfter(text: string, tokens: readonly Token[], mention: Mention): string | undefined {
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

import { DETERMINER, PREPOSITION, PRONOUN, RELATIVE, TITLE } from './lexicon.ts';
import { BODY_WORDS, isBodyName, isDescription, isNickname, isRank, mentionIn } from './mentions.ts';
import type { Entity, NameRegister } from './names.ts';
import type { Range } from './noun-phrases.ts';
import { genderOfRole, isRoleNoun, isSourceNoun } from './roles.ts';
import type { Token } from './tokens.ts';

/** Who speaks, as far as the article tells. */
export interface Speaker {
  /** Fullest name, or the words on the page. */
  readonly name: string;
  readonly role?: string;
  readonly resolved: boolean;
  readonly entity?: Entity;
}

const FOCUS_SIZE = 8;

/** Reads the speakers of an article in text order and remembers whom the text last spoke of. */
export class SpeakerReader {
  readonly #text: string;
  readonly #register: NameRegister;
  #focus: Entity[] = [];
  /** The text last spoke of somebody without a name, whom "he" or "she" then means. */
  #stranger = false;

  constructor(text: string, register: NameRegister) {
    this.#text = text;
    this.#register = register;
  }

  /** Puts whom a phrase names at the front of those whom "he" or "she" can mean. */
  notice(tokens: readonly Token[], phrase: Range): void {
    const entity = (
      this.#named(tokens, phrase) ??
      this.#roleHolder(tokens, phrase) ??
      this.#described(tokens, phrase)
    )?.entity;
    if (entity) this.#attend(entity);
    else if (isStranger(tokens, phrase)) this.#stranger = true;
  }

  /** Who the subject of a cue is. */
  read(tokens: readonly Token[], subject: Range): Speaker {
    const speaker = this.#resolve(tokens, subject);
    if (speaker.entity) {
      speaker.entity.spoke = true;
      this.#attend(speaker.entity);
    } else if (isStranger(tokens, subject)) this.#stranger = true;
    return speaker;
  }

  #resolve(tokens: readonly Token[], subject: Range): Speaker {
    const first = tokens[subject.from];
    const words = this.#words(tokens, subject);
    if (first && subject.to - subject.from === 1 && first.bits & PRONOUN)
      return this.#pronoun(tokens, subject, first, words);
    return (
      this.#named(tokens, subject) ??
      this.#roleHolder(tokens, subject) ??
      this.#described(tokens, subject) ?? { name: words, resolved: false }
    );
  }

  #words(tokens: readonly Token[], { from, to }: Range): string {
    const first = tokens[from];
    const last = tokens[to - 1];
    return first && last
      ? this.#text.slice(first.start, last.possessive ? last.start + last.word.length : last.end)
      : '';
  }

  #attend(entity: Entity): void {
    this.#stranger = false;
    this.#focus = [entity, ...this.#focus.filter((one) => one !== entity)].slice(0, FOCUS_SIZE);
  }

  #pronoun(tokens: readonly Token[], subject: Range, token: Token, words: string): Speaker {
    const antecedent =
      token.bits & RELATIVE ? this.#antecedent(tokens, subject.from) : this.#inFocus(token.word);
    return antecedent ? spoken(antecedent) : { name: words, resolved: false };
  }

  #inFocus(pronoun: string): Entity | undefined {
    const gender = pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : undefined;
    if (gender && this.#stranger) return undefined;
    if (gender) {
      const people = this.#focus.filter((one) => one.kind === 'person' && (one.gender ?? gender) === gender);
      return likeliest(people, gender);
    }
    return pronoun === 'it' ? this.#focus.find((one) => one.kind === 'body') : undefined;
  }

  /** "Ann Lee, who said": the name that ends before the comma. */
  #antecedent(tokens: readonly Token[], who: number): Entity | undefined {
    let to = who;
    while (to > 0 && tokens[to - 1]?.kind === 'comma') to--;
    let from = to;
    while (from > 0 && to - from < 5 && tokens[from - 1]?.capital) from--;
    return from < to ? this.#named(tokens, { from, to })?.entity : undefined;
  }

  /** The last name of a phrase before its first preposition: "chief economist Ann Lee of the bank". */
  #named(tokens: readonly Token[], phrase: Range): Speaker | undefined {
    const run = nameRun(tokens, holderOf(tokens, phrase));
    const mention = run && mentionIn(this.#text, tokens, run);
    if (!mention) return undefined;
    const entity = this.#register.find(mention.words);
    if (!entity && (tokens[mention.to - 1]?.bits ?? 0) & TITLE) return undefined;
    if (!entity && mention.words.length === 1 && isSourceNoun(mention.words[0] ?? '')) return undefined;
    const title = isRank(mention.titles) ? mention.titles : undefined;
    if (entity) return spoken(entity, title);
    return { name: mention.name, resolved: true, ...(title && { role: title }) };
  }

  /** "the 34-year-old", or of the one person named so far "the teaching assistant". */
  #described(tokens: readonly Token[], { from, to }: Range): Speaker | undefined {
    const head = tokens[to - 1];
    if (tokens[from]?.word !== 'the' || !head || to - from > 4) return undefined;
    const people = this.#focus.filter(({ kind }) => kind === 'person');
    const aged = head.word.endsWith('-year-old');
    const fits = aged || (people.length === 1 && isDescription(head.word));
    const [person] = people;
    return fits && person ? spoken(person) : undefined;
  }

  /** "the general", "the ministry". */
  #roleHolder(tokens: readonly Token[], { from, to }: Range): Speaker | undefined {
    const first = tokens[from];
    const head = tokens[to - 1];
    if (
      !first ||
      !head ||
      !(first.bits & DETERMINER) ||
      first.word === 'a' ||
      first.word === 'an' ||
      to - from > 3
    )
      return undefined;
    const gender = genderOfRole(head.word);
    const holders = this.#register
      .withRole(head.word)
      .filter((one) => !gender || (one.gender ?? gender) === gender);
    const recent = this.#focus.find((one) => holders.includes(one)) ?? holders[0];
    const body = recent ?? this.#register.withWord(head.word);
    return body && spoken(body);
  }
}

/**
 * Of those whom a pronoun fits, in the order in which the text last spoke of them, whom it means: the first, unless
 * that may be no person at all. Nobody, where it is between that one and somebody whose gender is not known either.
 */
function likeliest(people: readonly Entity[], gender: 'female' | 'male'): Entity | undefined {
  const [first] = people;
  const known = people.find((one) => one.gender || one.role || one.spoke);
  if (!known || known === first) return first;
  return known.gender === gender || first?.words.length === 1 ? known : undefined;
}

/** "the witness", "his lawyer": somebody, but nobody the article names. */
function isStranger(tokens: readonly Token[], { from, to }: Range): boolean {
  const first = tokens[from];
  if (!first || !(first.bits & DETERMINER)) return false;
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (!token || token.bits & PREPOSITION) return false;
    const next = at + 1 < to ? tokens[at + 1] : undefined;
    if (isRoleNoun(token.word) && (!next || next.bits & PREPOSITION)) return true;
  }
  return false;
}

function spoken(entity: Entity, title?: string): Speaker {
  const role = entity.role ?? title;
  return { name: entity.name, resolved: true, entity, ...(role && { role }) };
}

/** "Leader of the Opposition Ann Lee", "Secretary of State Bo Rye": the office takes the name behind it along. */
function holderOf(tokens: readonly Token[], phrase: Range): Range {
  const { from, to } = phrase;
  const [office, of] = [tokens[from], tokens[from + 1]];
  if (!office || !(office.bits & TITLE) || (of?.word !== 'of' && of?.word !== 'for')) return phrase;
  let start = to;
  while (start > from + 2 && tokens[start - 1]?.capital && tokens[start - 1]?.kind === 'word') start--;
  const name = Math.max(start, to - 2);
  return to - start >= 3 && !isBodyName([tokens[to - 1]?.word ?? '', tokens[to - 2]?.word ?? ''])
    ? { from: name, to }
    : phrase;
}

/** The last run of capitals before the first preposition of a phrase, unless lower-case words follow it. */
function nameRun(tokens: readonly Token[], { from, to }: Range): Range | undefined {
  let end = from;
  while (
    end < to &&
    (end === from || !/^(?:of|for|at|in|from|with|on|to|by|and)$/.test(tokens[end]?.word ?? ''))
  )
    end++;
  const last = tokens[end - 1];
  if (!last?.capital || last.kind !== 'word') return undefined;
  let start = end - 1;
  while (start > from && isInName(tokens, start - 1)) start--;
  return { from: start, to: bodyEnd(tokens, end, to) };
}

function isInName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (isNickname(tokens, at)) return true;
  if (token?.kind !== 'word' || token.possessive) return false;
  return (
    (token.capital && !(token.bits & DETERMINER)) ||
    ((token.bits & TITLE) !== 0 && token.word.endsWith('.')) ||
    /^(?:de|van|von|bin|al|la|le|del|della|ibn|da|der)$/.test(token.word)
  );
}

/** "Ministry of Defence", "Centre for Rivers": a preposition inside the name of a body. */
function bodyEnd(tokens: readonly Token[], end: number, to: number): number {
  const word = tokens[end]?.word;
  const joins = word === 'of' || (word === 'for' && BODY_WORDS.has(tokens[end - 1]?.word ?? ''));
  if (!joins || !tokens[end + 1]?.capital || end + 1 >= to) return end;
  let at = end + 1;
  while (at < to && tokens[at]?.capital) at++;
  return at;
}

import {
  BODY_WORDS,
  isBodyName,
  isRank,
  type Mention,
  readMention,
  roleAfter,
  roleBefore,
  startsName,
  WEAK_TITLE,
} from './mentions.ts';
import type { Paragraph } from './paragraphs.ts';
import { genderOfName, genderOfRole, roleNouns } from './roles.ts';
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
    const gender = genderIn(mention);
    const person = mention.titles !== '' || gender !== undefined;
    const kind = !person && isBodyName(mention.words) ? 'body' : 'person';
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
    const named = this.#bySurname
      .get(last)
      ?.findLast((entity) => agree(entity.words, words) && !(generic && entity.kind === 'body'));
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

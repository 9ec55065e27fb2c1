/** Somebody as a writer of comments knows them. */
export interface Mentionable {
  /** An annotator. */
  readonly id: string;
  /** The name, or the letter that stands for it. */
  readonly name: string;
  /** Whether they see what the comment falls under, so that a mention tells them something. */
  readonly maySee: boolean;
}

/** A comment's words as they are stored, and who is named in them. */
export interface Mentioning {
  /** With `@[id]` for each mention: names change, and not everybody may know them. */
  readonly body: string;
  readonly mentioned: readonly Mentionable[];
}

/** The same people, those of one name numbered from the second on: `Ada`, `Ada (2)`. */
export function withOwnNames<Named extends Pick<Mentionable, 'name'>>(people: readonly Named[]): Named[] {
  const seen = new Map<string, number>();
  return people.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

/**
 * Finds who is mentioned in what somebody typed: `@` and a name of these people, capitals or not, the longest name that
 * fits, not followed by more of a word. An `@` inside of a word, as in an address, mentions nobody.
 */
export function storedBody(typed: string, people: readonly Mentionable[]): Mentioning {
  const named = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length);
  const mentioned = new Map<string, Mentionable>();
  let body = '';
  let from = 0;
  for (const { index } of typed.matchAll(AT)) {
    const found = named.find(({ name }) => beginsWith(typed.slice(index + 1), name));
    if (!found || index < from) continue;
    body += `${typed.slice(from, index)}@[${found.id}]`;
    from = index + 1 + found.name.length;
    mentioned.set(found.id, found);
  }
  return { body: body + typed.slice(from), mentioned: [...mentioned.values()] };
}

/** Not inside of a word. */
const AT = /(?<![\p{L}\p{N}._-])@/gu;

function beginsWith(words: string, name: string): boolean {
  const isNext = words.slice(0, name.length).toLowerCase() === name.toLowerCase();
  return isNext && !/^[\p{L}\p{N}]/u.test(words.slice(name.length));
}

const TOKEN = /(@\[[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\])/;

/** A piece of a comment: words, or somebody who is mentioned. */
export type BodyPiece =
  | { readonly words: string; readonly id?: undefined }
  | { readonly words: string; readonly id: string };

/** A stored comment in pieces, with the names that the reader knows. Only who is among `mentions` is a mention. */
export function piecesOf(
  { body, mentions }: { readonly body: string; readonly mentions: readonly string[] },
  names: ReadonlyMap<string, string>,
): BodyPiece[] {
  return body
    .split(TOKEN)
    .filter((words) => words !== '')
    .map((words) => {
      const id = /^@\[(.+)\]$/.exec(words)?.[1];
      if (id === undefined || !mentions.includes(id)) return { words };
      return { words: `@${names.get(id) ?? '?'}`, id };
    });
}

/** A stored comment as somebody would type it. */
export function typedBody(
  comment: { readonly body: string; readonly mentions: readonly string[] },
  names: ReadonlyMap<string, string>,
): string {
  return piecesOf(comment, names)
    .map(({ words }) => words)
    .join('');
}

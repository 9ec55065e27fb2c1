import { shortened } from '../../domain/import.ts';
import { addToList } from '../lists-by-key.ts';
import { plainGuid } from './guid.ts';
import { attributeOf, childOf, childrenOf, wordsIn } from './parse-xml.ts';

/** A code of a project's codebook. */
export interface FoundCode {
  readonly guid: string;
  readonly name: string;
  /** Its name behind those of the codes above it, from the top; only its own where it stands at the top itself. */
  readonly path: string;
}

/** A note: a memo of some tools, a comment of others. */
interface FoundNote {
  readonly name: string;
  readonly words: string;
  /** A file of the zip, where the words stand there. */
  readonly path: string | undefined;
}

/** A link as it is seen from one of its ends. */
interface FoundLink {
  readonly name: string;
  readonly target: string;
}

/** What the passages of a project point to, by GUID. */
export interface ProjectIndex {
  readonly users: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, FoundCode>;
  readonly notes: ReadonlyMap<string, FoundNote>;
  /** Those that begin or end at a GUID, given once: in a file made to harm, many passages have the same. */
  readonly takeLinks: (guid: string) => readonly FoundLink[];
}

/** Gathers users, codes, notes and links of a `<Project>`. */
export function indexOf(project: Element): ProjectIndex {
  const links = linksOf(project);
  const takeLinks = (guid: string): readonly FoundLink[] => {
    const found = links.get(guid) ?? [];
    links.delete(guid);
    return found;
  };
  return { users: usersOf(project), codes: codesOf(project), notes: notesOf(project), takeLinks };
}

/** In code points; each passage that is coded with them says them again. */
const MAX_NAME_LENGTH = 500;
const MAX_PATH_LENGTH = 2000;

/** The GUID in an attribute, in one way of writing. */
export function guidIn(element: Element, name: string): string {
  return plainGuid(attributeOf(element, name) ?? '');
}

function* inside(project: Element, list: string, ...names: readonly string[]): Generator<Element> {
  const found = childOf(project, list);
  if (found !== undefined) yield* childrenOf(found, ...names);
}

function usersOf(project: Element): Map<string, string> {
  const users = new Map<string, string>();
  for (const user of inside(project, 'Users', 'User')) {
    const name = attributeOf(user, 'name') ?? attributeOf(user, 'id');
    if (name !== undefined) users.set(guidIn(user, 'guid'), name);
  }
  return users;
}

function codesOf(project: Element): Map<string, FoundCode> {
  const codes = new Map<string, FoundCode>();
  const book = childOf(project, 'CodeBook');
  const add = (parent: Element, above: string): void => {
    for (const code of childrenOf(parent, 'Code')) {
      const name = shortened(attributeOf(code, 'name') ?? 'code without a name', MAX_NAME_LENGTH);
      const guid = guidIn(code, 'guid');
      const path = shortened(`${above}${name}`, MAX_PATH_LENGTH);
      codes.set(guid, { guid, name, path });
      add(code, `${path} / `);
    }
  };
  for (const list of book ? childrenOf(book, 'Codes') : []) add(list, '');
  return codes;
}

function notesOf(project: Element): Map<string, FoundNote> {
  const notes = new Map<string, FoundNote>();
  for (const note of inside(project, 'Notes', 'Note')) {
    const words = [wordsIn(note, 'Description'), wordsIn(note, 'PlainTextContent')];
    notes.set(guidIn(note, 'guid'), {
      name: attributeOf(note, 'name') ?? '',
      words: words.filter((some) => some !== undefined).join('\n'),
      path: attributeOf(note, 'plainTextPath'),
    });
  }
  return notes;
}

function linksOf(project: Element): Map<string, FoundLink[]> {
  const links = new Map<string, FoundLink[]>();
  for (const link of inside(project, 'Links', 'Link')) {
    const [origin, target] = [guidIn(link, 'originGUID'), guidIn(link, 'targetGUID')];
    const name = attributeOf(link, 'name') ?? '';
    addToList(links, origin, { name, target });
    addToList(links, target, { name, target: origin });
  }
  return links;
}

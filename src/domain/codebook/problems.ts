import { t } from '../../messages/language.ts';
import { DEEDS, DEFAULT_KEYS, type Keymap, keysFor, tagOf } from '../keys.ts';
import { sayDeed } from '../say-deed.ts';
import { isBuiltIn } from '../tag.ts';
import type { Codebook, CodebookTag } from './codebook.ts';

/** What is wrong with a codebook: where, as the document names it (`tags[1].letter`), and why. */
export interface CodebookProblem {
  readonly tag: number;
  readonly text: 'name' | 'plural' | 'letter' | 'isOff';
  readonly why: string;
}

/**
 * What is wrong with what the tags of a codebook say together: two with one name or letter, a letter that does something
 * else on the reading page, none that is offered. `keymap` is that of whoever saves it, who may have chosen other keys.
 */
export function problemsOf({ tags }: Codebook, keymap: Keymap = DEFAULT_KEYS): CodebookProblem[] {
  return [
    ...tags.flatMap((tag, at) => [...nameProblems(tags, tag, at), ...letterProblems(tags, tag, at, keymap)]),
    ...(tags.every(({ isOff }) => isOff)
      ? [{ tag: 0, text: 'isOff' as const, why: t('codebook.allOff') }]
      : []),
  ];
}

function nameProblems(tags: readonly CodebookTag[], tag: CodebookTag, at: number): CodebookProblem[] {
  return (['name', 'plural'] as const).flatMap((text) => {
    const twin = before(tags, at).find((other) => folded(other[text]) === folded(tag[text]));
    return twin ? [{ tag: at, text, why: t('codebook.sameName', { name: twin[text], tag: twin.key }) }] : [];
  });
}

function letterProblems(
  tags: readonly CodebookTag[],
  { letter }: CodebookTag,
  at: number,
  keymap: Keymap,
): CodebookProblem[] {
  const twin = before(tags, at).find((other) => other.letter === letter);
  if (twin) return [{ tag: at, text: 'letter', why: t('codebook.sameLetter', { letter, tag: twin.name }) }];
  const key = letter.toLowerCase();
  const taken = DEEDS.find(
    (deed) => !tagOf(deed) && [keymap, DEFAULT_KEYS].some((keys) => keysFor(keys, deed).includes(key)),
  );
  if (!taken) return [];
  return [{ tag: at, text: 'letter', why: t('codebook.letterTaken', { letter, deed: sayDeed(taken) }) }];
}

/** The tags that were there before one: of two that say the same, the one that somebody added has to change. */
function before(tags: readonly CodebookTag[], at: number): readonly CodebookTag[] {
  const isOwn = !isBuiltIn(tags[at]?.key ?? '');
  return tags.filter(({ key }, place) => (isBuiltIn(key) ? isOwn || place < at : isOwn && place < at));
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}

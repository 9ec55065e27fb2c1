import type { Catalogue } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/language.ts';
import { indefinite, inSentence, isBuiltIn, type Tag } from '../tag.ts';
import { type Codebook, type CodebookTag, defaultTag } from './codebook.ts';

/** The areas of the catalogue that speak of tags. */
const AREAS = ['tagName', 'tagNames', 'tagWord', 'tagWords', 'aTag', 'tagCount', 'tagGuidance'] as const;

type Words = Partial<Pick<Catalogue, (typeof AREAS)[number] | 'tagDefinition' | 'tagUse'>>;

const made = new WeakMap<Codebook, WeakMap<Language, Language>>();

/**
 * A language in which tags are called as a codebook calls them. What the codebook leaves as it was is said as the language
 * says it. The same two give the same language each time.
 */
export function languageOf(codebook: Codebook, language: Language): Language {
  const known = made.get(codebook) ?? new WeakMap<Language, Language>();
  made.set(codebook, known);
  const spoken = known.get(language) ?? { ...language, messages: messagesOf(codebook, language) };
  known.set(language, spoken);
  return spoken;
}

function messagesOf({ tags, fields }: Codebook, { messages }: Language): Language['messages'] {
  const ownFieldName = Object.fromEntries(fields.map(({ key, name }) => [key, name]));
  return tags.reduce<Language['messages']>((said, tag) => withWords(said, tag.key, wordsOf(tag)), {
    ...messages,
    ownFieldName,
  });
}

function withWords(messages: Language['messages'], tag: Tag, words: Partial<Record<keyof Words, unknown>>) {
  const areas = Object.entries(words).map(([area, said]) => {
    const known: Readonly<Record<string, unknown>> = { ...messages[area as keyof Words] };
    return [area, { ...known, [tag]: said }] as const;
  });
  return { ...messages, ...Object.fromEntries(areas) };
}

/** A language says nothing of a project's own tags. */
const NO_WORDS: Partial<CodebookTag> = {};

/** What a codebook calls a tag otherwise than the default does, by area of the catalogue. */
function wordsOf(tag: CodebookTag): Partial<Record<keyof Words, unknown>> {
  const usual = isBuiltIn(tag.key) ? defaultTag(tag.key) : NO_WORDS;
  const [one, several] = [inSentence(tag.name), inSentence(tag.plural)];
  const isRenamed = tag.name !== usual.name;
  const isExplained = tag.definition !== usual.definition || tag.useWhen !== usual.useWhen;
  return {
    ...(isRenamed && { tagName: tag.name, tagWord: one, aTag: indefinite(one) }),
    ...(tag.plural !== usual.plural && { tagNames: tag.plural, tagWords: several }),
    ...((isRenamed || tag.plural !== usual.plural) && {
      tagCount: { one: `{count} ${one}`, other: `{count} ${several}` },
    }),
    ...(tag.definition !== usual.definition && { tagDefinition: tag.definition }),
    ...(tag.useWhen !== usual.useWhen && { tagUse: tag.useWhen }),
    ...(isExplained && { tagGuidance: `${tag.definition} ${tag.useWhen}`.trim() }),
  };
}

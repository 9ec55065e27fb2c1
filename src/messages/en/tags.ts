import { byTag, inSentence, oneOf, severalOf, TAG_FACTS, type Tag } from '../../domain/tag.ts';

// English has its words from the table of tags, so that a tag is one row; other languages write theirs here. A project's
// own tags are said as its codebook says them.

type ForTags<Said = string> = Readonly<Record<Tag, Said>>;

/** `Claim` */
export const tagName: ForTags = byTag((tag) => TAG_FACTS[tag].name);

/** `Claims` */
export const tagNames: ForTags = byTag((tag) => TAG_FACTS[tag].plural);

/** `claim`, inside a sentence. */
export const tagWord: ForTags = byTag((tag) => inSentence(TAG_FACTS[tag].name));

/** `claims`, inside a sentence. */
export const tagWords: ForTags = byTag(severalOf);

/** `a claim`, inside a sentence. */
export const aTag: ForTags = byTag(oneOf);

/** `7 claims`, inside a sentence. */
export const tagCount: ForTags<{ one: `{count} ${string}`; other: `{count} ${string}` }> = byTag(
  (tag) =>
    ({ one: `{count} ${inSentence(TAG_FACTS[tag].name)}`, other: `{count} ${severalOf(tag)}` }) as const,
);

/** What to mark and what to fill in; keys stand between backticks. */
export const tagGuidance: ForTags = byTag((tag) => TAG_FACTS[tag].guidance);

/** What it is, in a sentence. */
export const tagDefinition: ForTags = byTag((tag) => TAG_FACTS[tag].definition);

/** What words are marked with it. */
export const tagUse: ForTags = byTag((tag) => TAG_FACTS[tag].description);

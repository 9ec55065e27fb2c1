import { byTag, inSentence, oneOf, severalOf, TAG_FACTS } from '../../domain/tag.ts';

// English has its words from the table of tags, so that a tag is one row; other languages write theirs here.

/** `Claim` */
export const tagName = byTag((tag) => TAG_FACTS[tag].name);

/** `Claims` */
export const tagNames = byTag((tag) => TAG_FACTS[tag].plural);

/** `claim`, inside a sentence. */
export const tagWord = byTag((tag) => inSentence(TAG_FACTS[tag].name));

/** `claims`, inside a sentence. */
export const tagWords = byTag(severalOf);

/** `a claim`, inside a sentence. */
export const aTag = byTag(oneOf);

/** `7 claims`, inside a sentence. */
export const tagCount = byTag(
  (tag) =>
    ({ one: `{count} ${inSentence(TAG_FACTS[tag].name)}`, other: `{count} ${severalOf(tag)}` }) as const,
);

/** What to mark and what to fill in; keys stand between backticks. */
export const tagGuidance = byTag((tag) => TAG_FACTS[tag].guidance);

/** What it is, in a sentence. */
export const tagDefinition = byTag((tag) => TAG_FACTS[tag].definition);

/** What words are marked with it. */
export const tagUse = byTag((tag) => TAG_FACTS[tag].description);

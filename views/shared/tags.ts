import { type Codebook, tagIn } from '../../src/domain/codebook/codebook.ts';
import { isBuiltIn, type Tag } from '../../src/domain/tag.ts';

/**
 * The classes of what belongs to a tag: its key, and the hue in which style sheets draw it. That of an own tag could be
 * the name of anything.
 */
export function tagClass(codebook: Codebook, tag: Tag): string {
  return `${isBuiltIn(tag) ? tag : `own-${tag}`} hue-${tagIn(codebook, tag).hue}`;
}

/** The sign of a tag where there is little room. */
export function letterOf(codebook: Codebook, tag: Tag): string {
  return tagIn(codebook, tag).letter;
}

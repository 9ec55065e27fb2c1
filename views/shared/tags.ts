import { type Codebook, tagIn } from '../../src/domain/codebook/codebook.ts';
import type { Tag } from '../../src/domain/tag.ts';

/** The classes of what belongs to a tag: its key, and the hue in which style sheets draw it. */
export function tagClass(codebook: Codebook, tag: Tag): string {
  return `${tag} hue-${tagIn(codebook, tag).hue}`;
}

/** The sign of a tag where there is little room. */
export function letterOf(codebook: Codebook, tag: Tag): string {
  return tagIn(codebook, tag).letter;
}

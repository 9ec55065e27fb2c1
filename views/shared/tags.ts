import { TAG_FACTS, type Tag } from '../../src/domain/tag.ts';

/** The classes of what belongs to a tag: its key, and the hue in which style sheets draw it. */
export function tagClass(tag: Tag): string {
  return `${tag} hue-${TAG_FACTS[tag].hue}`;
}

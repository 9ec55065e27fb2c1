import { type AttributeName, attributesOf } from '../../domain/attributes.ts';
import { TAG_FACTS, type Tag } from '../../domain/tag.ts';
import { type Located, listItem } from './located.ts';

/** What every item says by itself. */
const TOLD: readonly AttributeName[] = ['confidence', 'note'];

/** The annotations of a tag as a list, in text order, with all that the tag has. */
export function* plainPieces(tag: Tag, tagged: readonly Located[]): Generator<string> {
  if (tagged.length === 0) return;
  yield `\n### ${TAG_FACTS[tag].plural}\n\n`;
  const rules = attributesOf(tag).filter(({ name }) => !TOLD.includes(name));
  for (const located of tagged) {
    const known = rules.map(
      ({ name, label }) => [label.toLowerCase(), located.record[name]?.toString() ?? null] as const,
    );
    yield listItem(located, known);
  }
}

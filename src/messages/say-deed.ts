import { type Deed, type PlainDeed, tagOf } from '../domain/keys.ts';
import { oneOf } from '../domain/tag.ts';
import { t } from './language.ts';

/** What a key does, in a few words: “Next sentence”. */
export function sayDeed(deed: Deed): string {
  const tag = tagOf(deed);
  // A deed that tags nothing has a message of its name.
  return tag ? t('keys.tag', { tag: oneOf(tag) }) : t(`keys.${deed as PlainDeed}`);
}

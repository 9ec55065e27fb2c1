import { t } from '../messages/language.ts';
import { type Deed, type PlainDeed, tagOf } from './keys.ts';

/** What a key does, in a few words: “Next sentence”. */
export function sayDeed(deed: Deed): string {
  const tag = tagOf(deed);
  // A deed that tags nothing has a message of its name.
  return tag ? t('keys.tag', { tag: t(`aTag.${tag}`) }) : t(`keys.${deed as PlainDeed}`);
}

import { t } from '../../src/messages/language.ts';
import type { Reason } from '../../src/text/suggest/suggestion.ts';

/** Why something is suggested, in words that can stand in a list. */
export function sayReason(reason: Reason): string {
  switch (reason.code) {
    case 'attributedBefore':
    case 'attributedAfter':
      return t(`reason.${reason.code}`, { words: reason.words });
    case 'standsFor':
      return t('reason.standsFor', { words: reason.words, name: reason.name });
    case 'spokeLast':
    case 'money':
    case 'counts':
    case 'unit':
    case 'measures':
      return t(`reason.${reason.code}`, { name: reason.name });
    case 'wording':
      return t('reason.wording', { words: reason.words, comparator: t(`choice.${reason.comparator}`) });
    default:
      return t(`reason.${reason.code}`);
  }
}

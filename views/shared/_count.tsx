import { inWords } from '../../src/messages/language.ts';

/** A number in a table; nothing to see is grey. */
export function Count({ count }: { count: number }) {
  return count === 0 ? <span class="zero">{inWords(0)}</span> : inWords(count);
}

/** Texts have the same few thousand words over and over. */
const MAX_KEPT = 5000;
/** In UTF-16 code units: a longer piece of a text would keep the whole text in memory. */
const LONGEST_KEPT = 12;

/**
 * A function that reads words as `read` does, each of the usual ones once for all: to find what is known of a word
 * costs less than to look at its letters. `read` is pure, and what it gives is not changed.
 */
export function keepingWords<Known>(read: (written: string) => Known): (written: string) => Known {
  const kept = new Map<string, Known>();
  return (written) => {
    const known = kept.get(written);
    if (known !== undefined) return known;
    const found = read(written);
    if (written.length > LONGEST_KEPT) return found;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(written, found);
    return found;
  };
}

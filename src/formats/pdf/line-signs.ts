/** Marks that begin a list item, those of symbol fonts among them. */
const BULLET = /^(?:[•◦▪▫‣⁃●○■□∙·►▸❖✓✔➢\uf0b7\uf0a7\uf0d8]|[–—*-](?=\s))\s*(?=\S)/u;
const NUMBER = /^\(?\d{1,3}[.)]\s+\S/;
const STOP = /[.!?…:;。！？]["'”’»)\]]*$/u;

/** The words after a line's bullet, or undefined where there is none, or there are no words. */
export function withoutBullet(text: string): string | undefined {
  const [bullet] = BULLET.exec(text) ?? [];
  const words = bullet === undefined ? '' : text.slice(bullet.length);
  return /[\p{L}\p{N}]/u.test(words) ? words : undefined;
}

/** Whether a line begins a list item. */
export function beginsItem(text: string): boolean {
  return BULLET.test(text) || NUMBER.test(text);
}

/** Whether a line ends a sentence. */
export function endsSentence(text: string): boolean {
  return STOP.test(text);
}

/** Whether a line goes on in mid-sentence. */
export function startsLower(text: string): boolean {
  return /^[("'“‘«]*\p{Ll}/u.test(text);
}

/** Whether a word is parted at the end of a line. */
export function endsInHyphen(text: string): boolean {
  return /[\p{L}\p{M}][-‐\u00ad]$/u.test(text);
}

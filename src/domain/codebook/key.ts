import { OWN_KEY } from '../tag.ts';

/**
 * A key made of a name as people write it: `Anonymous source` gives `anonymous_source`, `Überzeugung` `uberzeugung`. The
 * empty string where the name has no letter that a key may have.
 */
export function keyFromName(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const key = letters.replaceAll(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '');
  const short = key.slice(0, 40).replace(/_+$/, '');
  return OWN_KEY.test(short) ? short : '';
}

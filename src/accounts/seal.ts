import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Bytes made unreadable and unalterable (AES-256-GCM). `bound` is where they belong, such as an account's id: elsewhere
 * they cannot be opened.
 */
export function seal(key: Buffer, plain: Uint8Array, bound: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, hidden, cipher.getAuthTag()]);
}

/** What was sealed; null where it was sealed by another key, for another place, or altered since. */
export function unseal(key: Buffer, sealed: Uint8Array, bound: string): Buffer | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 1 + IV_BYTES + TAG_BYTES || bytes[0] !== VERSION) return null;
  const iv = bytes.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    // Node says no more than that the bytes do not authenticate.
    return null;
  }
}

/** A value for a form or a cookie that nobody but this desk can read or make, and that ends at a moment. */
export function sealValue(
  key: Buffer,
  value: unknown,
  { bound, until }: { readonly bound: string; readonly until: Date },
): string {
  const plain = Buffer.from(JSON.stringify({ value, until: until.getTime() }));
  return seal(key, plain, bound).toString('base64url');
}

/** What was sealed, as it was parsed from JSON; undefined where it is not ours or has ended. */
export function unsealValue(key: Buffer, sealed: string, bound: string, now: Date): unknown {
  const plain = unseal(key, Buffer.from(sealed, 'base64url'), bound);
  if (plain === null) return undefined;
  // Only we seal, so it has the shape that `sealValue` gives it.
  const { value, until } = JSON.parse(plain.toString()) as { value: unknown; until: number };
  return now.getTime() < until ? value : undefined;
}

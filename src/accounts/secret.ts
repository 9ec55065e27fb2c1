import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 bits, for cookies and addresses. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: SHA-256, hexadecimal. Enough for random ones; passwords are hashed in `password.ts`. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import { inject } from 'vitest';

/** Asks the process that all tests share (global-setup.ts) for an address of something, which it starts if need be. */
export async function askShared(what: string): Promise<string> {
  const response = await fetch(`${inject('shared')}/${what}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

// Walking through every address that is read, to compare what somebody is answered before and after.

import { NOWHERE } from './read-addresses.ts';
import type { Browser } from './signed-in.ts';

/** What somebody was answered at an address. */
export interface Told {
  /** With what was asked for, that may be said again. */
  readonly path: string;
  readonly whole: string;
  /** Without what is new in every answer: names of requests, cookies and the time of day. */
  readonly lasting: string;
}

/** By address and how it was asked. */
export type Answers = ReadonlyMap<string, Told>;

/** Nothing asked, nothing answered. */
export const NO_ANSWERS: Answers = new Map();

const ID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/** An answer with ids that were not there from the beginning made the same. */
export function withoutNewIds(written: string, known: readonly string[]): string {
  return written.replaceAll(ID, (id) => (known.includes(id) ? id : 'id'));
}

/** What somebody is answered at each address, plainly and to htmx. `known` ids were there from the beginning. */
export async function walk(
  browser: Browser,
  ids: Readonly<Record<string, string>>,
  known: readonly string[],
  addresses: readonly string[],
): Promise<Answers> {
  const answers = new Map<string, Told>();
  for (const asked of addresses) {
    const path = asked.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? NOWHERE);
    for (const htmx of isFile(asked) ? [false] : [false, true]) {
      const { status, headers, text } = await browser.request(path, { htmx });
      const { date: _, 'set-cookie': __, etag, ...kept } = headers;
      const lastingText = withoutNewIds(text, known);
      // The tag of a page is made of its words: new ids, new tag.
      const tag = lastingText === text ? etag : '';
      const whole = `${status} ${JSON.stringify(kept)} ${text}`;
      const lasting = `${status} ${withoutNewIds(JSON.stringify({ ...kept, tag }), known)} ${lastingText}`;
      answers.set(`${asked}${htmx ? ' (htmx)' : ''}`, { path, whole, lasting });
    }
  }
  return answers;
}

/** What is sent as a file is the same to htmx. */
function isFile(asked: string): boolean {
  return /\/annotations\.|\/exports\?|\/ratings\.|\/figures\./.test(asked);
}

/** The addresses whose answers hold one of these words, other than as an echo. */
export function telling(answers: Answers, words: readonly string[]): string[] {
  const tells = ({ path, whole }: Told) =>
    words.some((word) => whole.includes(word) && !decodeURIComponent(path).includes(word));
  return [...answers].filter(([, told]) => tells(told)).map(([asked]) => asked);
}

/** The addresses whose answers are not what they were. */
export function changed(before: Answers, after: Answers): string[] {
  return [...after]
    .filter(([asked, told]) => told.lasting !== before.get(asked)?.lasting)
    .map(([asked]) => asked);
}

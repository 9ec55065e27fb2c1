import type { Answer } from './web.ts';

/** The places of the page that an answer to htmx changes, in its order. */
export function targetsOf(answer: Answer): string[] {
  const $ = answer.html();
  return $('hx-partial')
    .toArray()
    .map((partial) => $(partial).attr('hx-target') ?? '');
}

/** What an answer to htmx puts at one place of the page. */
export function fragmentFor(answer: Answer, target: string) {
  return answer.html()(`hx-partial[hx-target="${target}"]`);
}

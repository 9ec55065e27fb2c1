import { pointerReleased } from './held-pointer.ts';
import { textElement } from './offsets.ts';
import { fetchFragments, swapFragments } from './transport.ts';

/** Parts that are on their way, by address: text and list both ask for one. */
const underWay = new Map<string, Promise<string | null>>();

/** Draws the part of a long article that an element of its text or its list stands for, if it is yet to be. */
export async function drawSection(place: Element | null | undefined): Promise<void> {
  const address = place?.getAttribute('hx-get');
  if (address?.includes('/sections/')) await draw(address);
}

/** What is looked for in parts of the article that may not be drawn yet. */
export type Sought = 'uncoded' | 'annotation';

/**
 * The number of the next or previous sentence, from one on, that holds what is sought, with its part of the
 * article drawn; null where there is none, or no answer.
 */
export async function findSentence(from: number, direction: 1 | -1, sought: Sought): Promise<number | null> {
  const article = textElement()?.dataset.article;
  const found = await draw(
    `/articles/${article}/sections?${direction > 0 ? 'after' : 'before'}=${from}&with=${sought}`,
  );
  return found === null || found === '' ? null : Number(found);
}

function draw(address: string): Promise<string | null> {
  const here = underWay.get(address) ?? fetchAndSwap(address).finally(() => underWay.delete(address));
  underWay.set(address, here);
  return here;
}

/** Gives the sentence that the answer names. */
async function fetchAndSwap(address: string): Promise<string | null> {
  const answer = await fetchFragments(address);
  if (!answer) return null;
  await pointerReleased();
  await swapFragments(answer.text);
  return answer.headers.get('Sentence');
}

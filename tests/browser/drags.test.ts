import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';

/** Three sentences of a paragraph, which stands between two others. */
const TEXTS = {
  Latin:
    'The ferry sailed at noon with many people aboard. Nobody on the quay had seen her master. She came back after dark.',
  Arabic:
    'أبحرت العبارة عند الظهر وعلى متنها ركاب كثيرون. لم ير أحد القبطان على الرصيف. عادت بعد حلول الظلام.',
  Hindi: 'नाव दोपहर को बहुत से लोगों के साथ चली। घाट पर किसी ने उसके मालिक को नहीं देखा। वह अंधेरा होने के बाद लौटी।',
  Chinese: '渡轮中午载着许多人出发。码头上没有人见过她的船长。天黑以后她才回来。',
} as const;

interface Drag {
  readonly sentence: number;
  /** Letters, as people count them, that are left out at either end. */
  readonly from: number;
  readonly to: number;
  readonly backward: boolean;
}

const DRAGS: readonly Drag[] = [0, 1, 2].flatMap((sentence) =>
  [false, true].flatMap((backward) => [
    { sentence, from: 0, to: 3, backward },
    { sentence, from: 2, to: 0, backward },
    { sentence, from: 0, to: 0, backward },
  ]),
);

/** Where a drag begins and ends, and the words that it goes over. */
async function placeOf(page: Page, drag: Drag) {
  return page.evaluate(({ sentence, from, to, backward }) => {
    const block = document.querySelectorAll('.block')[1];
    const sentences = block?.querySelectorAll('.s') ?? [];
    const node = document.createTreeWalker(sentences[sentence] ?? document, NodeFilter.SHOW_TEXT).nextNode();
    if (!(node instanceof Text)) throw new Error('there is no such sentence');
    const words = node.data.trimEnd();
    const letters = [
      ...new Intl.Segmenter(document.documentElement.lang, { granularity: 'grapheme' }).segment(words),
    ];
    const [first, last] = [letters[from], letters.at(-1 - to)];
    if (!first || !last) throw new Error('the sentence is too short');
    const edge = (letter: Intl.SegmentData, atEnd: boolean) => {
      const range = document.createRange();
      range.setStart(node, letter.index);
      range.setEnd(node, letter.index + letter.segment.length);
      const box = range.getBoundingClientRect();
      const isRightToLeft = /\p{Script=Arabic}/u.test(node.data);
      const share = atEnd !== isRightToLeft ? 0.85 : 0.15;
      return { x: box.left + share * box.width, y: box.top + box.height / 2 };
    };
    const ends = [edge(first, false), edge(last, true)] as const;
    const [begin, end] = backward ? [ends[1], ends[0]] : ends;
    return { begin, end, words: words.slice(first.index, last.index + last.segment.length) };
  }, drag);
}

describeInBrowser('drags', (desk) => {
  it.each(Object.entries(TEXTS))(
    'from and to the first and last letters of sentences select these words and no others: %s',
    async (script, text) => {
      const id = await desk.importText(`${text}\n\n${text}\n\n${text}`, `Drags, ${script}`);
      const page = await desk.open(`/articles/${id}`);
      for (const size of ['80%', '100%', '150%']) {
        await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize;
          document.querySelectorAll('.block')[1]?.scrollIntoView({ block: 'center' });
        }, size);
        for (const drag of DRAGS) {
          await page.evaluate(() => getSelection()?.removeAllRanges());
          const { begin, end, words } = await placeOf(page, drag);
          await page.mouse.move(begin.x, begin.y);
          await page.mouse.down();
          await page.mouse.move(end.x, end.y, { steps: 4 });
          await page.mouse.up();
          const selected = await page.evaluate(() => String(getSelection()));
          expect({ ...drag, size, selected }).toEqual({ ...drag, size, selected: words });
        }
      }
    },
  );
});

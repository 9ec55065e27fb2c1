import type { RunPage } from './extract-runs.ts';
import type { TextItem } from './text-item.ts';

/** How far from a quarter turn, in degrees, writing may lean and still be read. A watermark leans more. */
const MAX_LEAN = 5;

/**
 * The writing of a page, turned upright: one list for each direction in which it runs, that with the most words first.
 * A page lying on its side has all in one list; a credit written up a margin stands in a second one. Writing at
 * other angles, such as a watermark, is left out. White space is kept at the end of the run before it.
 */
export function uprightItems(page: RunPage): TextItem[][] {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const byTurn = new Map<number, TextItem[]>();
  for (const { text, width, transform, font } of page.items) {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
    const turn = turnOf(a, b);
    const height = Math.hypot(c, d);
    if (turn === undefined || ![x, y, width, height].every(Number.isFinite) || height === 0) continue;
    const items = byTurn.get(turn) ?? [];
    byTurn.set(turn, items);
    const place = turned(turn, x, y, { left, bottom, right, top });
    if (text.trim() !== '') items.push({ text: cleaned(text), ...place, width, height, font });
    else keepSpace(items, text);
  }
  return [...byTurn.values()].filter((items) => items.length > 0).sort((a, b) => lettersOf(b) - lettersOf(a));
}

/** In quarter turns counter-clockwise. */
function turnOf(a: number, b: number): number | undefined {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const turn = Math.round(degrees / 90);
  return Math.abs(degrees - turn * 90) <= MAX_LEAN ? (turn + 4) % 4 : undefined;
}

interface PageBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

function turned(turn: number, x: number, y: number, { left, bottom, right, top }: PageBox) {
  switch (turn) {
    case 1:
      return { x: y - bottom, y: x - left };
    case 2:
      return { x: right - x, y: y - bottom };
    case 3:
      return { x: top - y, y: right - x };
    default:
      return { x: x - left, y: top - y };
  }
}

function keepSpace(items: TextItem[], text: string): void {
  const last = items.at(-1);
  if (last && text !== '') items[items.length - 1] = { ...last, text: `${last.text} ` };
}

/** Control characters are leftovers of a font's encoding; a tab or line end among them parts words. */
function cleaned(text: string): string {
  return text
    .replaceAll(/[\t\n\r\u00a0]/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'));
}

function lettersOf(items: readonly TextItem[]): number {
  return items.reduce((sum, { text }) => sum + text.length, 0);
}

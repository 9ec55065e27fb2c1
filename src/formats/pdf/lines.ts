import { largest, smallest } from '../../text/extremes.ts';
import { isRaised, raisedWords } from './raised.ts';
import { median, rightOf, type TextItem, topOf } from './text-item.ts';

/** One line of a column. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline, from the page's top downwards. */
  readonly y: number;
  /** Size and font of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** Whether wide gaps part it, as in a table. */
  readonly isRow: boolean;
}

/** Narrowest gap, in ems, that stands for a space between words. */
const WORD_GAP = 0.15;
/** Narrowest gap, in ems, between two cells of a table. */
const CELL_GAP = 2;
/** Gaps that differ by less come from stretching a line to its column's width. */
const STRETCHED = 1.3;
/** How much a bold letter, drawn twice, is moved between, in ems. */
const SHADOW = 0.12;

/** The lines of a column from top to bottom: small raised figures in their line, drop capitals before it. */
export function linesOf(column: readonly TextItem[]): Line[] {
  const { capitals, items } = dropCapitals(column);
  return groupLines(items)
    .map((line) => lineOf(line, capitals))
    .toSorted((a, b) => a.y - b.y);
}

/** The words of items that are level with each other. */
export function wordsOf(items: readonly TextItem[]): string {
  return items.length === 0 ? '' : joined(inOrder(items), mainStyle(items)).text;
}

interface OpenLine {
  readonly items: TextItem[];
  top: number;
  bottom: number;
  width: number;
}

/** Open lines that an item may still belong to: those that overlap it in height stand close before it. */
const REACH = 4;

function groupLines(items: readonly TextItem[]): TextItem[][] {
  const lines: OpenLine[] = [];
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.slice(-REACH).find((open) => isLevel(open, item));
    if (!line) lines.push({ items: [item], top: topOf(item), bottom: item.y, width: item.width });
    else {
      line.items.push(item);
      if (item.width > line.width)
        Object.assign(line, { top: topOf(item), bottom: item.y, width: item.width });
    }
  }
  return lines.map((line) => line.items);
}

function isLevel({ top, bottom }: OpenLine, item: TextItem): boolean {
  const shared = Math.min(bottom, item.y) - Math.max(top, topOf(item));
  return shared >= 0.5 * Math.min(bottom - top, item.y - topOf(item));
}

function lineOf(items: readonly TextItem[], capitals: ReadonlyMap<TextItem, string>): Line {
  const main = mainStyle(items);
  const { text, isRow } = joined(inOrder(items), main);
  const capital = items.map((item) => capitals.get(item)).find((found) => found !== undefined);
  return {
    text: (capital ?? '') + text,
    left: smallest(items.map((item) => item.x)),
    right: largest(items.map(rightOf)),
    y: main.y,
    size: main.height,
    font: main.font,
    isRow,
  };
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;

function inOrder(items: readonly TextItem[]): TextItem[] {
  const words = items.map((item) => item.text).join('');
  const isReversed = (words.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > words.length;
  const ordered = items.toSorted((a, b) => a.x - b.x);
  return isReversed ? ordered.reverse() : ordered;
}

function joined(items: readonly TextItem[], main: TextItem): { text: string; isRow: boolean } {
  let text = '';
  const gaps: number[] = [];
  let last: TextItem | undefined;
  for (const item of items) {
    if (last && isShadow(last, item)) continue;
    const em = Math.min(item.height, last?.height ?? item.height);
    const gap = last ? Math.max(item.x - rightOf(last), last.x - rightOf(item)) / em : 0;
    if (gap > WORD_GAP && !(last && isInitialOf(last, item))) {
      text += ' ';
      if (!BULLET_ALONE.test(text)) gaps.push(gap);
    }
    text += isRaised(item, main) ? raisedWords(item.text, text) : item.text;
    last = item;
  }
  return { text: text.replaceAll(/\s+/g, ' ').trim(), isRow: isRow(gaps) };
}

/** Whether the gaps of a line, in ems, part cells: one is wide, and they are not all of one width. */
function isRow(gaps: readonly number[]): boolean {
  const widest = largest(gaps);
  return widest > CELL_GAP && (gaps.length === 1 || widest > STRETCHED * smallest(gaps));
}

/** A mark and what it marks stand apart without being cells. */
const BULLET_ALONE = /^\s*(?:\S|\(?\w{1,4}[.)])\s*$/u;

function isShadow(last: TextItem, item: TextItem): boolean {
  const near = SHADOW * item.height;
  return last.text === item.text && Math.abs(last.x - item.x) < near && Math.abs(last.y - item.y) < near;
}

/**
 * Whether a large capital begins the word that follows it on its line, however far that stands from it. Letters that are
 * words by themselves are left to the gap.
 */
function isInitialOf(capital: TextItem, next: TextItem): boolean {
  const isLarge = capital.height >= DROP_SIZE * next.height;
  return isLarge && /^["“‘«]?(?![AIOEYUÀÉ])\p{Lu}$/u.test(capital.text) && /^\p{L}/u.test(next.text);
}

/** The item whose font and size most letters have. */
function mainStyle(items: readonly TextItem[]): TextItem {
  const letters = new Map<string, { item: TextItem; count: number }>();
  for (const item of items) {
    const key = `${item.height.toFixed(1)} ${item.font}`;
    const style = letters.get(key) ?? { item, count: 0 };
    style.count += item.text.length;
    letters.set(key, style);
  }
  const [most] = [...letters.values()].toSorted((a, b) => b.count - a.count);
  if (!most) throw new RangeError('a line of no items');
  return most.item;
}

/** A drop capital is at least so many times as large as the letters beside it. */
const DROP_SIZE = 1.8;

/** Large single letters at the head of a paragraph, each with the item that it begins. */
function dropCapitals(column: readonly TextItem[]): {
  capitals: ReadonlyMap<TextItem, string>;
  items: readonly TextItem[];
} {
  const size = median(
    column.map((item) => item.height),
    0,
  );
  const capitals = new Map<TextItem, string>();
  const items = column.filter((item) => {
    if (item.height < DROP_SIZE * size || !/^["“‘«]?\p{Lu}\s*$/u.test(item.text)) return true;
    const first = firstBeside(item, column);
    if (first) capitals.set(first, item.text.trim());
    return !first;
  });
  return { capitals, items };
}

function firstBeside(capital: TextItem, column: readonly TextItem[]): TextItem | undefined {
  const beside = column.filter((item) => {
    const isSmaller = item.height * DROP_SIZE <= capital.height;
    const distance = item.x - rightOf(capital);
    const isNear = distance > -0.2 * capital.width && distance < 2 * item.height;
    return isSmaller && isNear && item.y > topOf(capital) && item.y <= capital.y + 0.2 * item.height;
  });
  const [first, second] = beside.toSorted((a, b) => a.y - b.y || a.x - b.x);
  return second ? first : undefined;
}

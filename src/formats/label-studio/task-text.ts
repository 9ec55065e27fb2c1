import type { Anchor, OffsetUnit } from '../../text/anchor.ts';
import type { Span } from '../../text/span.ts';
import { OUR_KEY } from '../format.ts';
import { HtmlText } from '../reading/html-text.ts';
import { isAddress } from '../reading/text-of-record.ts';
import type { RegionGroup } from './region-group.ts';
import { globalOffsetsIn, offsetsIn, type Result, wordsOf } from './result.ts';

/** A task's text, and how its regions say where they stand in it. */
export interface TaskText {
  readonly text: string;
  readonly anchorOf: (group: RegionGroup) => Anchor;
}

/** Names under which tasks have their text, after those that the regions name. */
const USUAL_NAMES = ['text', 'html', 'content', 'body', 'article', 'document'];

/**
 * The text of a task: of the fields that may hold it, the first that has the words of a region; undefined
 * where no field is a text. HTML becomes its words, with a blank line between blocks.
 */
export function taskText(
  data: Readonly<Record<string, unknown>>,
  groups: readonly RegionGroup[],
): TaskText | undefined {
  if (Object.hasOwn(data, OUR_KEY) && typeof data.text === 'string') {
    return { text: data.text, anchorOf: (group) => plainAnchor(group, 'code-points') };
  }
  const isHtml = groups.some(({ main }) => isHypertext(main));
  const text = findText(data, groups, isHtml);
  if (text === undefined) return undefined;
  if (isHtml) return htmlText(text);
  return { text: withCountedLineEnds(text, groups), anchorOf: (group) => plainAnchor(group, 'any') };
}

function isHypertext({ type, value }: Result): boolean {
  return type === 'hypertextlabels' || value.globalOffsets !== undefined;
}

function findText(
  data: Readonly<Record<string, unknown>>,
  groups: readonly RegionGroup[],
  isHtml: boolean,
): string | undefined {
  const words = isHtml ? undefined : groups.map(({ main }) => wordsOf(main)).find((found) => found);
  // Names of files stand beside a text that goes by a name of the project's own.
  const reach = isHtml
    ? 0
    : Math.max(0, ...groups.slice(0, SAMPLE).map(({ main }) => offsetsIn(main)?.end ?? 0));
  const fits = (text: string) => (words === undefined ? text.length >= reach : text.includes(words));
  const [surest] = textUnder(data, 'text');
  if (surest !== undefined && fits(surest)) return surest;
  const named = ['text', ...groups.map(({ main }) => main.to_name), ...USUAL_NAMES];
  const texts = [...new Set(named)].flatMap((name) => textUnder(data, name));
  const anywhere = Object.keys(data).flatMap((name) => textUnder(data, name));
  const all = [...texts, ...anywhere.toSorted((a, b) => b.length - a.length)];
  return words === undefined && reach === 0 ? texts[0] : (all.find(fits) ?? texts[0]);
}

function textUnder(data: Readonly<Record<string, unknown>>, name: string | undefined): string[] {
  const value = name !== undefined && Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' && !isAddress(value) ? [value] : [];
}

/**
 * Where a task says that its text stands, if it does not have it itself: the address or path of a file, under the name
 * of what is labelled or of a text.
 */
export function addressOfText(
  data: Readonly<Record<string, unknown>>,
  groups: readonly RegionGroup[],
): string | undefined {
  const names = [...groups.map(({ main }) => main.to_name), ...USUAL_NAMES].filter(
    (name) => name !== undefined,
  );
  const found = names
    .map((name) => data[name])
    .find((value) => typeof value === 'string' && isAddress(value));
  return typeof found === 'string' ? found.trim() : undefined;
}

function plainAnchor({ main, others }: RegionGroup, unit: OffsetUnit): Anchor {
  const all = [main, ...others];
  const offsets = all.map(offsetsIn).find((found) => found !== undefined);
  const words = all.map(wordsOf).find((found) => found !== undefined);
  return { offsets: offsets && { ...offsets, unit }, words };
}

/** Where a region stands in a text that the task does not have. */
export function anchorWithoutText(group: RegionGroup): Anchor {
  return plainAnchor(group, 'any');
}

function htmlText(html: string): TaskText {
  const page = new HtmlText(html);
  return {
    text: page.text,
    anchorOf: ({ main }) => {
      // Old versions wrote a line break as a backslash and an n.
      const words = wordsOf(main)?.replaceAll('\\n', '\n');
      const offsets = globalOffsetsIn(main);
      const span = offsets && page.spanOf(offsets, words);
      return {
        offsets: span && { ...span, unit: 'utf16' },
        words,
      };
    },
  };
}

/** Regions looked at to tell what counts as one line end. */
const SAMPLE = 20;

/** Browsers count CR LF as one character. So does the text, unless a region's words say otherwise. */
function withCountedLineEnds(text: string, groups: readonly RegionGroup[]): string {
  if (!text.includes('\r')) return text;
  const sample = groups.slice(0, SAMPLE).map(({ main }) => ({ at: offsetsIn(main), words: wordsOf(main) }));
  const browsers = text.replaceAll(/\r\n?/g, '\n');
  return countFitting(sample, text) > countFitting(sample, browsers) ? text : browsers;
}

function countFitting(
  sample: readonly { at: Span | undefined; words: string | undefined }[],
  text: string,
): number {
  const points = /[\u{10000}-\u{10ffff}]/u.test(text) ? [...text] : undefined;
  const fits = ({ start, end }: Span, words: string) =>
    text.slice(start, end) === words || points?.slice(start, end).join('') === words;
  return sample.filter(({ at, words }) => at && words !== undefined && fits(at, words)).length;
}

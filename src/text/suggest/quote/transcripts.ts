import type { Draft, Guest } from './draft.ts';
import type { Range } from './noun-phrases.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Token } from './tokens.ts';

/** "Q:", "SMITH:", "Ann Lee:" at the start of a paragraph. */
interface Label extends Range {
  /** Its words in lower case. */
  readonly key: string;
  readonly paragraph: Paragraph;
  readonly asks: boolean;
}

/** An interview or debate, printed speaker by speaker. */
export interface Transcript {
  /** The answer that a paragraph gives, if it does: all words behind its label. */
  answer(paragraph: Paragraph): Draft | undefined;
  /** The token behind the label of a question. */
  questionStart(paragraph: Paragraph): number | undefined;
}

const LONGEST_LABEL = 5;
const ASKERS: ReadonlySet<string> = new Set('q question interviewer reporter host moderator'.split(' '));
const ANSWERERS: ReadonlySet<string> = new Set(['a', 'answer']);

/** The transcript that the paragraphs are: some label comes again, or a question is answered under another. */
export function readTranscript(paragraphs: readonly Paragraph[]): Transcript | undefined {
  const labels = paragraphs.flatMap((paragraph) => labelOf(paragraph) ?? []);
  if (!isExchange(labels)) return undefined;
  const byParagraph = new Map(labels.map((label) => [label.paragraph, label]));
  const askers = askersOf(labels);
  const guest = guestIn(paragraphs);
  return {
    answer(paragraph) {
      const label = byParagraph.get(paragraph);
      return label && !askers.has(label.key) ? answerOf(label, guest) : undefined;
    },
    questionStart(paragraph) {
      const label = byParagraph.get(paragraph);
      return label && askers.has(label.key) ? label.to + 1 : undefined;
    },
  };
}

function labelOf(paragraph: Paragraph): Label | undefined {
  const { tokens, text, end } = paragraph;
  let to = 0;
  while (to < LONGEST_LABEL && tokens[to]?.kind === 'word' && tokens[to]?.capital) to++;
  if (to === 0 || tokens[to]?.kind !== 'colon' || tokens.length < to + 3 || tokens[to + 1]?.kind === 'quote')
    return undefined;
  const key = tokens
    .slice(0, to)
    .map(({ word }) => word)
    .join(' ');
  return {
    from: 0,
    to,
    key,
    paragraph,
    asks: /\?[”"’')\]]*\s*$/.test(text.slice(Math.max(0, end - 6), end)),
  };
}

function isExchange(labels: readonly Label[]): boolean {
  const keys = labels.map(({ key }) => key);
  return labels.some(
    ({ key, asks }, at) => keys.indexOf(key) < at || (asks && at + 1 < keys.length && keys[at + 1] !== key),
  );
}

/** Those who ask, by what they are called, or because they do nothing else. */
function askersOf(labels: readonly Label[]): ReadonlySet<string> {
  const keys = new Set(labels.map(({ key }) => key));
  const only = [...keys].filter((key) => labels.every((label) => label.key !== key || label.asks));
  const answered = only.length < keys.size ? only : [];
  return new Set([...ASKERS, ...answered]);
}

function answerOf({ to, key, paragraph }: Label, guest: Guest | undefined): Draft | undefined {
  const { tokens } = paragraph;
  const first = tokens[to + 1];
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const range = { from: 0, to: tokens.length };
  const named = !ANSWERERS.has(key);
  return {
    parts: [{ start: first.start, end: last.end }],
    paragraph,
    statement: range,
    direct: true,
    marked: true,
    attribution: {
      cue: { from: to, to: to + 1 },
      subject: named ? { from: 0, to } : undefined,
      contents: [{ from: to + 1, to: tokens.length }],
      extent: range,
      lemma: ':',
      speech: true,
      label: true,
    },
    ...(!named && guest && { guest }),
  };
}

const MEETINGS: ReadonlySet<string> = new Set(
  'interview interviewed conversation q&a speaks spoke talks talked sat met chat chatted'.split(' '),
);

/** "an interview with Thandi Mokoena", "We spoke to Thandi Mokoena". */
function guestIn(paragraphs: readonly Paragraph[]): Guest | undefined {
  for (const { tokens } of paragraphs) {
    for (let at = 0; at < tokens.length; at++) {
      if (!MEETINGS.has(tokens[at]?.word ?? '')) continue;
      const lead = tokens.slice(at + 1, at + 4).findIndex(({ word }) => word === 'with' || word === 'to');
      const name = lead < 0 ? undefined : nameFrom(tokens, at + 2 + lead);
      if (name) return { tokens, name };
    }
  }
  return undefined;
}

function nameFrom(tokens: readonly Token[], from: number): Range | undefined {
  let to = from;
  while (to < from + 5 && tokens[to]?.kind === 'word' && tokens[to]?.capital) to++;
  return to - from >= 2 ? { from, to } : undefined;
}

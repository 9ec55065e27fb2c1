import { z } from 'zod';
import { list, text } from '../reading/lenient.ts';
import { spansOfTags, type TaggedToken, type TagSpan } from '../reading/tag-spans.ts';

/** A paragraph of spaCy 2 as a text with its spans, in UTF-16. */
export interface Paragraph {
  readonly text: string;
  readonly spans: readonly TagSpan[];
}

const token = z.looseObject({ orth: z.string(), space: text, ner: text });
const sentence = z.looseObject({ tokens: z.array(token) });

/** Whether a record is a paragraph of spaCy 2's training format: sentences of words, each with its tag. */
export function isParagraph(record: Readonly<Record<string, unknown>>): boolean {
  if (!Array.isArray(record.sentences)) return false;
  const [first]: unknown[] = record.sentences;
  const tokens = sentence.safeParse(first).data?.tokens ?? [];
  return tokens.some(({ ner }) => ner !== undefined);
}

/** The text of a paragraph, its own or made of its words, and what their tags mark. */
export function wordsOfParagraph(record: Readonly<Record<string, unknown>>): Paragraph {
  const tokens = list.parse(record.sentences).flatMap((one) => sentence.safeParse(one).data?.tokens ?? []);
  const raw = typeof record.raw === 'string' && record.raw.trim() !== '' ? record.raw : undefined;
  const placed = raw === undefined ? joined(tokens) : foundIn(raw, tokens);
  return { text: placed.text, spans: spansOfTags(placed.tokens) };
}

type Token = z.infer<typeof token>;

function joined(tokens: readonly Token[]) {
  let made = '';
  const placed = tokens.map(({ orth, space = ' ', ner = 'O' }): TaggedToken => {
    const start = made.length;
    made += orth + space;
    return { start, end: start + orth.length, tag: ner };
  });
  return { text: made, tokens: placed };
}

/** Words that the text does not have in their turn are passed over, with their tags. */
function foundIn(raw: string, tokens: readonly Token[]) {
  let from = 0;
  const placed = tokens.flatMap(({ orth, ner = 'O' }): TaggedToken[] => {
    const start = raw.indexOf(orth, from);
    if (start < 0) return [];
    from = start + orth.length;
    return [{ start, end: from, tag: ner }];
  });
  return { text: raw, tokens: placed };
}

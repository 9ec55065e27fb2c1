import { describe, expect, it } from 'vitest';
import { passageWith, placesOfWords } from '../../src/text/passage.ts';
import { splitSentences } from '../../src/text/segment.ts';

const TEXT =
  'The ferry was late. Nobody came to the café. The ferry came to the quay. İzmir is far. A café by the ferry.';
const SENTENCES = splitSentences(TEXT, { start: 0, end: TEXT.length });

describe('passageWith', () => {
  it.each([
    [['ferry'], 0],
    [['FERRY', 'quay'], 2],
    [['quay', 'ferry'], 2],
    [['cafe'], 1],
    [['cafe', 'ferry'], 4],
    [['CAFÉ', 'nobody'], 1],
    [['izmir'], 3],
    [['erry'], 0],
    [['ferry', 'airship'], 0],
    [['airship'], undefined],
    [[], undefined],
    [['', '\u0301'], undefined],
  ])('%j', (words, sentence) => {
    expect(passageWith(TEXT, SENTENCES, words)).toBe(sentence);
  });

  it('finds what is written so far down a long text, and folds only its beginning', () => {
    const filler = 'Nothing of note was said on the quay. '.repeat(4000);
    const text = `${filler}The needle lay in the café.`;
    const sentences = splitSentences(text, { start: 0, end: text.length });
    expect(passageWith(text, sentences, ['Needle'])).toBe(sentences.length - 1);
    expect(passageWith(text, sentences, ['cafe'])).toBeUndefined();
  });

  it('finds nothing where no sentence is', () => {
    expect(passageWith('A heading', [], ['heading'])).toBeUndefined();
  });
});

describe('placesOfWords', () => {
  const marked = (line: string, words: readonly string[]) =>
    placesOfWords(line, words).map(({ start, end }) => line.slice(start, end));

  it.each([
    ['The ferry, a FERRY and ferries', ['ferry'], ['ferry', 'FERRY']],
    ['Late ferries', ['ferr', 'late'], ['Late', 'ferr']],
    ['“Café” au lait', ['cafe'], ['Café']],
    ['Cafe\u0301 au lait', ['cafe'], ['Cafe\u0301']],
    ['The ½ mile', ['1'], ['½']],
    ['harbour', ['harbour', 'harb'], ['harbour']],
    ['Nothing', ['ferry'], []],
    ['Nothing', [''], []],
  ])('%s: %j', (line, words, expected) => {
    expect(marked(line, words)).toEqual(expected);
  });
});

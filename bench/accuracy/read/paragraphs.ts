import type { Paragraph } from '../score/sentences.ts';
import type { TreeSentence } from './conllu.ts';

/** The paragraphs of a treebank, with a space between sentences where it has one. */
export function paragraphsOf(sentences: readonly TreeSentence[]): Paragraph[] {
  const groups: TreeSentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    if (last && !sentence.startsParagraph) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups.map(joined);
}

function joined(sentences: readonly TreeSentence[]): Paragraph {
  let text = '';
  const spans = sentences.map((sentence) => {
    const start = text.length;
    text += sentence.text;
    const span = { start, end: text.length };
    if (sentence.spaceFollows) text += ' ';
    return span;
  });
  return { text: text.trimEnd(), sentences: spans };
}

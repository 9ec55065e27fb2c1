import type { SegmentCase } from '../score/sentences.ts';

/**
 * Reads sentencex's cases: a text, a line `---`, its sentences a line each, a line `===`. `# ` begins a
 * comment.
 */
export function readSentencexCases(file: string): SegmentCase[] {
  return file.split(/^===\s*$/m).flatMap((written) => {
    const [text = '', pieces] = written.split(/^---\s*$/m);
    if (pieces === undefined) return [];
    return [{ text: withoutComments(text), pieces: pieces.split('\n').filter((line) => line.trim() !== '') }];
  });
}

function withoutComments(text: string): string {
  const lines = text.split('\n').filter((line) => !line.startsWith('# '));
  return lines.join('\n').replaceAll(/^\n+|\n+$/g, '');
}

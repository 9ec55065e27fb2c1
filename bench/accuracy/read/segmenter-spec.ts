import type { SegmentCase } from '../score/sentences.ts';

/** The cases of pragmatic segmenter's specification of English: its golden rules, and the others. */
export interface SegmenterSpec {
  readonly golden: readonly SegmentCase[];
  /** Without those that test how a text is cleaned, which is no matter of sentences. */
  readonly others: readonly SegmentCase[];
}

const GOLDEN = 'context "Golden Rules" do';

/** Reads the RSpec file. Cases whose text stands in a variable are passed over. */
export function readSegmenterSpec(ruby: string): SegmenterSpec {
  const [, rest = ''] = ruby.split(GOLDEN);
  const [golden = '', others = ''] = rest.split(/^ {2}end$/m, 2);
  return {
    golden: casesIn(golden).map(({ text, pieces }) => ({ text, pieces })),
    others: casesIn(others)
      .filter(({ options }) => !/\b(?:clean|doc_type):/.test(options))
      .map(({ text, pieces }) => ({ text, pieces })),
  };
}

const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/.source;
const CASE = new RegExp(
  `Segmenter\\.new\\((?<before>[^"'\\n]*)text: (?<text>${STRING})(?<after>[^\\n]*)\\)\\s*?\\n\\s*expect\\(ps\\.segment\\)\\.to eq\\(\\[(?<pieces>(?:${STRING}|[^"'\\]])*)\\]\\)`,
  'gs',
);

function casesIn(ruby: string) {
  return [...ruby.matchAll(CASE)].map(
    ({ groups: { before = '', text = '', after = '', pieces = '' } = {} }) => ({
      text: unquoted(text),
      pieces: [...pieces.matchAll(new RegExp(STRING, 'gs'))].map(([literal]) => unquoted(literal)),
      options: before + after,
    }),
  );
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** The value of a Ruby string: only double quotes know escapes beyond `\\` and `\'`. */
function unquoted(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith("'")) return body.replaceAll(/\\([\\'])/g, '$1');
  return body.replaceAll(/\\(?:u\{?([0-9a-f]{4,6})\}?|(.))/gis, (_escape, code?: string, letter = '') =>
    code === undefined ? (CONTROLS[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

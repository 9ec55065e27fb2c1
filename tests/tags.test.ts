import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_ATTRIBUTES } from '../src/domain/attributes.ts';
import { HUES } from '../src/domain/hue.ts';
import { DEFAULT_KEYS } from '../src/domain/keys.ts';
import type { AnnotationRecord, ArticleRecords } from '../src/domain/record.ts';
import { BUILT_IN_TAGS, TAG_FACTS } from '../src/domain/tag.ts';
import { packageRoot } from '../src/store/package-root.ts';
import { quayArticle, quayRecords, sourceOf } from './formats/quay-records.ts';
import { bytesOf } from './formats/whole-file.ts';

const root = packageRoot();
const TABLE = 'src/domain/tag.ts';

const RUMOUR = `  rumour: {
    name: 'Unproven rumour',
    plural: 'Unproven rumours',
    letter: 'U',
    hue: 4,
    definition: 'What is going round.',
    description: 'Words that nobody stands behind.',
    guidance: 'Something without a source. Press \`U\`.',
    synonyms: ['hearsay'],
    labelWords: ['gossip'],
  },
`;

describe('the tags of the table', () => {
  test('have letters of their own, which no other key of the reading page is', () => {
    const keys = Object.values(DEFAULT_KEYS).flat();
    expect(new Set(keys).size).toBe(keys.length);
    for (const tag of BUILT_IN_TAGS) expect(TAG_FACTS[tag].letter).toMatch(/^[A-Z0-9]$/);
  });

  test('have hues of their own', () => {
    expect(new Set(BUILT_IN_TAGS.map((tag) => TAG_FACTS[tag].hue)).size).toBe(BUILT_IN_TAGS.length);
  });

  test('have keys that are names everywhere, and mean nothing else there', () => {
    const taken = ['nothing', 'note', 'leave', 'sentences', 'coded'];
    for (const tag of BUILT_IN_TAGS) expect(tag).toMatch(/^[a-z]+$/);
    expect(BUILT_IN_TAGS.filter((tag) => taken.includes(tag))).toEqual([]);
  });
});

describe('the hues', () => {
  const looks = Object.entries(HUES);

  test('are those of the style sheet', () => {
    const css = readFileSync(join(root, 'public/css/hues.css'), 'utf8');
    const rules = looks.map(
      ([hue, { light, dark, line }]) =>
        `.hue-${hue} {\n  --tag: light-dark(${light}, ${dark});\n  --tag-line: ${line};\n}\n`,
    );
    expect(css).toContain(rules.join(''));
    expect(css.match(/^\.hue-/gm)).toHaveLength(looks.length);
  });

  test.each(looks)('%s can be read on every ground of the pages', (_hue, { light, dark }) => {
    for (const ground of ['#fdfcf9', '#f6f4ee']) expect(contrast(light, ground)).toBeGreaterThan(4.5);
    for (const ground of ['#16171a', '#1c1d21', '#000000'])
      expect(contrast(dark, ground)).toBeGreaterThan(4.5);
  });
});

describe('the files that speak of one tag', () => {
  test('are those that ARCHITECTURE.md names, a dozen at most', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const section = page.split('## What knows a tag')[1]?.split('\n## ')[0] ?? '';
    const named = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file);
    const found = sourceFiles().filter((file) => speaksOfATag(readFileSync(join(root, file), 'utf8')));
    expect(found.sort()).toEqual(named.sort());
    expect(named.length).toBeLessThanOrEqual(12);
  });

  test.each([
    ["if (tag === 'claim') return;", true],
    ['const COLOURS = { quote: 1 };', true],
    ['counts.statistic + 1', true],
    ['_sum: { claimCount: true }', true],
    ['<p>Looking for quotes, statistics and claims …</p>', true],
    ['mark.quote { color: red }', true],
    ['<blockquote class="quoted">', false],
    ['// What a claim is.\nlet quote = bytes.indexOf(QUOTE, at + 1);', false],
    ["import { quotePieces } from './quotes.ts';", false],
  ])('are told by what stands in them: %s', (text, speaks) => {
    expect(speaksOfATag(text)).toBe(speaks);
  });
});

describe('a fourth tag, added to the table alone', () => {
  let program: Program;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(root, 'dist', 'fourth-tag-'));
    program = await programWithRumours(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is offered, explained and drawn on every page', () => {
    const { drawn } = program;
    expect(drawn.palette).toMatch(/<button[^>]* value="rumour" aria-keyshortcuts="U"/);
    expect(drawn.palette).toContain('class="rumour hue-4"');
    expect(drawn.help).toContain('<dt class="rumour hue-4">Unproven rumour</dt>');
    expect(drawn.help).toContain('Something without a source. Press <kbd>U</kbd>.');
    expect(drawn.help).toContain('Tag the selection as an unproven rumour');
    expect(drawn.counts).toContain('Unproven rumours: ');
  });

  test('has the attributes that every tag has', () => {
    expect(program.attributesOf('rumour').map(({ name }) => name)).toEqual(['confidence', 'note']);
  });

  test('is known by the labels of other tools', () => {
    const labels = ['rumour', 'Unproven rumours', 'hearsay', 'desk gossip'];
    expect(labels.map(program.guessChoice)).toEqual(labels.map(() => 'rumour'));
  });

  test('leaves in every format that takes all tags, and comes back from those that are read', async () => {
    for (const format of program.formats.filter(({ key }) => key !== 'claimreview' && key !== 'codings')) {
      const bytes = await bytesOf(format.write(sourceOf([rumour()])));
      const name = `desk.${format.extension}`;
      const reader = program.readers.find((each) => each.key === format.key);
      if (!reader) {
        if (!/qd/.test(format.key)) expect(bytes.toString(), format.key).toMatch(/rumour/i);
        continue;
      }
      expect(reader.recognises({ name, bytes }), format.key).toBe(true);
      const labels: string[] = [];
      for await (const { annotations = [] } of reader.read({ name, bytes })) {
        labels.push(...annotations.map(({ label }) => label));
      }
      expect(labels.map(program.guessChoice), format.key).toEqual(['rumour']);
    }
  });

  test('compiles everywhere', () => {
    const tree = mkdtempSync(join(tmpdir(), 'fourth-tag-'));
    try {
      for (const name of ['src', 'views', 'tsconfig.json', 'package.json']) {
        cpSync(join(root, name), join(tree, name), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
      writeFileSync(join(tree, TABLE), withRumours(readFileSync(join(root, TABLE), 'utf8')));
      const { stdout, status } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], {
        cwd: tree,
        encoding: 'utf8',
      });
      const wrong = [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file]) => file))];
      expect(wrong).toEqual([]);
      expect(status, stdout).toBe(0);
    } finally {
      rmSync(tree, { recursive: true, force: true });
    }
  }, 300_000);
});

/** What the program with a fourth tag gives to look at; its types know of three. */
interface Program {
  readonly drawn: Readonly<Record<'palette' | 'help' | 'counts', string>>;
  readonly attributesOf: (tag: string) => { readonly name: string }[];
  readonly guessChoice: (label: string) => string;
  readonly formats: readonly {
    readonly key: string;
    readonly extension: string;
    readonly write: (source: unknown) => AsyncIterable<Uint8Array>;
  }[];
  readonly readers: readonly {
    readonly key: string;
    readonly recognises: (file: object) => boolean;
    readonly read: (
      file: object,
    ) => AsyncIterable<{ readonly annotations?: readonly { readonly label: string }[] }>;
  }[];
}

const ENTRY = `
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { HelpPage } from './views/help/show.tsx';
import { Palette } from './views/articles/_palette.tsx';
import { Counts } from './views/articles/_state.tsx';
export { attributesOf } from './src/domain/attributes.ts';
export { guessChoice } from './src/domain/label-mapping.ts';
export { formats } from './src/formats/index.ts';
export { annotationReaders as readers } from './src/formats/annotation-readers.ts';
export const drawn = {
  help: render(h(HelpPage, { address: (path) => path })),
  palette: render(h(Palette, { articleId: 'a' })),
  counts: render(h(Counts, { coding: { counts: { rumour: 2 } } })),
};`;

async function programWithRumours(folder: string): Promise<Program> {
  const table: Plugin = {
    name: 'fourth-tag',
    setup: ({ onLoad }) =>
      onLoad({ filter: /src[\\/]domain[\\/]tag\.ts$/ }, ({ path }) => ({
        contents: withRumours(readFileSync(path, 'utf8')),
        loader: 'ts',
      })),
  };
  const outfile = join(folder, 'program.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    plugins: [table],
  });
  // Made of ENTRY just now.
  return (await import(pathToFileURL(outfile).href)) as Program;
}

function withRumours(table: string): string {
  const added = table.replace('} as const satisfies', `${RUMOUR}} as const satisfies`);
  if (added === table) throw new Error('the table of tags has no end');
  return added;
}

function rumour(): ArticleRecords {
  const [first] = quayRecords;
  if (!first) throw new Error('there is no record');
  const said = { confidence: 'sure', note: 'On the quay.' } as const;
  // The types know of three tags.
  const annotation = { ...first, ...NO_ATTRIBUTES, ...said, tag: 'rumour' } as unknown as AnnotationRecord;
  return { article: quayArticle, annotations: [annotation] };
}

/**
 * All that is written by hand for the program, but for the text engine, which speaks of tags all the time.
 */
function sourceFiles(): string[] {
  return ['src', 'views', 'public/css']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    )
    .filter((file) => /\.(tsx?|css)$/.test(file) && !/^src\/(text|store\/generated)\//.test(file));
}

/**
 * Values, keys, properties and classes of these names, and the words where people read them. Comments do not
 * count.
 */
const MARKS = [
  /'(claim|quote|statistic)'/,
  /[{,\s](claim|quote|statistic):/,
  /\.(claim|quote|statistic)\b/,
  /\b(claim|quote|statistic)Counts?\b/,
];
const WORDS = /\b(claims?|statistics?)\b/i;

function speaksOfATag(text: string): boolean {
  const code = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/\bfrom '[^']*'/g, '');
  const read = [...code.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`|>[^<>{}=]*</g)].map(([words]) => words);
  return MARKS.some((mark) => mark.test(code)) || read.some((words) => WORDS.test(words));
}

/** The contrast of two colours after WCAG 2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

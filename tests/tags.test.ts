import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ComponentChildren, h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { ATTRIBUTES, attributesOf, NO_ATTRIBUTES } from '../src/domain/attributes.ts';
import {
  askedAttributes,
  type CodebookTag,
  DEFAULT_CODEBOOK,
  type NumberedCodebook,
} from '../src/domain/codebook/codebook.ts';
import { languageOf } from '../src/domain/codebook/words.ts';
import { blankCoding } from '../src/domain/coding.ts';
import { HUES } from '../src/domain/hue.ts';
import { DEFAULT_KEYS, keymapOf, usualKeys } from '../src/domain/keys.ts';
import { guessChoice } from '../src/domain/label-mapping.ts';
import type { ArticleRecords } from '../src/domain/record.ts';
import { BUILT_IN_TAGS, RESERVED_KEYS, TAG_FACTS } from '../src/domain/tag.ts';
import { annotationReaders } from '../src/formats/annotation-readers.ts';
import type { IncomingAnnotation } from '../src/formats/incoming.ts';
import { formats } from '../src/formats/index.ts';
import { ENGLISH, inLanguage } from '../src/messages/language.ts';
import { packageRoot } from '../src/store/package-root.ts';
import { Palette } from '../views/articles/_palette.tsx';
import { Counts } from '../views/articles/_state.tsx';
import { HelpPage } from '../views/help/show.tsx';
import { CodebookContext } from '../views/shared/_codebook.tsx';
import { KeysContext } from '../views/shared/_key.tsx';
import { quayArticle, quayRecords, sourceOf } from './formats/quay-records.ts';
import { bytesOf } from './formats/whole-file.ts';

const root = packageRoot();
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
    for (const tag of BUILT_IN_TAGS) expect(tag).toMatch(/^[a-z]+$/);
    expect(BUILT_IN_TAGS.filter((tag) => RESERVED_KEYS.includes(tag))).toEqual([]);
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

describe('a fourth tag, added to a codebook alone', () => {
  const codebook: NumberedCodebook = {
    number: 2,
    tags: [...DEFAULT_CODEBOOK.tags, RUMOUR],
    fields: [],
  };
  const drawn = (node: ComponentChildren) =>
    render(
      h(
        CodebookContext.Provider,
        { value: codebook },
        h(
          KeysContext.Provider,
          { value: { keymap: keymapOf({}, usualKeys(codebook.tags)), areOn: true } },
          node,
        ),
      ),
    );
  const inItsWords = <Value>(deed: () => Value) => inLanguage(languageOf(codebook, ENGLISH), deed);

  test('is offered, explained and drawn on every page', () => {
    inItsWords(() => {
      const palette = drawn(h(Palette, { articleId: 'a' }));
      expect(palette).toMatch(/<button[^>]* value="rumour" aria-keyshortcuts="U"/);
      expect(palette).toContain('class="own-rumour hue-4"');
      const help = drawn(h(HelpPage, { address: (path: string) => path }));
      expect(help).toContain('<dt class="own-rumour hue-4">Unproven rumour</dt>');
      expect(help).toContain('Tag the selection as an unproven rumour');
      const coding = { ...blankCoding({ id: 'a', sentenceCount: 3 }, 'shared') };
      const counted = { ...coding, counts: { ...coding.counts, tags: { rumour: 2 } } };
      expect(drawn(h(Counts, { coding: counted }))).toContain('Unproven rumours: ');
    });
  });

  test('asks for what its codebook says, and can have all that a person fills in', () => {
    expect(askedAttributes(codebook, 'rumour').map(({ name }) => name)).toEqual([
      'speaker',
      'confidence',
      'note',
    ]);
    expect(attributesOf('rumour')).toEqual(ATTRIBUTES.filter(({ isComputed }) => !isComputed));
  });

  test('is known by its key and by what the project calls it', () => {
    const labels = ['rumour', 'Unproven rumours', 'unproven-rumour', '#rumour'];
    expect(labels.map((label) => guessChoice(label, codebook))).toEqual(labels.map(() => 'rumour'));
    expect(guessChoice('rumour')).toBe('leave');
  });

  test.each(formats.filter(({ key }) => key !== 'claimreview' && key !== 'codings'))(
    'leaves as $key with its speaker, and comes back where that is read',
    async (format) => {
      const bytes = await bytesOf(format.write(sourceOf([rumour()], 'Harbour', codebook)));
      const name = `desk.${format.extension}`;
      const reader = annotationReaders.find((each) => each.key === format.key);
      if (!reader) return expect(bytes.toString()).toMatch(format.key === 'qdc' ? /rumour/ : /rumour|PK/i);
      expect(reader.recognises({ name, bytes })).toBe(true);
      const read: IncomingAnnotation[] = [];
      for await (const found of reader.read({ name, bytes })) {
        if ('annotations' in found) read.push(...found.annotations);
      }
      expect(read.map(({ label, attributes }) => [guessChoice(label, codebook), attributes.speaker])).toEqual(
        [['rumour', 'Neighbours']],
      );
    },
  );
});

const RUMOUR: CodebookTag = {
  key: 'rumour',
  name: 'Unproven rumour',
  plural: 'Unproven rumours',
  letter: 'U',
  hue: 4,
  definition: 'What is going round.',
  useWhen: 'Words that nobody stands behind.',
  notWhen: '',
  examples: [],
  attributes: ['speaker', 'confidence', 'note'],
  isOff: false,
};

function rumour(): ArticleRecords {
  const [first] = quayRecords;
  if (!first) throw new Error('there is no record');
  const said = { speaker: 'Neighbours', confidence: 'sure', note: 'On the quay.' } as const;
  return { article: quayArticle, annotations: [{ ...first, ...NO_ATTRIBUTES, ...said, tag: 'rumour' }] };
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

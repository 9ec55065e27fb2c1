import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../src/store/package-root.ts';

/** What each part may import besides itself; a part that is not named here may not exist. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/text': [],
  'src/agreement': [],
  'src/domain': ['src/messages', 'src/text'],
  'src/messages': ['src/domain'],
  'src/formats': ['src/messages', 'src/domain', 'src/text'],
  'src/fetch': ['src/messages', 'src/domain'],
  'src/store': ['src/domain', 'src/text'],
  'src/accounts': ['src/store', 'src/messages', 'src/domain'],
  'src/import': ['src/store', 'src/fetch', 'src/formats', 'src/messages', 'src/domain', 'src/text'],
  'src/actions': [
    'src/agreement',
    'src/accounts',
    'src/import',
    'src/store',
    'src/fetch',
    'src/formats',
    'src/messages',
    'src/domain',
    'src/text',
  ],
  views: ['src/agreement', 'src/messages', 'src/domain', 'src/text'],
  'src/web': [
    'src/accounts',
    'src/actions',
    'src/agreement',
    'src/import',
    'src/store',
    'src/formats',
    'views',
    'src/messages',
    'src/domain',
    'src/text',
    'src/config.ts',
  ],
  'src/client': ['src/messages', 'src/text'],
  'src/config.ts': ['src/setting-values.ts'],
  'src/setting-values.ts': [],
};

/** The program itself: whatever is not a library may be used here. */
const MAY_IMPORT_ANYTHING = ['src/server.ts', 'src/cli.ts', 'src/cli'];

const MAY_SEE_THE_ENVIRONMENT = ['src/config.ts', 'src/server.ts', 'src/cli.ts'];

/** Pure parts: no package, no file, no network. */
const WITHOUT_PACKAGES = ['src/text', 'src/agreement', 'src/domain'];

const VAGUE_NAME = /(^|[/-])(utils?|helpers?|managers?|services?|common|misc|lib|stuff)([./-]|$)/i;

interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly isDynamic: boolean;
}

let texts: Map<string, string>;
let imports: Import[];

beforeAll(async () => {
  const files = [...(await sourceFiles('src')), ...(await sourceFiles('views'))];
  texts = new Map(await Promise.all(files.map(async (file) => [file, await readSource(file)] as const)));
  imports = [...texts].flatMap(([file, text]) => importsOf(file, text));
});

describe('imports', () => {
  test('are found at all', () => {
    expect(imports).toContainEqual({
      from: 'src/web/app.ts',
      to: 'src/web/routes.ts',
      isPackage: false,
      isDynamic: false,
    });
    expect(imports).toContainEqual({
      from: 'src/web/app.ts',
      to: 'express',
      isPackage: true,
      isDynamic: false,
    });
  });

  test('run one way', () => {
    const wrong = imports.filter(
      ({ from, to, isPackage }) => !isPackage && !mayImport(partOf(from), partOf(to)),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('are of files that exist', () => {
    const missing = imports.filter(
      ({ from, to, isPackage }) => !isPackage && !isGenerated(to) && !exists(from, to),
    );
    expect(missing.map(arrow)).toEqual([]);
  });

  test('make no cycle', () => {
    expect(findCycle()).toBeUndefined();
  });

  test('of packages are not made by the pure parts', () => {
    const wrong = imports.filter(
      ({ from, isPackage }) => isPackage && WITHOUT_PACKAGES.includes(partOf(from)),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test.each([
    ['Prisma and the database drivers', /prisma|^better-sqlite3$|^pg$|^src\/store\/generated\//, 'src/store'],
    ['Express and its middleware', /^(express|helmet|multer)$/, 'src/web'],
  ])('of %s stay in one part', (_what, library, part) => {
    const wrong = imports.filter(({ from, to }) => library.test(to) && partOf(from) !== part);
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('of the domain by the messages are of the table of tags', () => {
    const wrong = imports.filter(
      ({ from, to }) => partOf(from) === 'src/messages' && partOf(to) === 'src/domain',
    );
    expect([...new Set(wrong.map(({ to }) => to))]).toEqual(['src/domain/tag.ts']);
  });

  test('of a format by the web go through the list of formats', () => {
    const direct = imports.filter(
      ({ from, to }) => partOf(from) === 'src/web' && partOf(to) === 'src/formats',
    );
    expect(direct.filter(({ to }) => to !== 'src/formats/index.ts').map(arrow)).toEqual([]);
  });
});

/** `csv` of `src/formats/csv/read.ts`; undefined for the files that stand right in `src/formats`. */
function formatFolder(file: string): string | undefined {
  const [, , folder, ...rest] = file.split('/');
  return partOf(file) === 'src/formats' && rest.length > 0 ? folder : undefined;
}

test('formats do not know each other', () => {
  const shared = ['reading', 'writing'];
  const sideways = imports.filter(({ from, to }) => {
    const [folder, other] = [formatFolder(from), formatFolder(to)];
    return folder && other && folder !== other && !shared.includes(other);
  });
  expect(sideways.map(arrow)).toEqual([]);
});

test('the environment is seen by the settings and the program only', () => {
  const seeing = [...texts]
    .filter(([, text]) => /\bprocess\s*(\.|\[')env\b/.test(text))
    .map(([file]) => file);
  expect(seeing.filter((file) => !MAY_SEE_THE_ENVIRONMENT.includes(file))).toEqual([]);
});

/** In these a role is what somebody is in the news. */
const OTHER_ROLES = ['src/text', 'src/formats', 'src/client'];

const ASKS_FOR_A_ROLE =
  /\brole\b\s*[!=]==?|[!=]==?\s*[\w.?]*\brole\b|[!=]==?\s*'(owner|adjudicator|coder|reader)'|\bcase '(owner|adjudicator|coder|reader)'|\b(includes|has|switch)\s*\([\w.?]*\brole\b|\[[\w.?]*\brole\]/;

test('what a role may is asked and refused in one place', () => {
  const [rights, permission] = ['src/domain/rights.ts', 'src/domain/permission.ts'];
  const others = [...texts].filter(([file]) => file !== permission && !OTHER_ROLES.includes(partOf(file)));
  const asking = others.filter(([file, text]) => file !== rights && ASKS_FOR_A_ROLE.test(text));
  expect(asking.map(([file]) => file)).toEqual([]);
  expect(others.filter(([, text]) => text.includes('new ForbiddenError')).map(([file]) => file)).toEqual([]);
});

test.each([
  "if (member.role !== 'reader') save();",
  "const isOwner = 'owner' === member.role;",
  'return role == wanted;',
  'switch (member.role) {',
  "  case 'coder':",
  'return WRITERS.includes(member.role);',
  'return RANK[role] > 1;',
])('a question after a role is seen: %s', (line) => {
  expect(line).toMatch(ASKS_FOR_A_ROLE);
});

/** The files of the store that ask for rows of people's work; each takes a sight, or a coding's lane. */
const READS_WORK = [
  'leaving',
  'annotation-table annotations annotators dialect speakers',
  'apply-change codings find-article import-history imported-annotations last-place save-sql',
  'export-codings move-work splits',
  'standing stored-events steps taken whose-work wide-steps article-list article-sql articles verify-work',
  'adjudication-queue agreement assignment-deeds assignments check-file comments decisions imports seats work',
]
  .join(' ')
  .split(' ');

/** A table of people's work in SQL, or a model of it in Prisma's client. */
const NAMES_WORK =
  /"(Annotation|SentenceMark|Dismissal|Event|Coding|Decision|Comment)"|\b(db|tx)\.(annotation|sentenceMark|dismissal|event|coding|decision|comment)\b/;

test('only listed files of the store ask for people’s work', () => {
  const asking = [...texts].filter(([, text]) => NAMES_WORK.test(text)).map(([file]) => file);
  const listed = READS_WORK.map((name) => `src/store/${name}.ts`);
  expect(asking.filter((file) => !listed.includes(file))).toEqual([]);
});

test('names say what is inside', async () => {
  const folders = ['src', 'views', 'tests', 'bench', 'scripts'];
  const files = (await Promise.all(folders.map((folder) => sourceFiles(folder)))).flat();
  expect(files.filter((file) => VAGUE_NAME.test(file))).toEqual([]);
});

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(packageRoot(), folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(packageRoot(), join(entry.parentPath, entry.name)))
    .filter((file) => !isGenerated(file));
}

function readSource(file: string): Promise<string> {
  return readFile(join(packageRoot(), file), 'utf8');
}

function isGenerated(file: string): boolean {
  return file.startsWith('src/store/generated/');
}

const STATIC_IMPORT = /^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'([^']+)'/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*'([^']+)'/g;

function importsOf(from: string, text: string): Import[] {
  const found = (pattern: RegExp, isDynamic: boolean) =>
    [...text.matchAll(pattern)].map(([, specifier = '']) => {
      const isPackage = !specifier.startsWith('.');
      const to = isPackage ? specifier : normalize(join(dirname(from), specifier));
      return { from, to, isPackage, isDynamic };
    });
  return [...found(STATIC_IMPORT, false), ...found(DYNAMIC_IMPORT, true)];
}

/** `src/text`, `views`, or a file that lies in no part, such as `src/cli.ts`. */
function partOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? `${first}/${second}` : first;
}

function mayImport(from: string, to: string): boolean {
  if (from === to || MAY_IMPORT_ANYTHING.includes(from)) return true;
  return MAY_IMPORT[from]?.includes(to) ?? false;
}

function exists(from: string, to: string): boolean {
  return texts.has(to) || texts.has(join(dirname(from), to));
}

function arrow({ from, to }: Import): string {
  return `${from} → ${to}`;
}

/** A dynamic import waits until its place is reached, so it closes no cycle. */
function findCycle(): string | undefined {
  const edges = imports.filter(({ isPackage, isDynamic }) => !isPackage && !isDynamic);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
    if (done.has(file)) return undefined;
    done.add(file);
    return first(
      edges.filter(({ from }) => from === file),
      ({ to }) => visit(to, [...path, file]),
    );
  };
  return first([...texts.keys()], (file) => visit(file, []));
}

function first<Item>(items: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

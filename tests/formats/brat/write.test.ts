import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brat } from '../../../src/formats/brat/brat.ts';
import { bratReader } from '../../../src/formats/brat/read.ts';
import { growthOver, manyArticles } from '../flat-memory.ts';
import { expectedOf, givenBy, hostileWork } from '../hostile-work.ts';
import { quayArticle, quaySource, recordOf, sourceOf } from '../quay-records.ts';
import { bytesOf } from '../whole-file.ts';
import { filesIn, sorted } from '../zipped.ts';

const NAME = 'harbour/quay-reopens-after-storm-01890a5d-ac96-774b-bcce-b302099a8057';

const ann = [
  'T1\tclaim 0 12\tQuay reopens',
  'A1\torigin T1 manual',
  '#1\tAnnotatorNotes T1\tid: a1 | annotator: Alice | created: 2026-03-03T08:00:00.000Z | updated: 2026-03-03T08:00:00.000Z',
  'T2\tquote 82 106;123 139\t“We moved 3,900 crates,” “and lost none.”',
  'A2\tquote_type T2 direct',
  'A3\tconfidence T2 sure',
  'A4\torigin T2 suggestion-edited',
  '#2\tAnnotatorNotes T2\tspeaker: Mira Holt | cue: said | id: a2 | annotator: Alice | created: 2026-03-03T08:00:00.000Z | updated: 2026-03-03T09:30:15.250Z',
  'T3\tstatistic 92 104\t3,900 crates',
  'A5\tcomparator T3 about',
  'A6\torigin T3 suggestion',
  '#3\tAnnotatorNotes T3\tvalue: 3900 | value_max: 4100.5 | unit: crate | subject: crates moved | note: Counted "by hand",\\nsee page 2 | id: a3 | annotator: Alice | created: 2026-03-03T08:00:00.000Z | updated: 2026-03-03T08:00:00.000Z',
  'T4\tclaim 141 172\t=Tern, a tug, is “back at work”',
  'A7\tcheck_worthiness T4 low',
  'A8\torigin T4 manual',
  '#4\tAnnotatorNotes T4\tcheck_score: 0.87 | id: a4 | annotator: Alice | created: 2026-03-03T08:00:00.000Z | updated: 2026-03-03T08:00:00.000Z',
  '',
].join('\n');

const conf = `# Tags of On Record and their attributes.

[entities]

claim
quote
statistic

[relations]

[events]

[attributes]

quote_type\tArg:quote, Value:direct|indirect|mixed
comparator\tArg:statistic, Value:equal|more|less|at_least|at_most|about
check_worthiness\tArg:claim, Value:high|medium|low
confidence\tArg:<ENTITY>, Value:sure|unsure
origin\tArg:<ENTITY>, Value:manual|suggestion|suggestion-edited
`;

test('the whole folder, to the letter', async () => {
  const files = await filesIn(await bytesOf(brat.write(quaySource)));
  expect([...files.keys()]).toEqual([
    'harbour/annotation.conf',
    'harbour/visual.conf',
    `${NAME}.txt`,
    `${NAME}.ann`,
    'harbour/articles.jsonl',
  ]);
  expect(files.get('harbour/annotation.conf')).toBe(conf);
  expect(files.get(`${NAME}.txt`)).toBe(quayArticle.text);
  expect(files.get(`${NAME}.ann`)).toBe(ann);
  expect(files.get('harbour/articles.jsonl')).toBe(
    '{"file":"quay-reopens-after-storm-01890a5d-ac96-774b-bcce-b302099a8057","id":"01890a5d-ac96-774b-bcce-b302099a8057","title":"Quay reopens after storm","byline":"Ada Wren","publication":"The Lantern","published":"2026-03-02","url":"https://lantern.example/quay","language":"en","labels":"storm, batch 1"}\n',
  );
});

test('an annotation over line breaks is in pieces, and one again when it is read', async () => {
  const text = 'First line.\n\nSecond\u2028line.';
  const article = { ...quayArticle, text };
  const source = sourceOf([{ article, annotations: [recordOf(article, [{ start: 0, end: text.length }])] }]);
  const zip = await bytesOf(brat.write(source));
  const files = await filesIn(zip);
  expect(files.get(`${NAME}.ann`)?.split('\n')[0]).toBe(
    'T1\tclaim 0 11;13 19;20 25\tFirst line. Second line.',
  );
  const { documents } = await sorted(bratReader.read({ name: 'a.zip', bytes: zip }));
  expect(documents[0]?.annotations[0]?.anchors).toEqual([
    { offsets: { start: 0, end: 25, unit: 'code-points' }, words: text },
  ]);
});

test('everything comes back', async () => {
  await fc.assert(
    fc.asyncProperty(hostileWork, async (work) => {
      const bytes = await bytesOf(brat.write(sourceOf(work)));
      const file = { name: 'work.brat.zip', bytes };
      if (work.length > 0) expect(bratReader.recognises(file)).toBe(true);
      if (work.length === 0) return;
      const { documents, unreadable } = await sorted(bratReader.read(file));
      expect(unreadable).toEqual([]);
      const byId = (a: { articleId?: string | undefined }, b: { articleId?: string | undefined }) =>
        (a.articleId ?? '') < (b.articleId ?? '') ? -1 : 1;
      expect(givenBy(documents).toSorted(byId)).toEqual(expectedOf(work).toSorted(byId));
    }),
    { numRuns: 150 },
  );
});

test('every line is one line for Python too, and nothing of a record but its fields comes out', async () => {
  await fc.assert(
    fc.asyncProperty(hostileWork, async (work) => {
      const secret = work.map(({ article, annotations }) => ({
        article: { ...article, annotatorId: 'SECRET' },
        annotations: annotations.map((record) => ({ ...record, email: 'SECRET' })),
      }));
      for (const [name, words] of await filesIn(await bytesOf(brat.write(sourceOf(secret))))) {
        expect(words).not.toContain('SECRET');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines for Python
        if (name.endsWith('.ann')) expect(words).not.toMatch(/[\v\f\r\u001c-\u001e\u0085\u2028\u2029]/);
      }
    }),
    { numRuns: 60 },
  );
});

test('names are safe and unique whatever the titles are', async () => {
  const titles = [
    '../../etc/passwd',
    'שלום',
    'Émile & Zoé',
    'x'.repeat(500),
    '',
    'CON',
    'a/b\\c:d*?"<>|',
    '😀',
  ];
  const work = titles.map((title, at) => ({
    article: { ...quayArticle, title, id: `01890a5d-ac96-774b-bcce-b302099a805${at}` },
    annotations: [],
  }));
  const names = [...(await filesIn(await bytesOf(brat.write(sourceOf(work))))).keys()];
  for (const name of names) expect(name).toMatch(/^harbour\/[a-z0-9.-]{1,120}$/);
  expect(names).toContain('harbour/emile-zoe-01890a5d-ac96-774b-bcce-b302099a8052.txt');
});

test('the same work gives the same bytes', async () => {
  expect(await bytesOf(brat.write(quaySource))).toEqual(await bytesOf(brat.write(quaySource)));
});

test('20,000 annotations leave in flat memory', async () => {
  const { growth, bytes } = await growthOver(brat.write(manyArticles(5000)), 15);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(growth).toBeLessThan(24 * 1024 * 1024);
});

import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { DEFAULT_CODEBOOK } from '../../../src/domain/codebook/codebook.ts';
import type { ArticleRecords } from '../../../src/domain/record.ts';
import { labelstudio } from '../../../src/formats/label-studio/labelstudio.ts';
import { anyWork } from '../any-work.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf } from '../quay-records.ts';
import { writeWhole } from '../whole-file.ts';

const data =
  '{"text":"Quay reopens after storm\\n\\nThe northern quay reopened on Monday 😀 after nine days. “We moved 3,900 crates,” Mira Holt said, “and lost none.”\\n\\n=Tern, a tug, is “back at work”.","title":"Quay reopens after storm","byline":"Ada Wren","publication":"The Lantern","published":"2026-03-02","url":"https://lantern.example/quay","language":"en","article_labels":"storm, batch 1","article_id":"01890a5d-ac96-774b-bcce-b302099a8057",';
const quote = '"start":82,"end":106';
const figure = '"start":92,"end":104';
const meta = (updated: string) =>
  `"meta":{"annotator":"Alice","created_at":"2026-03-03T08:00:00.000Z","updated_at":"${updated}"}`;
const early = meta('2026-03-03T08:00:00.000Z');
const edited = '"to_name":"text","origin":"prediction-changed"';
const accepted = '"to_name":"text","origin":"prediction"';
const manual = '"to_name":"text","origin":"manual"';

const golden = `[
{"data":${data}"sha256":"${quayArticle.textHash}","on_record":1},"annotations":[{"result":[${[
  `{"id":"a1",${manual},"from_name":"tag","type":"labels","value":{"start":0,"end":12,"text":"Quay reopens","labels":["claim"]},${early}}`,
  `{"id":"a2",${edited},"from_name":"tag","type":"labels","value":{${quote},"text":"“We moved 3,900 crates,”","labels":["quote"]},${meta('2026-03-03T09:30:15.250Z')}}`,
  `{"id":"a2-2",${edited},"from_name":"tag","type":"labels","value":{"start":123,"end":139,"text":"“and lost none.”","labels":["quote"]}}`,
  `{"id":"a2",${edited},"from_name":"speaker","type":"textarea","value":{${quote},"text":["Mira Holt"]}}`,
  `{"id":"a2",${edited},"from_name":"cue","type":"textarea","value":{${quote},"text":["said"]}}`,
  `{"id":"a2",${edited},"from_name":"quote_type","type":"choices","value":{${quote},"text":"“We moved 3,900 crates,”","choices":["direct"]}}`,
  `{"id":"a2",${edited},"from_name":"confidence","type":"choices","value":{${quote},"text":"“We moved 3,900 crates,”","choices":["sure"]}}`,
  '{"from_id":"a2","to_id":"a2-2","type":"relation","direction":"right","labels":["continues"]}',
  `{"id":"a3",${accepted},"from_name":"tag","type":"labels","value":{${figure},"text":"3,900 crates","labels":["statistic"]},${early}}`,
  `{"id":"a3",${accepted},"from_name":"value","type":"number","value":{${figure},"text":"3,900 crates","number":3900}}`,
  `{"id":"a3",${accepted},"from_name":"value_max","type":"number","value":{${figure},"text":"3,900 crates","number":4100.5}}`,
  `{"id":"a3",${accepted},"from_name":"comparator","type":"choices","value":{${figure},"text":"3,900 crates","choices":["~"]}}`,
  `{"id":"a3",${accepted},"from_name":"unit","type":"textarea","value":{${figure},"text":["crate"]}}`,
  `{"id":"a3",${accepted},"from_name":"subject","type":"textarea","value":{${figure},"text":["crates moved"]}}`,
  `{"id":"a3",${accepted},"from_name":"note","type":"textarea","value":{${figure},"text":["Counted \\"by hand\\",\\nsee page 2"]}}`,
  `{"id":"a4",${manual},"from_name":"tag","type":"labels","value":{"start":141,"end":172,"text":"=Tern, a tug, is “back at work”","labels":["claim"]},${early}}`,
  `{"id":"a4",${manual},"from_name":"check_worthiness","type":"choices","value":{"start":141,"end":172,"text":"=Tern, a tug, is “back at work”","choices":["low"]}}`,
  `{"id":"a4",${manual},"from_name":"check_score","type":"number","value":{"start":141,"end":172,"text":"=Tern, a tug, is “back at work”","number":0.87}}`,
].join(',')}]}]}
]
`;

const written = async (work: readonly ArticleRecords[]) =>
  Buffer.from(await writeWhole(labelstudio, sourceOf(work))).toString();

describe('the file', () => {
  test('to the letter', async () => {
    expect(Buffer.from(await writeWhole(labelstudio, quaySource)).toString()).toBe(golden);
  });

  test('has a task for an article without annotations, and none without articles', async () => {
    expect(await written([])).toBe('[]\n');
    const article = { ...quayArticle, byline: null };
    const tasks: unknown = JSON.parse(
      await written([
        { article, annotations: [] },
        { article, annotations: [] },
      ]),
    );
    expect(tasks).toMatchObject([{ annotations: [] }, { annotations: [] }]);
    expect(tasks).not.toHaveProperty('0.data.byline');
  });

  test('has an annotation for each annotator', async () => {
    const [first, second] = [
      { start: 0, end: 4 },
      { start: 5, end: 12 },
    ];
    const annotations = [
      recordOf(quayArticle, [first], { id: 'a', annotator: 'Alice' }),
      recordOf(quayArticle, [first], { id: 'b', annotator: 'Ben' }),
      recordOf(quayArticle, [second], { id: 'c', annotator: 'Alice' }),
    ];
    expect(JSON.parse(await written([{ article: quayArticle, annotations }]))).toMatchObject([
      { annotations: [{ result: [{ id: 'a' }, { id: 'c' }] }, { result: [{ id: 'b' }] }] },
    ]);
  });

  test('holds nothing that a record carries beside', async () => {
    const secret = { annotatorId: 'SECRET', requestKey: 'SECRET' };
    const annotations = quayRecords.map((record) => ({ ...record, ...secret }));
    expect(await written([{ article: { ...quayArticle, ...secret }, annotations }])).toBe(golden);
  });
});

test('a record without parts is refused by its id', async () => {
  const record = recordOf(quayArticle, [], { id: 'a9' });
  await expect(written([{ article: quayArticle, annotations: [record] }])).rejects.toThrow(/a9 has no parts/);
});

const config = (fileName = 'quay.labelstudio.json') =>
  labelstudio.companion?.write(fileName, DEFAULT_CODEBOOK) ?? '';

describe('the labelling configuration', () => {
  test('has unique names, and a control for each attribute', () => {
    const names = [...config().matchAll(/(?:^|[^\w])name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['tag', 'text', ...ATTRIBUTES.map(({ field }) => field)]);
    expect(new Set(config().match(/toName="[^"]*"/g))).toEqual(new Set(['toName="text"']));
  });

  test.each(['a--b---.json', 'a\u0001b.json', '"a".json'])('is well-formed for the file %j', (fileName) => {
    const [comment = ''] = config(fileName).split('\n');
    expect(comment).toMatch(/^<!-- (?:(?!--)[\u0020-\uffff])* -->$/);
  });
});

/** What is asked of a task by `label_studio_sdk.label_interface`, for the controls that are used here. */
const value = z.looseObject({ start: z.int().min(0), end: z.int(), text: z.unknown() });
const region = z.looseObject({
  id: z.string(),
  from_name: z.string(),
  to_name: z.string(),
  type: z.string(),
  value,
});
const relation = z.looseObject({
  type: z.literal('relation'),
  direction: z.enum(['left', 'right', 'bi']),
  from_id: z.string(),
  to_id: z.string(),
  labels: z.array(z.string()),
});
const task = z.looseObject({
  data: z.looseObject({ text: z.string(), title: z.string() }),
  annotations: z.array(z.looseObject({ result: z.array(z.union([relation, region])) })),
});

/** The values that each control may have, by its name: a list, or `any`. */
function controlsOf(xml: string): ReadonlyMap<string, { type: string; choices: readonly string[] }> {
  const $ = load(xml, { xml: true });
  return new Map(
    $('[toName]')
      .toArray()
      .map((element) => {
        const choices = $(element).find('Label, Choice').toArray();
        const values = choices.map((choice) => $(choice).attr('value') ?? '');
        return [$(element).attr('name') ?? '', { type: element.tagName.toLowerCase(), choices: values }];
      }),
  );
}

const controls = controlsOf(config());
const relations = [...config().matchAll(/<Relation value="([^"]*)"/g)].map(([, name]) => name);

function expectToFit(written: z.infer<typeof region>): void {
  const control = controls.get(written.from_name);
  expect(written.type).toBe(control?.type);
  expect(written.to_name).toBe('text');
  const given = written.value[written.type === 'textarea' ? 'text' : written.type];
  if (written.type === 'number') expect(given).toEqual(expect.any(Number));
  else expect(given).toEqual([expect.any(String)]);
  if (control && control.choices.length > 0)
    expect(control.choices).toEqual(expect.arrayContaining(z.array(z.string()).parse(given)));
}

describe('any work', () => {
  test('makes tasks that fit the configuration, after the rules of Label Studio’s SDK', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWork(), { maxLength: 2 }), async (works) => {
        for (const { annotations } of z.array(task).parse(JSON.parse(await written(works)))) {
          for (const { result } of annotations) {
            const ids = new Set(result.map(({ id }) => id));
            for (const one of result) {
              const link = relation.safeParse(one).data;
              if (!link) expectToFit(region.parse(one));
              else
                expect([ids.has(link.from_id), ids.has(link.to_id), link.labels]).toEqual([
                  true,
                  true,
                  relations,
                ]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('tasks are read only as far as asked, and stopping closes the source', async () => {
  let read = 0;
  let closed = false;
  const works = async function* (): AsyncGenerator<ArticleRecords> {
    try {
      for await (const work of manyArticles(1000, 100).articles()) {
        read++;
        yield work;
      }
    } finally {
      closed = true;
    }
  };
  for await (const chunk of labelstudio.write({ ...quaySource, articles: works })) {
    expect(chunk.length).toBeLessThan(80 * 1024);
    break;
  }
  expect([read < 5, closed]).toEqual([true, true]);
});

test('20,000 annotations are written in flat memory', async () => {
  const { growth, count } = await growthOver(labelstudio.write(manyArticles(100, 200)), 20);
  expect(count).toBeGreaterThan(100);
  expect(growth).toBeLessThan(FLAT);
});

import { describe, expect, test } from 'vitest';
import type { ArticleRecords, CodedArticle } from '../../../src/domain/record.ts';
import { jsonl } from '../../../src/formats/jsonl/jsonl.ts';
import { FLAT, growthOver, manyArticles } from '../flat-memory.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf } from '../quay-records.ts';
import { writeWhole } from '../whole-file.ts';

const none =
  '"speaker":null,"cue":null,"quote_type":null,"value":null,"value_max":null,"comparator":null,"unit":null,"subject":null';
const byAlice = '"annotator":"Alice","origin":"manual","created_at":"2026-03-03T08:00:00.000Z"';
const sameTime = '"updated_at":"2026-03-03T08:00:00.000Z"';

const head =
  '{"on_record":1,"id":"01890a5d-ac96-774b-bcce-b302099a8057","project":"harbour","title":"Quay reopens after storm","byline":"Ada Wren","publication":"The Lantern","published":"2026-03-02","url":"https://lantern.example/quay","language":"en","article_labels":"storm, batch 1",';
const text =
  '"text":"Quay reopens after storm\\n\\nThe northern quay reopened on Monday 😀 after nine days. “We moved 3,900 crates,” Mira Holt said, “and lost none.”\\n\\n=Tern, a tug, is “back at work”."';

const golden = [
  `${head}${text},"sha256":"${quayArticle.textHash}",`,
  '"label":[[0,12,"claim"],[83,107,"quote"],[124,140,"quote"],[93,105,"statistic"],[142,173,"claim"]],"annotations":[',
  `{"id":"a1","tag":"claim","parts":[{"text":"Quay reopens","start":0,"end":12,"start_utf16":0,"end_utf16":12}],${none},"check_worthiness":null,"confidence":null,"note":null,"check_score":null,${byAlice},${sameTime},"coding":"shared"},`,
  '{"id":"a2","tag":"quote","parts":[{"text":"“We moved 3,900 crates,”","start":82,"end":106,"start_utf16":83,"end_utf16":107},{"text":"“and lost none.”","start":123,"end":139,"start_utf16":124,"end_utf16":140}],"speaker":"Mira Holt","cue":"said","quote_type":"direct","value":null,"value_max":null,"comparator":null,"unit":null,"subject":null,"check_worthiness":null,"confidence":"sure","note":null,"check_score":null,"annotator":"Alice","origin":"suggestion-edited","created_at":"2026-03-03T08:00:00.000Z","updated_at":"2026-03-03T09:30:15.250Z","coding":"shared"},',
  `{"id":"a3","tag":"statistic","parts":[{"text":"3,900 crates","start":92,"end":104,"start_utf16":93,"end_utf16":105}],"speaker":null,"cue":null,"quote_type":null,"value":3900,"value_max":4100.5,"comparator":"~","unit":"crate","subject":"crates moved","check_worthiness":null,"confidence":null,"note":"Counted \\"by hand\\",\\nsee page 2","check_score":null,"annotator":"Alice","origin":"suggestion","created_at":"2026-03-03T08:00:00.000Z",${sameTime},"coding":"shared"},`,
  `{"id":"a4","tag":"claim","parts":[{"text":"=Tern, a tug, is “back at work”","start":141,"end":172,"start_utf16":142,"end_utf16":173}],${none},"check_worthiness":"low","confidence":null,"note":null,"check_score":0.87,${byAlice},${sameTime},"coding":"shared"}`,
  '],"codings":[]}\n',
].join('');

const written = async (work: readonly ArticleRecords[]) =>
  Buffer.from(await writeWhole(jsonl, sourceOf(work))).toString();

describe('the file', () => {
  test('to the letter', async () => {
    expect(Buffer.from(await writeWhole(jsonl, quaySource)).toString()).toBe(golden);
  });

  test('has a line for an article without annotations, and is empty without articles', async () => {
    expect(await written([])).toBe('');
    const line = await written([{ article: { ...quayArticle, byline: null, url: null }, annotations: [] }]);
    expect(line).toContain('"byline":null,');
    expect(line).toMatch(/"url":null,.*"label":\[\],"annotations":\[\],"codings":\[\]\}\n$/);
  });

  test('holds nothing that a record carries beside', async () => {
    const secret = { annotatorId: 'SECRET', requestKey: 'SECRET' };
    const annotations = quayRecords.map((record) => ({ ...record, ...secret }));
    expect(await written([{ article: { ...quayArticle, ...secret }, annotations }])).toBe(golden);
  });

  test.each([
    ['\u2028', '\\u2028'],
    ['\u2029', '\\u2029'],
    ['\u0085', '\\u0085'],
    ['\r\n', '\\r\\n'],
  ])('has no line end but its own: %j', async (end, escaped) => {
    const article = { ...quayArticle, text: `One${end}two` };
    const note = `a${end}b`;
    const line = await written([
      { article, annotations: [recordOf(article, [{ start: 0, end: 3 }], { note })] },
    ]);
    expect(line.split(/\r\n|[\n\r\u0085\u2028\u2029]/)).toHaveLength(2);
    expect(line).toContain(`"text":"One${escaped}two"`);
    expect(JSON.parse(line)).toMatchObject({ text: article.text, annotations: [{ note }] });
  });
});

test('a record without parts is refused by its id', async () => {
  const record = recordOf(quayArticle, [], { id: 'a9' });
  await expect(written([{ article: quayArticle, annotations: [record] }])).rejects.toThrow(/a9 has no parts/);
});

test('articles are read only as far as asked, and stopping closes the source', async () => {
  const seen: string[] = [];
  const works = async function* (): AsyncGenerator<CodedArticle> {
    try {
      for (const { article, annotations } of manyArticles(1000, 100).articles()) {
        seen.push(article.id);
        yield { article, annotations, codings: [] };
      }
    } finally {
      seen.push('closed');
    }
  };
  for await (const chunk of jsonl.write({ ...quaySource, codedArticles: works })) {
    expect(chunk.length).toBeLessThan(80 * 1024);
    break;
  }
  expect(seen.length).toBeLessThan(5);
  expect(seen.at(-1)).toBe('closed');
});

describe('20,000 annotations are written in flat memory', () => {
  test.each([
    ['of many articles', 100, 200],
    ['of one article', 1, 20_000],
  ])('%s', async (_, articles, annotations) => {
    const source = manyArticles(articles, annotations);
    const works = [...source.articles()].slice(0, articles === 1 ? 1 : 0);
    const held = works.length > 0 ? sourceOf(works) : source;
    const { growth, count } = await growthOver(jsonl.write(held), 20);
    expect(count).toBeGreaterThan(100);
    expect(growth).toBeLessThan(FLAT);
  });
});

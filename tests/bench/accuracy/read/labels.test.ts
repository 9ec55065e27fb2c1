import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { ofTwoOutlets, readBabe } from '../../../../bench/accuracy/read/babe.ts';
import { readClaimBuster } from '../../../../bench/accuracy/read/claimbuster.ts';
import { readPoliClaim } from '../../../../bench/accuracy/read/policlaim.ts';

test("ClaimBuster's sentences", () => {
  const file = [
    { sentence_id: 1, label: 1, text: 'We planted 40 trees.' },
    { sentence_id: 2, label: 0, text: 'Good evening.' },
  ];
  expect(readClaimBuster(JSON.stringify(file))).toEqual([
    { text: 'We planted 40 trees.', isClaim: true },
    { text: 'Good evening.', isClaim: false },
  ]);
});

test("BABE's sentences, without those that are both or neither", () => {
  const file = `\uFEFFtext;news_link;outlet;label_bias;label_opinion;biased_words
It rained on Monday.;;reuters;Non-biased;Entirely factual;[]
"The ""fair""; a disgrace.";;Breitbart;Biased;Expresses writer’s opinion;['disgrace']
The fair "drew" a crowd, sadly.;;alternet;Biased;Somewhat factual but also opinionated;[]
Nobody knows.;;alternet;No agreement;No agreement;[]
Forty came.;;alternet;Non-biased;Entirely factual;[]
`;
  const texts = readBabe(file);
  expect(texts).toEqual([
    { text: 'It rained on Monday.', outlet: 'reuters', isClaim: true },
    { text: 'The "fair"; a disgrace.', outlet: 'Breitbart', isClaim: false },
    { text: 'Forty came.', outlet: 'alternet', isClaim: true },
  ]);
  expect(ofTwoOutlets(texts)).toHaveLength(2);
});

test("PoliClaim's sentences on which the annotators agreed", async () => {
  const strings = ['SENTENCES', 'golden', 'We planted 40 trees.', 'Good <i>evening</i>.'];
  const rich = '<si><r><t>Half </t></r><r><rPr/><t>agreed.</t></r></si>';
  const workbook = await zipped({
    'xl/sharedStrings.xml': `<sst>${strings.map((words) => `<si><t>${words.replaceAll('<', '&lt;')}</t></si>`).join('')}${rich}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1</v></c></row>
      <row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>0</v></c></row>
      <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4"><v>0.5</v></c></row>
      <row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5"/></row>
      <row r="6"><c r="A6" t="s"><v>4</v></c><c r="B6"><v>1</v></c></row>
    </sheetData></worksheet>`,
  });
  expect(await readPoliClaim(workbook)).toEqual([
    { text: 'We planted 40 trees.', isClaim: true },
    { text: 'Good <i>evening</i>.', isClaim: false },
    { text: 'Half agreed.', isClaim: true },
  ]);
});

test('a workbook without a sheet is told', async () => {
  await expect(readPoliClaim(await zipped({ 'a.txt': '' }))).rejects.toThrow('xl/worksheets/sheet1.xml');
});

async function zipped(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, words] of Object.entries(files)) zip.addBuffer(Buffer.from(words), name);
  zip.end();
  return buffer(zip.outputStream);
}

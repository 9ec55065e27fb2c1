import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { qdc } from '../../../src/formats/refi-qda/qdc.ts';
import { qdpx } from '../../../src/formats/refi-qda/qdpx.ts';
import { qdpxReader } from '../../../src/formats/refi-qda/read.ts';
import { packageRoot } from '../../../src/store/package-root.ts';
import { growthOver, manyArticles } from '../flat-memory.ts';
import { expectedOf, givenBy, hostileWork } from '../hostile-work.ts';
import { quayArticle, quayRecords, quaySource, recordOf, sourceOf } from '../quay-records.ts';
import { bytesOf } from '../whole-file.ts';
import { filesIn, sorted } from '../zipped.ts';

const SCHEMAS = join(packageRoot(), 'tests/fixtures/refi-qda');

async function projectOf(source = quaySource): Promise<string> {
  const files = await filesIn(await bytesOf(qdpx.write(source)));
  return files.get('project.qde') ?? '';
}

/** What is wrong with files by a schema; all at once, since the validator starts anew each time. */
async function complaints(xmls: readonly string[], schema: string): Promise<string> {
  const { rawOutput } = await validateXML({
    xml: xmls.map((contents, at) => ({ fileName: `file-${at}.xml`, contents })),
    schema: { fileName: 'schema.xsd', contents: readFileSync(join(SCHEMAS, schema), 'utf8') },
    maxMemoryPages: 4096,
  });
  return rawOutput.replaceAll(/^file-\d+\.xml validates$/gm, '').trim();
}

const codebook = async () => (await bytesOf(qdc.write(quaySource))).toString();

/**
 * The selections and links of the quay project, with GUIDs that are derived shortened to their first digits.
 */
const passages = `<PlainTextSelection guid="#a1" name="Quay reopens" startPosition="0" endPosition="12" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z" modifyingUser="#alice" modifiedDateTime="2026-03-03T08:00:00.000Z">
<Description>origin: manual
annotation: a1</Description>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#claim"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="#a2" name="“We moved 3,900 crates,”" startPosition="82" endPosition="106" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z" modifyingUser="#alice" modifiedDateTime="2026-03-03T09:30:15.250Z">
<Description>speaker: Mira Holt
cue: said
part: 1 of 2
origin: suggestion-edited
annotation: a2</Description>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#quote"/></Coding>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#quote type: direct"/></Coding>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#confidence: sure"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="#a2-2" name="“and lost none.”" startPosition="123" endPosition="139" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z" modifyingUser="#alice" modifiedDateTime="2026-03-03T09:30:15.250Z">
<Description>speaker: Mira Holt
cue: said
part: 2 of 2
origin: suggestion-edited
annotation: a2</Description>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#quote"/></Coding>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#quote type: direct"/></Coding>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#confidence: sure"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="#a3" name="3,900 crates" startPosition="92" endPosition="104" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z" modifyingUser="#alice" modifiedDateTime="2026-03-03T08:00:00.000Z">
<Description>value: 3900
value_max: 4100.5
unit: crate
subject: crates moved
origin: suggestion
annotation: a3
note: Counted "by hand",
see page 2</Description>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#statistic"/></Coding>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#comparator: ~"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="#a4" name="=Tern, a tug, is “back at work”" startPosition="141" endPosition="172" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z" modifyingUser="#alice" modifiedDateTime="2026-03-03T08:00:00.000Z">
<Description>origin: manual
annotation: a4</Description>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#claim"/></Coding>
<Coding guid="#" creatingUser="#alice" creationDateTime="2026-03-03T08:00:00.000Z"><CodeRef targetGUID="#check worthiness: low"/></Coding>
</PlainTextSelection>
</TextSource>
</Sources>
<Links>
<Link guid="#" name="next part" direction="OneWay" originGUID="#a2" targetGUID="#a2-2"/>
</Links>
</Project>
`;

/** GUIDs as the names of what they belong to; those that nothing points to as `#`. */
function named(xml: string): string {
  const names = new Map<string, string>();
  for (const [, guid = '', name = ''] of xml.matchAll(/<Code guid="([^"]+)" name="([^"]+)"/g)) {
    names.set(guid, name.replaceAll('&gt;', '>').replaceAll('&lt;', '<'));
  }
  for (const [, guid = ''] of xml.matchAll(/<User guid="([^"]+)" name="Alice"/g)) names.set(guid, 'alice');
  const parts = xml.matchAll(/<PlainTextSelection guid="([^"]+)"[^>]*>\n<Description>([^<]*)/g);
  for (const [, guid = '', description = ''] of parts) {
    const id = /^annotation: (.*)$/m.exec(description)?.[1] ?? '';
    names.set(guid, description.includes('part: 2') ? `${id}-2` : id);
  }
  return xml.replaceAll(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (guid) => `#${names.get(guid) ?? ''}`,
  );
}

describe('the project', () => {
  test('has its texts first, and the project last', async () => {
    const files = await filesIn(await bytesOf(qdpx.write(quaySource)));
    expect([...files]).toEqual([
      [`sources/${quayArticle.id}.txt`, quayArticle.text],
      ['project.qde', expect.stringContaining('<Project ')],
    ]);
  });

  test('begins with its users, codes and the article', async () => {
    const xml = await projectOf();
    expect(
      xml.startsWith(
        '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Harbour" origin="On Record">\n<Users>\n',
      ),
    ).toBe(true);
    const codes = /<Codes>[\s\S]*<\/Codes>/;
    expect(codes.exec(xml)?.[0]).toBe(codes.exec(await codebook())?.[0]);
    expect(
      xml,
    ).toContain(`<TextSource guid="${quayArticle.id}" name="Quay reopens after storm" plainTextPath="internal://${quayArticle.id}.txt">
<Description>byline: Ada Wren
publication: The Lantern
published: 2026-03-02
url: https://lantern.example/quay
language: en
labels: storm, batch 1
article: ${quayArticle.id}</Description>
`);
  });

  test('has a selection for each part, to the letter', async () => {
    const xml = named(await projectOf());
    expect(xml.slice(xml.indexOf('<PlainTextSelection'))).toBe(passages);
  });

  test('is the same in every export', async () => {
    expect(await bytesOf(qdpx.write(quaySource))).toEqual(await bytesOf(qdpx.write(quaySource)));
  });

  test('holds together where work is added while it is written', async () => {
    let reads = 0;
    const added = { ...quayArticle, id: '01890a5d-ac96-774b-bcce-b302099a0099' };
    const source = {
      ...quaySource,
      articles: () =>
        reads++ === 0
          ? [{ article: quayArticle, annotations: quayRecords.slice(0, 2) }]
          : [
              {
                article: quayArticle,
                annotations: [recordOf(quayArticle, [{ start: 0, end: 4 }], { annotator: 'Bob' })],
              },
              { article: added, annotations: [] },
            ],
    };
    const xml = await projectOf(source);
    expect(xml).not.toContain(added.id);
    expect(xml).not.toContain('Links');
    expect(/<PlainTextSelection[^>]*>/.exec(xml)?.[0]).not.toContain('creatingUser');
  });
});

test('everything comes back, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(hostileWork, async (work) => {
      const file = { name: 'work.qdpx', bytes: await bytesOf(qdpx.write(sourceOf(work))) };
      expect(qdpxReader.recognises(file)).toBe(true);
      const { documents, unreadable } = await sorted(qdpxReader.read(file));
      expect(unreadable).toEqual([]);
      expect(givenBy(documents)).toEqual(asXmlHolds(expectedOf(work)));
    }),
    { numRuns: 150 },
  );
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** All words but those of the texts with U+FFFD for what XML 1.0 has no way to say. */
function asXmlHolds(work: ReturnType<typeof expectedOf>): ReturnType<typeof expectedOf> {
  const held = (value: string | null) => value?.replaceAll(ILLEGAL, '\ufffd') ?? null;
  return work.map(({ details, annotations, ...article }) => ({
    ...article,
    details: {
      ...details,
      title: held(details.title) ?? '',
      byline: held(details.byline),
      publication: held(details.publication),
    },
    annotations: annotations.map(({ attributes, annotator, ...annotation }) => ({
      ...annotation,
      annotator: held(annotator) ?? '',
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([field, value]) => [field, held(value) ?? '']),
      ),
    })),
  }));
}

describe('by the schemas of the standard', () => {
  test('the codebook is valid', async () => {
    expect(await complaints([await codebook()], 'Codebook.xsd')).toBe('');
  });

  test('an invalid project is found out', async () => {
    const xml = (await projectOf()).replace('<Sources>', '<Sets/><Sources>');
    expect(await complaints([xml], 'Project.xsd')).toContain('Sets');
  });

  test('projects are valid: with every attribute, without annotations, without articles', async () => {
    const empty = [{ article: quayArticle, annotations: [] }];
    const sources = [quaySource, sourceOf(empty), sourceOf([], 'A & "B" <\u0000>')];
    const xmls = await Promise.all(sources.map((source) => projectOf(source)));
    expect(await complaints(xmls, 'Project.xsd')).toBe('');
  });

  test('projects of hostile words are valid', async () => {
    const works = fc.sample(hostileWork, { numRuns: 12, seed: 7 });
    const xmls = await Promise.all(works.map((work) => projectOf(sourceOf(work))));
    expect(await complaints(xmls, 'Project.xsd')).toBe('');
  });
});

test('20,000 annotations leave in flat memory', async () => {
  const { growth, bytes } = await growthOver(qdpx.write(manyArticles(5000)), 15);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(growth).toBeLessThan(24 * 1024 * 1024);
});

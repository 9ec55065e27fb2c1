import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/formats/incoming.ts';
import { qdc } from '../../../src/formats/refi-qda/qdc.ts';
import { qdpxReader } from '../../../src/formats/refi-qda/read.ts';
import { packageRoot } from '../../../src/store/package-root.ts';
import { quaySource } from '../quay-records.ts';
import { bytesOf } from '../whole-file.ts';
import { fileOf, sorted, zipOf } from '../zipped.ts';

const A = 'AAAAAAAA-0000-4000-8000-00000000000';

/** A project as another tool writes it, with these elements inside. */
function project(inside: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<q:Project xmlns:q="urn:QDA-XML:project:1.0" name="Sea" origin="Another tool">
<q:Users><q:User guid="{${A}1}" name="Kit Marsh"/></q:Users>
<q:CodeBook><q:Codes><q:Code guid="${A}2" name="ships" isCodable="true">
<q:Code guid="${A}3" name="tugs" isCodable="true"/></q:Code></q:Codes></q:CodeBook>
${inside}</q:Project>`;
}

function selection(start: number, end: number, name: string, inside: string): string {
  return `<q:PlainTextSelection guid="${A}5" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${A.toLowerCase()}1" creationDateTime="2026-01-02T03:04:05Z">${inside}</q:PlainTextSelection>`;
}

const tugs = `<q:Coding guid="${A}6"><q:CodeRef targetGUID="${A}3"/></q:Coding>`;
const ships = `<q:Coding guid="${A}7"><q:CodeRef targetGUID="${A}2"/></q:Coding>`;

async function readSource(text: string, selections: string, after = '') {
  const source = `<q:Sources><q:TextSource guid="${A}4" name="Log" plainTextPath="internal://log.TXT">${selections}</q:TextSource></q:Sources>`;
  const zip = await zipOf({ 'Sources/Log.txt': text, 'My work.QDE': project(source + after) });
  expect(qdpxReader.recognises(zip)).toBe(true);
  const { documents, unreadable } = await sorted(qdpxReader.read(zip));
  return { document: documents[0], annotations: documents[0]?.annotations ?? [], unreadable };
}

describe('passages of other tools', () => {
  test('are annotations, one for each code', async () => {
    const { document, unreadable } = await readSource(
      'The tug Tern left.',
      selection(4, 12, 'tug Tern', `<q:Description>odd?</q:Description>${tugs}${ships}`),
    );
    expect(unreadable).toEqual([]);
    const shared = {
      place: '“Log”, 4–12',
      anchors: [{ offsets: { start: 4, end: 12, unit: 'code-points' }, words: 'tug Tern' }],
      attributes: { note: 'odd?' },
      annotator: 'Kit Marsh',
      createdAt: '2026-01-02T03:04:05Z',
    };
    expect(document).toEqual({
      place: '“Log”',
      text: 'The tug Tern left.',
      details: { title: 'Log' },
      annotations: [
        { ...shared, id: `${A}6`.toLowerCase(), label: 'tugs', remarks: ['Code: ships / tugs'] },
        { ...shared, id: `${A}7`.toLowerCase(), label: 'ships' },
      ],
    });
  });

  test.each([
    ['code points', 'The 😀 tug Tern left.', 6, 14, 'code-points'],
    ['UTF-16', 'The 😀 tug Tern left.', 7, 15, 'utf16'],
  ])('count %s, as their names tell', async (_what, text, start, end, unit) => {
    const { annotations } = await readSource(text, selection(start, end, 'tug Tern', tugs));
    expect(annotations[0]?.anchors).toEqual([{ offsets: { start, end, unit }, words: 'tug Tern' }]);
  });

  test('whose names tell nothing leave the unit open', async () => {
    const { annotations } = await readSource('The 😀 tug Tern left.', selection(6, 14, '', tugs));
    expect(annotations[0]?.anchors).toEqual([{ offsets: { start: 6, end: 14, unit: 'any' } }]);
  });

  test('count line ends of Windows once or twice, as their names tell', async () => {
    const twice = await readSource('\ufeffOne.\r\nThe tug', selection(10, 13, 'tug', tugs));
    expect(twice.document?.text).toBe('One.\r\nThe tug');
    const once = await readSource('\ufeffOne.\r\nThe tug', selection(9, 12, 'tug', tugs));
    expect(once.document?.text).toBe('One.\nThe tug');
    for (const { annotations } of [twice, once]) expect(annotations[0]?.anchors[0]?.words).toBe('tug');
  });

  test('keep names that people gave, notes, links and what has no code', async () => {
    const { annotations, unreadable } = await readSource(
      'The tug Tern left.',
      selection(4, 12, 'my favourite', `<q:NoteRef targetGUID="${A}8"/>`),
      `<q:Notes><q:Note guid="${A}8" name="Memo"><q:PlainTextContent>ask Kit</q:PlainTextContent></q:Note>
       <q:Note guid="${A}9" name="Diary"><q:PlainTextContent>alone</q:PlainTextContent></q:Note></q:Notes>
       <q:Links><q:Link guid="${A}0" name="see" originGUID="${A}5" targetGUID="${A}2"/></q:Links><q:Sets/>`,
    );
    expect(annotations).toMatchObject([
      { label: 'uncoded', remarks: ['Name: my favourite', 'Memo: ask Kit', 'Linked (see): ships'] },
    ]);
    expect(unreadable).toEqual([
      { place: 'note “Diary”', reason: 'It belongs to no passage of a text, so it is left out.' },
    ]);
  });

  test('of whole texts have no anchors', async () => {
    const { annotations } = await readSource('The tug.', tugs);
    expect(annotations).toMatchObject([{ label: 'tugs', anchors: [], place: '“Log”' }]);
  });

  test('of sources that are no text, and lists beside them, are reported', async () => {
    const source = `<q:Sources><q:PDFSource guid="${A}4" name="Plan.pdf"><q:PDFSelection guid="${A}5" page="1" firstX="1" firstY="1" secondX="2" secondY="2">${tugs}</q:PDFSelection></q:PDFSource></q:Sources><q:Sets><q:Set guid="${A}0" name="all"/></q:Sets>`;
    const { documents, unreadable } = await sorted(
      qdpxReader.read(await zipOf({ 'a.qde': project(source) })),
    );
    expect(documents).toEqual([]);
    expect(unreadable).toEqual([
      { place: '“Plan.pdf”', reason: 'It is no plain text (pdf), so its coding is left out.' },
      { place: 'project', reason: 'Sets: only texts and their passages are read.' },
    ]);
  });
});

describe('our passages that went through another tool', () => {
  const comment = (part: string) =>
    `<q:Description>speaker: Mira Holt\n${part}origin: manual\nannotation: x1\nnote: so\nand so</q:Description>`;
  const code = (guid: string) => `<q:Coding guid="${A}7"><q:CodeRef targetGUID="${guid}"/></q:Coding>`;
  const codes = `<q:CodeBook><q:Codes><q:Code guid="${A}a" name="quote" isCodable="true"/><q:Code guid="${A}b" name="quote type: direct" isCodable="true"/></q:Codes></q:CodeBook>`;

  test('are one annotation again, with new GUIDs and a selection for each code', async () => {
    const source = `<q:Sources><q:TextSource guid="${A}4" name="Log"><q:PlainTextContent>“Tern,” she said, “left.”</q:PlainTextContent>
      ${selection(0, 7, '“Tern,”', comment('part: 1 of 2\n') + code(`${A}a`))}
      ${selection(0, 7, '“Tern,”', comment('part: 1 of 2\n') + code(`${A}b`))}
      ${selection(18, 25, '“left.”', comment('part: 2 of 2\n') + code(`${A}a`))}</q:TextSource></q:Sources>`;
    const xml = project(source).replace(/<q:CodeBook>[\s\S]*<\/q:CodeBook>/, codes);
    const { documents } = await sorted(qdpxReader.read(await zipOf({ 'a.qde': xml })));
    expect(documents[0]?.annotations).toMatchObject([
      {
        id: 'x1',
        label: 'quote',
        anchors: [{ words: '“Tern,”' }, { words: '“left.”' }],
        attributes: { quote_type: 'direct', speaker: 'Mira Holt', note: 'so\nand so' },
        origin: 'manual',
      },
    ]);
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['not whole', '<Project><Sources>'],
    ['no XML', 'words'],
    ['empty', ''],
    ['of unknown entities', '<Project>&bomb;</Project>'],
    ['with a document type', '<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>'],
    ['without quotes', '<Project name=Sea></Project>'],
    ['nested without end', '<a>'.repeat(100_000)],
    ['of endless attributes', `<Project ${'a="" '.repeat(50_000)}/>`],
    ['of something else', '<html/>'],
  ])('%s are refused with a sentence', async (_what, xml) => {
    const reading = sorted(qdpxReader.read(await zipOf({ 'a.qde': xml })));
    await expect(reading).rejects.toThrow(UnreadableFileError);
  });

  test('are zips without a project, or with two', async () => {
    await expect(sorted(qdpxReader.read(await zipOf({ 'a.txt': '' })))).rejects.toThrow('no .qde file');
    const two = await zipOf({ 'a.qde': project(''), 'b.qde': project('') });
    await expect(sorted(qdpxReader.read(two))).rejects.toThrow('more than one .qde');
  });

  test('are codebooks, which are known for what they are', async () => {
    const codebook = { name: 'codes.qdc', bytes: await bytesOf(qdc.write(quaySource)) };
    expect(qdpxReader.recognises(codebook)).toBe(true);
    await expect(sorted(qdpxReader.read(codebook))).rejects.toThrow('it holds codes and no annotations');
  });

  test('of other kinds are not ours', async () => {
    expect(qdpxReader.recognises(await zipOf({ 'a.ann': '' }))).toBe(false);
    expect(qdpxReader.recognises(fileOf('a.qdpx', 'words'))).toBe(false);
  });
});

const REAL = join(packageRoot(), '../shared/interop/refi-qda');
if (!existsSync(REAL)) console.log('left out: files of QDA software, ../shared/interop is not there');

describe.skipIf(!existsSync(REAL))('files of QDA software', () => {
  const file = (name: string) => ({ name, bytes: readFileSync(join(REAL, name)) });

  test('a project of ATLAS.ti without its texts is read by names', async () => {
    const { documents, unreadable } = await sorted(qdpxReader.read(file('TestProject.qdpx')));
    const xml = file('Project.qde').bytes.toString();
    const texts = xml.match(/<TextSource /g)?.length;
    expect(documents).toHaveLength(texts ?? 0);
    const simon = documents.find(({ details }) => details.title === 'Simon.docx');
    expect(simon?.annotations[0]).toMatchObject({
      label: 'bacon and eggs',
      annotator: 'Friedrich Markgraf',
      attributes: { note: 'why does Simon feel the need to do this?' },
    });
    const words = documents
      .flatMap(({ annotations }) => annotations)
      .flatMap(({ anchors }) => anchors[0]?.words ?? []);
    expect(words).toContain('Oh, that was great. See you tomorrow? Eleven thirty. Mm.');
    const reasons = unreadable.map(({ reason }) => reason).join('\n');
    for (const kind of ['picture', 'pdf', 'audio', 'video']) expect(reasons).toContain(`(${kind})`);
    expect(reasons).toContain('is not in the file');
    expect(reasons).toContain('Sets');
  });

  test.each(['atlasti-win-23.4.qdc', 'taguette-export.qdc'])('%s is known as a codebook', async (name) => {
    expect(qdpxReader.recognises(file(name))).toBe(true);
    await expect(sorted(qdpxReader.read(file(name)))).rejects.toThrow('codebook');
  });
});

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { parseXml } from '../../../src/formats/refi-qda/parse-xml.ts';
import { qdc } from '../../../src/formats/refi-qda/qdc.ts';
import { qdpxReader } from '../../../src/formats/refi-qda/read.ts';
import { resolveAnchor } from '../../../src/text/anchor.ts';
import { AnchorText } from '../../../src/text/anchor-text.ts';
import { namedFiles, toolFiles } from '../../support/tool-files.ts';
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

describe('words that stand elsewhere than in a text', () => {
  const readXml = async (inside: string, files: Record<string, string> = {}) =>
    sorted(qdpxReader.read(await zipOf({ 'a.qde': project(inside), ...files })));
  const words = `<q:Representation guid="${A}B" plainTextPath="internal://r.txt">${selection(4, 7, 'tug', tugs)}</q:Representation>`;

  test('are read out of a PDF, with what is left of it said', async () => {
    const page = `<q:PDFSelection guid="${A}C" page="1" firstX="1" firstY="1" secondX="2" secondY="2">${ships}</q:PDFSelection>`;
    const source = `<q:Sources><q:PDFSource guid="${A}4" name="Plan" path="internal://plan.pdf">${page}${words}${ships}</q:PDFSource></q:Sources>`;
    const { documents, unreadable } = await readXml(source, { 'sources/r.txt': 'The tug left.' });
    expect(documents).toMatchObject([{ place: '“Plan”', text: 'The tug left.', details: { title: 'Plan' } }]);
    expect(documents[0]?.annotations.map(({ label, anchors }) => [label, anchors[0]?.words])).toEqual([
      ['ships', undefined],
      ['tugs', 'tug'],
    ]);
    expect(unreadable).toEqual([
      { place: '“Plan”', reason: expect.stringContaining('1 coding of its pdf was skipped') },
    ]);
  });

  test('are the transcript of a recording, from point to point', async () => {
    const points = `<q:SyncPoint guid="${A}C" timeStamp="0" position="4"/><q:SyncPoint guid="${A}D" timeStamp="9" position="7"/>`;
    const mark = `<q:TranscriptSelection guid="${A}E" name="tug" fromSyncPoint="${A}C" toSyncPoint="${A}D">${tugs}</q:TranscriptSelection>`;
    const transcript = `<q:Transcript guid="${A}B"><q:PlainTextContent>The tug left.</q:PlainTextContent>${points}${mark}</q:Transcript>`;
    const { documents, unreadable } = await readXml(
      `<q:Sources><q:AudioSource guid="${A}4" name="Call">${transcript}</q:AudioSource></q:Sources>`,
    );
    expect(unreadable).toEqual([]);
    expect(documents[0]?.annotations).toMatchObject([{ label: 'tugs', anchors: [{ words: 'tug' }] }]);
  });

  const source = (name: string) =>
    `<q:Sources><q:TextSource guid="${A}4"${name} plainTextPath="internal://Sea log.txt">${selection(4, 7, 'tug', tugs)}</q:TextSource></q:Sources>`;

  test('in a folder that was packed whole', async () => {
    const zip = await zipOf({
      'My work/project.qde': project(source(' name="Log"')),
      'My work/sources/sea log.txt': 'The tug.',
    });
    expect(qdpxReader.recognises(zip)).toBe(true);
    const { documents, unreadable } = await sorted(qdpxReader.read(zip));
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([{ text: 'The tug.' }]);
  });

  test('of a source without a name are called by its file', async () => {
    const { documents } = await readXml(source(''), { 'sources/sea log.txt': 'The tug.' });
    expect(documents).toMatchObject([{ place: '“Sea log”', details: { title: 'Sea log' } }]);
  });

  test('of a project without its zip are in it, or looked for by their names', async () => {
    const inside = `<q:Sources><q:TextSource guid="${A}4" name="Log"><q:PlainTextContent>The tug.</q:PlainTextContent>${selection(4, 7, 'tug', tugs)}</q:TextSource></q:Sources>`;
    const file = fileOf('a.qde', project(inside));
    expect(qdpxReader.recognises(file)).toBe(true);
    const { documents, unreadable } = await sorted(qdpxReader.read(file));
    expect(unreadable).toEqual([]);
    expect(documents).toMatchObject([{ text: 'The tug.', annotations: [{ anchors: [{ words: 'tug' }] }] }]);
    const alone = await sorted(qdpxReader.read(fileOf('a.qde', project(source(' name="Log"')))));
    expect(alone.documents).toMatchObject([{ details: { title: 'Log' } }]);
    expect(alone.unreadable[0]?.reason).toContain('is not in the file');
  });
});

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
      { place: 'note “Diary”', reason: 'Skipped: it belongs to no passage of a text.' },
    ]);
  });

  test('may have signs of markup in their names', async () => {
    const { annotations } = await readSource(
      'A tug > a sloop.',
      selection(2, 15, 'tug > a sloop', tugs).repeat(300),
    );
    expect(annotations).toHaveLength(300);
    expect(annotations[0]?.anchors[0]?.words).toBe('tug > a sloop');
  });

  test('whose names begin with other words are told apart from those that fit', async () => {
    const { document, annotations } = await readSource(
      'The tug Tern left.',
      selection(4, 12, 'tug Tern', tugs) + selection(13, 17, 'tug', tugs),
    );
    expect(annotations.map(({ anchors: [anchor] }) => [anchor?.words, anchor?.name])).toEqual([
      ['tug Tern', undefined],
      [undefined, 'tug'],
    ]);
    const text = new AnchorText(document?.text ?? '');
    const said = annotations.flatMap(({ anchors }) => anchors.map((anchor) => resolveAnchor(text, anchor)));
    expect(said).toEqual([
      { span: { start: 4, end: 12 }, how: 'exact' },
      { span: { start: 13, end: 17 }, how: 'exact', said: expect.stringContaining('calls it “tug”') },
    ]);
  });

  test.each([
    ['a byte order mark', '\ufeffNée tug.\nThe tug left.', [18, 21]],
    ['bytes', 'Née tug.\nThe tug left.', [14, 17]],
    ['line ends of Windows that are no longer there', 'Née tug.\nThe tug left.', [14, 17]],
    ['bytes and a byte order mark', '\ufeffNée tug.\nThe tug left.', [17, 20]],
  ])('count %s', async (_, text, [start = 0, end = 0]) => {
    const left = selection(start + 4, end + 5, 'left', tugs);
    const { document, annotations } = await readSource(text, selection(start, end, 'tug', tugs) + left);
    const anchorText = new AnchorText(document?.text ?? '');
    for (const [at, words] of ['tug', 'left'].entries()) {
      const [anchor = {}] = annotations[at]?.anchors ?? [];
      const found = resolveAnchor(anchorText, anchor);
      const span = 'span' in found && found.how === 'exact' ? found.span : { start: 0, end: 0 };
      expect(anchorText.text.slice(span.start, span.end)).toBe(words);
      expect(anchorText.text.slice(0, span.start)).toMatch(/The (?:tug )?$/);
    }
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
      { place: '“Plan.pdf”', reason: 'Skipped with its 1 coding: it is not plain text (pdf).' },
      { place: 'project', reason: 'Sets: only texts and their passages are imported.' },
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
    ['incomplete', '<Project><Sources>'],
    ['no XML', 'words'],
    ['empty', ''],
    ['of unknown entities', '<Project>&bomb;</Project>'],
    ['with a document type', '<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>'],
    ['without quotes', '<Project name=Sea></Project>'],
    ['nested without end', '<a>'.repeat(100_000)],
    ['of endless attributes', `<Project ${'a="" '.repeat(50_000)}/>`],
    ['with an endless instruction', `<Project><?a ${' '.repeat(200_000)}b?></Project>`],
    ['with an endless closing tag', `<Project></Project${' '.repeat(90_000)}a>`],
    ['of something else', '<html/>'],
  ])('%s are refused with a sentence', async (_what, xml) => {
    const reading = sorted(qdpxReader.read(await zipOf({ 'a.qde': xml })));
    await expect(reading).rejects.toThrow(UnreadableFileError);
  });

  test('are those of more tags than fit into memory', () => {
    const xml = Buffer.from(`<Project>${'<a/>'.repeat(1_600_000)}</Project>`);
    expect(() => parseXml(xml)).toThrow('too large to read');
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

/** Each of these took minutes, or all of the memory, when every passage said all of it again. */
describe('projects made to harm are read without it', () => {
  test('many passages of one long text', async () => {
    const text = 'tug '.repeat(100_000);
    const { annotations } = await readSource(text, selection(0, 399_999, 'tug', tugs).repeat(3000));
    expect(annotations).toHaveLength(3000);
  });

  test('many passages and links of one GUID', async () => {
    const links = `<q:Link guid="${A}0" name="see" originGUID="${A}5" targetGUID="${A}2"/>`.repeat(8000);
    const { annotations } = await readSource(
      'The tug.',
      selection(4, 7, 'tug', tugs).repeat(8000),
      `<q:Links>${links}</q:Links>`,
    );
    expect(annotations).toHaveLength(8000);
    const remarks = annotations.map((one) => one.remarks ?? []);
    expect(remarks[0]?.[1]).toBe('Linked (see): ships');
    expect(remarks[0]?.at(-1)).toBe('7,800 more notes and links were left out.');
    expect(remarks[1]).toEqual(['Code: ships / tugs']);
  });

  test('many passages with one long note', async () => {
    const source = `<q:Sources><q:TextSource guid="${A}4" name="Log"><q:PlainTextContent>The tug.</q:PlainTextContent>${selection(4, 7, 'tug', `${tugs}<q:NoteRef targetGUID="${A}8"/>`).repeat(3000)}</q:TextSource></q:Sources>
      <q:Notes><q:Note guid="${A}8" plainTextPath="internal://note.txt"/></q:Notes>`;
    const note = 'ask Kit '.repeat(100_000);
    const zip = await zipOf({ 'a.qde': project(source), 'sources/note.txt': note });
    const { documents } = await sorted(qdpxReader.read(zip));
    expect(documents[0]?.annotations).toHaveLength(3000);
    expect(documents[0]?.annotations[2999]?.remarks?.[1]).toBe(note);
  });

  test('codes of long names inside of each other', async () => {
    const name = 'n'.repeat(40_000);
    const [open, close] = [`<q:Code guid="${A}c" name="${name}">`, '</q:Code>'];
    const xml = project(
      `<q:Sources><q:TextSource guid="${A}4" name="${name}"><q:PlainTextContent>The tug.</q:PlainTextContent>${selection(4, 7, 'tug', `<q:Coding guid="${A}6"><q:CodeRef targetGUID="${A}c"/></q:Coding>`)}</q:TextSource></q:Sources>`,
    ).replace('<q:Codes>', `<q:Codes>${open.repeat(20)}${close.repeat(20)}`);
    const { documents } = await sorted(qdpxReader.read(await zipOf({ 'a.qde': xml })));
    const [annotation] = documents[0]?.annotations ?? [];
    expect(annotation?.label.length).toBeLessThan(1000);
    expect(annotation?.remarks?.[0]?.length).toBeLessThan(3000);
    expect(annotation?.place.length).toBeLessThan(300);
  });
});

test.each(
  toolFiles(
    'refi-qda',
    {
      'project.qdpx': {
        project: 'project.qde',
        title: 'Jonas.docx',
        first: ['tea and toast', 'Kit Marsh', 'why does Jonas feel the need to say this?'],
        words: 'Oh, she was on time. See you at six? Half past. Mm.',
        transcripts: 1,
      },
    },
    {
      'TestProject.qdpx': {
        project: 'Project.qde',
        title: 'Simon.docx',
        first: ['bacon and eggs', 'Friedrich Markgraf', 'why does Simon feel the need to do this?'],
        words: 'Oh, that was great. See you tomorrow? Eleven thirty. Mm.',
        transcripts: 1,
      },
    },
  ),
)('a project without its texts is read by names: $name', async ({ path, expected }) => {
  const { documents, unreadable } = await sorted(qdpxReader.read(fileAt(path)));
  const xml = readFileSync(join(dirname(path), expected.project), 'utf8');
  expect(documents).toHaveLength((xml.match(/<TextSource /g)?.length ?? 0) + expected.transcripts);
  const titled = documents.find(({ details }) => details.title === expected.title);
  const [label, annotator, note] = expected.first;
  expect(titled?.annotations[0]).toMatchObject({ label, annotator, attributes: { note } });
  const words = documents
    .flatMap(({ annotations }) => annotations)
    .flatMap(({ anchors }) => anchors[0]?.words ?? []);
  expect(words).toContain(expected.words);
  const reasons = unreadable.map(({ reason }) => reason).join('\n');
  for (const kind of ['picture', 'pdf', 'audio', 'video']) expect(reasons).toContain(`(${kind})`);
  expect(reasons).toContain('is not in the file');
  expect(reasons).toContain('Sets');
});

test.each(
  namedFiles(
    'refi-qda',
    ['with-sets.qdc', 'empty-sets.qdc'],
    ['atlasti-win-23.4.qdc', 'taguette-export.qdc'],
  ),
)('$name is known as a codebook', async ({ path }) => {
  expect(qdpxReader.recognises(fileAt(path))).toBe(true);
  await expect(sorted(qdpxReader.read(fileAt(path)))).rejects.toThrow('codebook');
});

function fileAt(path: string) {
  return { name: basename(path), bytes: readFileSync(path) };
}

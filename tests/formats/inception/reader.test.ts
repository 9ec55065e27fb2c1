import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { inceptionReader } from '../../../src/formats/inception/reader.ts';
import { writeZip } from '../../../src/formats/writing/write-zip.ts';
import { bytesOf } from '../whole-file.ts';
import { fileOf, sorted, zipOf } from '../zipped.ts';

const TEXT = 'The 😀 tug Tern left.\nIt sank, he said.';

async function read(file: { name: string; bytes: Uint8Array }) {
  expect(findAnnotationReader(file)).toBe(inceptionReader);
  const { documents, unreadable } = await sorted(inceptionReader.read(file));
  const found = documents.map(({ text = '', details, annotations }) => ({
    text,
    details,
    marks: annotations.map(({ label, anchors: [anchor], remarks = [], annotator }) => {
      const { start = 0, end = 0 } = anchor?.offsets ?? {};
      return [label, text.slice(start, end), remarks, annotator];
    }),
  }));
  return { found, unreadable };
}

/** A CAS as INCEpTION writes it; elements stand over the text 1. */
function xmi(inside: string, text = TEXT): string {
  return `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:type5="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<type3:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="39" language="en" documentTitle="Tug.txt" documentUri="https://lantern.example/tug" isLastSegment="false"/>
<type5:Token xmi:id="3" sofa="1" begin="0" end="3" order="0"/><type5:Sentence xmi:id="4" sofa="1" begin="0" end="21"/>
${inside}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text.replaceAll('\n', '&#10;')}"/>
<cas:View sofa="1" members="2 3 4"/></xmi:XMI>`;
}

const CLAIM = '<custom:Claim xmi:id="20" sofa="1" begin="7" end="15" value="claim" sure="true" order="3"/>';
const SLOTS =
  '<custom:Said xmi:id="30" sofa="1" begin="34" end="38" who="31"/><custom:SaidWhoLink xmi:id="31" role="speaker" target="32"/><custom:Person xmi:id="32" sofa="1" begin="31" end="33"/>';
const RELATION =
  '<custom:Cause xmi:id="40" sofa="1" begin="25" end="29" label="because" Governor="20" Dependent="41"/><custom:Fact xmi:id="41" sofa="1" begin="25" end="29" kind="event"/>';

const marks = (annotator?: string) => [
  ['claim', 'tug Tern', ['sure: true', 'order: 3', 'because → “sank”'], annotator],
  ['Said', 'said', ['speaker: “he”'], annotator],
  ['Person', 'he', [], annotator],
  ['event', 'sank', ['because ← “tug Tern”'], annotator],
];
const details = { title: 'Tug', url: 'https://lantern.example/tug', language: 'en' };

describe('a UIMA CAS', () => {
  test('in XMI', async () => {
    const { found, unreadable } = await read(fileOf('tug.xmi', xmi(CLAIM + SLOTS + RELATION)));
    expect(unreadable).toEqual([]);
    expect(found).toEqual([{ text: TEXT, details, marks: marks() }]);
  });

  test('in JSON, in a list or by ids', async () => {
    const type = (name: string) => `webanno.custom.${name}`;
    const structures = [
      {
        '%ID': 1,
        '%TYPE': 'uima.cas.Sofa',
        sofaNum: 1,
        sofaID: '_InitialView',
        mimeType: 'text',
        sofaString: TEXT,
      },
      {
        '%ID': 2,
        '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
        '@sofa': 1,
        begin: 0,
        end: 39,
        language: 'en',
        documentTitle: 'Tug.txt',
        documentUri: details.url,
      },
      {
        '%ID': 3,
        '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
        '@sofa': 1,
        begin: 0,
        end: 3,
      },
      {
        '%ID': 20,
        '%TYPE': type('Claim'),
        '@sofa': 1,
        begin: 7,
        end: 15,
        value: 'claim',
        sure: true,
        order: 3,
      },
      { '%ID': 30, '%TYPE': type('Said'), '@sofa': 1, begin: 34, end: 38, '@who': 33 },
      { '%ID': 31, '%TYPE': type('SaidWhoLink'), role: 'speaker', '@target': 32 },
      { '%ID': 33, '%TYPE': `${type('SaidWhoLink')}[]`, '%ELEMENTS': [31] },
      { '%ID': 32, '%TYPE': type('Person'), '@sofa': 1, begin: 31, end: 33 },
      {
        '%ID': 40,
        '%TYPE': type('Cause'),
        '@sofa': 1,
        begin: 25,
        end: 29,
        label: 'because',
        '@Governor': 20,
        '@Dependent': 41,
      },
      { '%ID': 41, '%TYPE': type('Fact'), '@sofa': 1, begin: 25, end: 29, kind: 'event' },
    ];
    const byId = Object.fromEntries(structures.map(({ '%ID': id, ...rest }) => [id, rest]));
    for (const all of [structures, byId]) {
      const file = fileOf(
        'tug.json',
        JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': all, '%VIEWS': {} }),
      );
      expect((await read(file)).found).toEqual([{ text: TEXT, details, marks: marks() }]);
    }
  });

  test('of a project says who annotated, and leaves out what nobody did', async () => {
    const inner = await bytesOf(
      writeZip([
        { name: 'Tug.xmi', chunks: xmi(CLAIM) },
        { name: 'TypeSystem.xml', chunks: '<typeSystemDescription/>' },
      ]),
    );
    async function* packed() {
      yield inner;
    }
    const entries = [
      { name: 'exportedproject.json', chunks: '{}' },
      { name: 'source/Tug.txt', chunks: TEXT },
      { name: 'annotation/Tug.txt/INITIAL_CAS.xmi', chunks: xmi('') },
      { name: 'annotation/Tug.txt/kit.xmi', chunks: xmi(CLAIM) },
      { name: 'annotation/Tug.txt/lou.zip', chunks: packed() },
    ];
    const { found } = await read({ name: 'project.zip', bytes: await bytesOf(writeZip(entries)) });
    expect(found.map((document) => document.marks)).toEqual([
      [['claim', 'tug Tern', ['sure: true', 'order: 3'], 'kit']],
      [['claim', 'tug Tern', ['sure: true', 'order: 3'], 'lou']],
    ]);
  });

  test.each([
    ['broken off', xmi(CLAIM).slice(0, -60), 'damaged'],
    [
      'with a document type',
      xmi(CLAIM).replace('<xmi:XMI', '<!DOCTYPE a [<!ENTITY b "c">]><xmi:XMI'),
      'DOCTYPE',
    ],
    ['closed by another tag', xmi(CLAIM).replace('</xmi:XMI>', '</xmi:YMI>'), 'damaged'],
  ])('that is %s is refused', async (_, words, reason) => {
    await expect(sorted(inceptionReader.read(fileOf('tug.xmi', words)))).rejects.toThrow(reason);
  });

  test('without a text says so', async () => {
    const { unreadable } = await read(
      fileOf('tug.xmi', xmi(CLAIM).replace(/sofaString="[^"]*"/, 'sofaURI="file:/x"')),
    );
    expect(unreadable).toEqual([{ place: 'tug.xmi', reason: 'There is no text in it.' }]);
  });
});

describe('WebAnno TSV 3', () => {
  const header = (version: string, ...layers: string[]) => [
    `#FORMAT=WebAnno TSV ${version}`,
    ...layers,
    '',
    '',
  ];
  const rows = [
    '#Text=The 😀 tug Tern left.',
    '1-1\t0-3\tThe\t_\t_\t_\t_\t',
    '1-2\t4-6\t😀\t_\t_\t_\t_\t',
    '1-3\t7-10\ttug\tclaim[1]|ship[2]\tyes[1]|*[2]\t_\t_\t',
    '1-4\t11-15\tTern\tclaim[1]\tyes[1]\tbecause\t2-2\t',
    '1-4.1\t11-13\tTe\t\\_a\\|b\t*\t_\t_\t',
    '1-5\t16-20\tleft\t_\t_\t_\t_\t',
    '',
    '#Text=It sank, he said.',
    '2-1\t22-24\tIt\t_\t_\t_\t_\t',
    '2-2\t25-29\tsank\t*\t*\t_\t_\t',
  ];
  const layers = [
    '#T_SP=webanno.custom.Claim|value|sure',
    '#T_RL=webanno.custom.Cause|label|BT_webanno.custom.Claim',
  ];

  test.each(['3.1', '3.2', '3.3'])(
    'of version %s has its words, and what is annotated on them',
    async (version) => {
      const { found, unreadable } = await read(
        fileOf('Tug.tsv', [...header(version, ...layers), ...rows].join('\n')),
      );
      expect(unreadable).toEqual([]);
      expect(found).toEqual([
        {
          text: TEXT.replace('\n', ' '),
          details: { title: 'Tug' },
          marks: [
            ['claim', 'tug Tern', ['sure: yes', 'Cause: because', 'Cause with word 2-2'], undefined],
            ['ship', 'tug', [], undefined],
            ['_a|b', 'Te', [], undefined],
            ['Claim', 'sank', [], undefined],
          ],
        },
      ]);
    },
  );

  test('whose offsets count code points is read by its words', async () => {
    const shifted = rows.map((row) =>
      row.replace(/^([\d.-]+\t)(\d+)-(\d+)/, (whole, number, start, end) =>
        Number(end) < 6
          ? whole
          : `${number}${Number(start) - (Number(start) > 4 ? 1 : 0)}-${Number(end) - 1}`,
      ),
    );
    const file = fileOf('Tug.tsv', `${[...header('3.3', ...layers), ...shifted].join('\r\n')}`);
    const { documents } = await sorted(inceptionReader.read(file));
    expect(documents[0]?.annotations[0]?.anchors).toEqual([
      { offsets: { start: 6, end: 14, unit: 'code-points' } },
    ]);
    const points = [...(documents[0]?.text ?? '')];
    expect(points.slice(6, 14).join('')).toBe('tug Tern');
  });

  test('keeps lines inside of a sentence, slots and chains', async () => {
    const words = [
      ...header(
        '3.3',
        '#T_SP=webanno.custom.Said|ROLE_webanno.custom.Said:who_webanno.custom.SaidWhoLink|webanno.custom.Person',
        '#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType',
      ),
      '#Text=He',
      '#Text=said it.',
      '1-1\t0-2\tHe\t_\t_\t*->1-1\tpronoun\t',
      '1-2\t3-7\tsaid\tspeaker\t1-1[4]\t*->1-2\tverb[1]\t',
      '1-3\t8-10\tit\t_\t_\t*->1-2\tverb[1]\t',
    ].join('\n');
    const { found } = await read(fileOf('a.tsv', words));
    expect(found[0]?.text).toBe('He\nsaid it.');
    expect(found[0]?.marks).toEqual([
      ['pronoun', 'He', ['CorefLink: 1-1'], undefined],
      ['Said', 'said', ['who: speaker', 'words: 1-1[4]'], undefined],
      ['verb', 'said it', ['CorefLink: 1-2'], undefined],
    ]);
  });

  test('in a zip by document and person', async () => {
    const zip = await zipOf({
      'annotation/Tug.txt/kit.tsv': [...header('3.3', ...layers), ...rows].join('\n'),
    });
    expect((await read(zip)).found[0]?.marks[0]?.[3]).toBe('kit');
  });
});

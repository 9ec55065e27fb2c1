import { describe, expect, test } from 'vitest';
import { annotationReaderFor } from '../../src/formats/annotation-readers.ts';
import { readerFor } from '../../src/formats/article-readers.ts';
import { fileOf, zipOf } from './zipped.ts';

const LABELS = JSON.stringify([
  { text: 'claim', suffixKey: 'c', backgroundColor: '#ff0000' },
  { text: 'quote', suffix_key: 'q' },
]);

describe('a file without annotations is refused as what it seems to be', () => {
  test.each([
    ['labels.json', LABELS, 'list of labels from doccano'],
    ['config.xml', '<View>\n  <Labels name="label" toName="text"/></View>', 'labelling configuration'],
    ['annotation.conf', '# types\n[entities]\nClaim\n[relations]\n', 'brat’s configuration'],
    [
      'old.tsv',
      ' # de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity | value\n#id=1\n#text=A tug\n',
      'old WebAnno TSV',
    ],
    ['TypeSystem.xml', '<?xml version="1.0"?><typeSystemDescription/>', 'UIMA type system'],
    ['train.spacy', 'x\u0001', 'Doc.to_json()'],
    ['data.parquet', 'PAR1', 'JSON Lines or CSV'],
    ['work.nvpx', 'x', 'REFI-QDA project'],
    ['work.mx24', 'x', 'REFI-QDA project'],
    ['codebook.csv', 'tag,description\nclaim,what is said\n', 'codebook'],
    [
      'all.html',
      '<!DOCTYPE html>\n<html>\n<head><title>Taguette highlights</title></head></html>',
      'highlights as CSV',
    ],
    ['page.html', '<!doctype html><p>The tug.', 'choose “Import articles”'],
    ['doc.pdf', '%PDF-1.7', 'choose “Import articles”'],
    ['a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', 'TEI'],
    ['a.xml', '<?xml version="1.0"?><Document/>', 'XML of a kind'],
    ['coco.json', JSON.stringify({ images: [], annotations: [], categories: [] }), 'pictures (COCO)'],
    ['a.json', '[{"a": 1}]', 'two offsets and a label'],
    ['a.csv', 'speaker,claim_text\nHolt,it sank\n', 'columns are not known'],
    ['notes.txt', 'The tug left.', 'plain text'],
    ['a.bin', '\u0000\u0001', 'is not a file of annotations'],
  ])('%s, %j', (name, words, reason) => {
    expect(() => annotationReaderFor(fileOf(name, words))).toThrow(reason);
  });

  test('and so are archives', async () => {
    expect(() => annotationReaderFor(fileOf('a.xlsx', 'PK\u0003\u0004'))).toThrow('CSV UTF-8');
    const zip = await zipOf({ 'a.txt': 'The tug.' });
    expect(() => annotationReaderFor(zip)).toThrow('nothing in it that is read');
  });
});

describe('nothing that is marked comes in as a bare article', () => {
  test.each([
    ['tags.txt', 'Tern\tB-ORG\nsank\tO\n', 'CoNLL'],
    [
      'tug.html',
      '<!DOCTYPE html>\n<html><head><style>.highlight { a: b } .taglist { a: b }</style></head><body><h1>Tug</h1><p><span class="highlight">It sank</span><span class="taglist"> [claim]</span></p></body></html>',
      'Taguette',
    ],
    ['tug.tsv.txt', '#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|c\n\n\n#Text=A\n1-1\t0-1\tA\tx\t\n', 'INCEpTION'],
    [
      'ents.json',
      JSON.stringify([{ text: 'The tug', ents: [{ start: 4, end: 7, label: 'ship' }] }]),
      'spaCy',
    ],
    ['labels.json', LABELS, 'list of labels'],
    ['pairs.json', JSON.stringify([['The tug', { entities: [[4, 7, 'ship']] }]]), 'spaCy'],
  ])('%s', (name, words, reason) => {
    expect(() => readerFor(fileOf(name, words))).toThrow(reason);
  });

  test.each([
    ['a.txt', 'The tug left. It is a B-side.\n\nO\n'],
    ['a.html', '<!doctype html><p class="highlight">The tug.</p>'],
  ])('%s is still one', (name, words) => {
    expect(readerFor(fileOf(name, words)).extensions.length).toBeGreaterThan(0);
  });
});

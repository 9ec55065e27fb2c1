import { expect, test, vi } from 'vitest';
import { jsonRecords } from '../../../src/formats/reading/json-records.ts';
import { holdsTooMuch, parseJson } from '../../../src/formats/reading/parse-json.ts';

const bytes = (text: string) => Buffer.from(text);

test.each([
  ['numbers', '0,'],
  ['lists', '[],'],
  ['objects', '{},'],
  ['strings', '"",'],
])('a record of %s without end is refused before it is parsed', (_, shape) => {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    const record = `{"text":"x","label":[${shape.repeat(4_000_001)}0]}`;
    const [found] = [...jsonRecords({ bytes: bytes(`${record}\n{"text":"y"}`) })];
    expect(found).toMatchObject({ reason: expect.stringContaining('too large') });
    expect(parse.mock.calls.every(([text]) => text.length < 100)).toBe(true);
  } finally {
    parse.mockRestore();
  }
});

test('a long text is no record of many values', () => {
  const text = 'The ferry was late, and nobody said why. '.repeat(200_000);
  expect(parseJson(bytes(JSON.stringify({ text })))).toEqual({ text });
});

test.each([
  ['fewer', '[0,0,0]', 3, false],
  ['as many', '[0,0]', 2, false],
  ['more', '[0,0,0,0,0]', 4, true],
])('%s values than the most', (_, text, most, answer) => {
  expect(holdsTooMuch(bytes(text), most)).toBe(answer);
});

import { describe, expect, test } from 'vitest';
import { readQuantulumCases } from '../../../../bench/accuracy/read/quantulum.ts';
import { readRecognizersCases } from '../../../../bench/accuracy/read/recognizers.ts';
import { readSegmenterSpec } from '../../../../bench/accuracy/read/segmenter-spec.ts';
import { readSentencexCases } from '../../../../bench/accuracy/read/sentencex.ts';

test("pragmatic segmenter's specification", () => {
  const spec = String.raw`require 'spec_helper'

RSpec.describe PragmaticSegmenter::Languages::English, "(en)" do

  context "Golden Rules" do
    it "Two sentences #001" do
      ps = PragmaticSegmenter::Segmenter.new(text: "It rained. \"Again,\" she said\u2026", language: "en")
      expect(ps.segment).to eq(["It rained.", "\"Again,\" she said\u2026"])
    end

    it "Lines of a PDF #002" do
      ps = PragmaticSegmenter::Segmenter.new(text: "A line\ncut.", language: "en", doc_type: "pdf")
      expect(ps.segment).to eq(["A line cut."])
    end
  end

  it 'correctly segments text #001' do
    ps = PragmaticSegmenter::Segmenter.new(text: 'It\'s (at [ten]) late.\n', language: 'en')
    expect(ps.segment).to eq(['It\'s (at [ten]) late.\n'])
  end

  it "does not clean #002" do
    ps = PragmaticSegmenter::Segmenter.new(text: "Left out.", clean: false)
    expect(ps.segment).to eq(["Left out."])
  end

  it "has a variable #003" do
    text = "Passed over."
    ps = PragmaticSegmenter::Segmenter.new(text: text)
    expect(ps.segment).to eq(["Passed over."])
  end
end
`;
  expect(readSegmenterSpec(spec)).toEqual({
    golden: [
      { text: 'It rained. "Again," she said…', pieces: ['It rained.', '"Again," she said…'] },
      { text: 'A line\ncut.', pieces: ['A line cut.'] },
    ],
    others: [{ text: "It's (at [ten]) late.\\n", pieces: ["It's (at [ten]) late.\\n"] }],
  });
});

test("sentencex's cases", () => {
  const file = `# How a case is written:
# ---
# ===

It rained. It poured.
---
It rained.
It poured.
===
# a comment
#1 is the best.
It is.
---
#1 is the best.
It is.
===
`;
  expect(readSentencexCases(file)).toEqual([
    { text: 'It rained. It poured.', pieces: ['It rained.', 'It poured.'] },
    { text: '#1 is the best.\nIt is.', pieces: ['#1 is the best.', 'It is.'] },
  ]);
});

describe("Recognizers-Text's specifications", () => {
  test.each([
    ['a number', '-2.5', { value: -2.5 }],
    ['a per cent', '20%', { value: 20 }],
    ['a range', '[20,30)', { value: 20, valueMax: 30 }],
    ['a range without an upper end', '(20,)', { value: 20 }],
    ['a range without a lower end', '(,-20]', { value: -20 }],
  ])('%s', (_what, value, expected) => {
    const file = JSON.stringify([{ Input: 'so 20', Results: [{ Start: 3, End: 4, Resolution: { value } }] }]);
    expect(readRecognizersCases(`\uFEFF${file}`)).toEqual([
      { text: 'so 20', expected: [{ span: { start: 3, end: 5 }, ...expected }] },
    ]);
  });

  test('leave out units without a number, and keep texts without values', () => {
    const unit = (value?: null | string) => ({ Start: 0, End: 3, Resolution: { value, unit: 'Mile' } });
    const file = [
      { Input: 'miles', Results: [unit(null)] },
      { Input: 'miles', Results: [unit('null')] },
      { Input: 'miles', Results: [unit()] },
      { Input: 'Section 5', Results: [] },
    ];
    expect(readRecognizersCases(JSON.stringify(file))).toEqual([{ text: 'Section 5', expected: [] }]);
  });
});

describe("quantulum3's tests", () => {
  const read = (req: string, ...res: object[]) =>
    readQuantulumCases(JSON.stringify([{ req, res }]))[0]?.expected;

  test('have values at their words, in turn', () => {
    const two = { value: 2, unit: 'mile', surface: '2 miles' };
    expect(read('2 miles and 2 miles', two, two)).toEqual([
      { span: { start: 0, end: 7 }, value: 2 },
      { span: { start: 12, end: 19 }, value: 2 },
    ]);
  });

  test.each([
    ['a range', '8 to 16', { value: 8, valueMax: 16 }],
    ['a value give or take', '12 ± 4', { value: 12 }],
  ])('%s', (_what, surface, expected) => {
    const span = { start: 0, end: surface.length };
    expect(read(surface, { value: 12, surface, uncertainty: 4 })).toEqual([{ span, ...expected }]);
  });

  test('name words that are in their text', () => {
    expect(() => read('a mile', { value: 2, surface: '2 miles' })).toThrow('“2 miles”');
  });
});

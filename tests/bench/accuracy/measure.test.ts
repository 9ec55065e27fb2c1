import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureAll, type Outcome } from '../../../bench/accuracy/measure.ts';
import { accuracyTable, notesOn } from '../../../bench/accuracy/report.ts';

describe('a folder with one set, and the folder of another', () => {
  let data: string;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'on-record-accuracy-'));
    await mkdir(join(data, 'sentencex/tests'), { recursive: true });
    await writeFile(
      join(data, 'sentencex/tests/en.txt'),
      'It rained. It poured.\n---\nIt rained.\nIt poured.\n',
    );
    await mkdir(join(data, 'UD_English-EWT'));
    outcomes = await measureAll(data, ['sentences', 'quotes']);
  });
  afterAll(() => rm(data, { recursive: true }));

  test('gives the figures of the one', () => {
    expect(accuracyTable(outcomes)).toBe(
      [
        '| task | figure | now | accepted | difference | aim | met |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| sentences | sentencex | 1 | 207 | -206 |  |  |',
      ].join('\n'),
    );
  });

  test('names what was left out, what could not be read, and what is another version', () => {
    expect(notesOn(outcomes)).toEqual([
      'left out: diasks2/pragmatic_segmenter is not in the folder',
      'another version: wikimedia/sentencex has 1 texts, and the accepted figures stand on 237',
      expect.stringMatching(/^not measured: UniversalDependencies\/UD_English-EWT: .*en_ewt-ud-dev\.conllu/),
      'left out: UniversalDependencies/UD_English-GUM is not in the folder',
      'left out: networkdynamics/PolNeAR is not in the folder',
    ]);
  });

  test('is told when it is not there', async () => {
    await expect(measureAll(join(data, 'nowhere'), ['claims'])).rejects.toThrow('nowhere');
  });
});

test('differences are those of the figures as they are published', () => {
  const outcome: Outcome = {
    task: 'claims',
    repository: 'somebody/something',
    kind: 'measured',
    texts: 1,
    expectedTexts: 1,
    figures: { poliClaim: 84.96, claimBuster: 89.94, babe: 88.26 },
  };
  expect(accuracyTable([outcome]).split('\n').slice(2)).toEqual([
    '| claims | ClaimBuster, area | 89.9 | 90.8 | -0.9 | 90 | no |',
    '| claims | PoliClaim, area | 85.0 | 85.1 | -0.1 | 85 | yes |',
    '| claims | BABE, area | 88.3 | 87.9 | +0.4 |  |  |',
  ]);
});

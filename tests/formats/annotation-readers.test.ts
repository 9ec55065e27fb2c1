import { expect, test } from 'vitest';
import { UnreadableFileError } from '../../src/domain/errors.ts';
import { annotationReaderFor } from '../../src/formats/annotation-readers.ts';
import { fileOf, sorted } from './zipped.ts';

test('what no reader foresaw is a file that cannot be read', async () => {
  const file = fileOf('tasks.json', JSON.stringify([{ data: { text: 'The tug.' }, annotations: [] }]));
  const reader = annotationReaderFor(file);
  expect(reader).toMatchObject({ key: 'labelstudio', name: 'Label Studio' });
  expect((await sorted(reader.read(file))).documents).toHaveLength(1);
  const meta = { text: Array.from({ length: 500_000 }, () => 'a') };
  const result = [{ id: 'a', type: 'labels', value: { start: 0, end: 3, text: 'The', labels: ['b'] }, meta }];
  const many = fileOf(
    'many.json',
    JSON.stringify([{ data: { text: 'The tug.' }, annotations: [{ result }] }]),
  );
  const reading = sorted(annotationReaderFor(many).read(many));
  await expect(reading).rejects.toThrow(UnreadableFileError);
  await expect(reading).rejects.toThrow('Label Studio');
});

import { expect, test } from 'vitest';
import { UnreadableFileError } from '../../src/domain/errors.ts';
import { annotationReaderFor } from '../../src/formats/annotation-readers.ts';
import { fileOf, sorted } from './zipped.ts';

test('what no reader foresaw is a file that cannot be read', async () => {
  const file = fileOf('tasks.json', JSON.stringify([{ data: { text: 'The tug.' }, annotations: [] }]));
  const reader = annotationReaderFor(file);
  expect(reader).toMatchObject({ key: 'labelstudio', name: 'Label Studio' });
  expect((await sorted(reader.read(file))).documents).toHaveLength(1);
  const failing = {
    name: file.name,
    get bytes(): Uint8Array {
      throw new RangeError('Maximum call stack size exceeded');
    },
  };
  const reading = sorted(reader.read(failing));
  await expect(reading).rejects.toThrow(UnreadableFileError);
  await expect(reading).rejects.toThrow('Label Studio');
});

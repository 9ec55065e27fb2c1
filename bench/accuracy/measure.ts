import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Measured, Task } from './figures.ts';
import { MEASUREMENTS, type Measurement } from './measurements.ts';

/** What became of the measurements on one part of a set. */
export type Outcome = { readonly task: Task; readonly repository: string } & (
  | {
      readonly kind: 'measured';
      readonly figures: Measured;
      /** How many texts were read, and how many the accepted figures stand on. */
      readonly texts: number;
      readonly expectedTexts: number;
    }
  | { readonly kind: 'left out' }
  | { readonly kind: 'failed'; readonly why: string }
);

/** Measures whatever sets of these tasks lie in the folder, one after another. */
export async function measureAll(data: string, tasks: readonly Task[]): Promise<Outcome[]> {
  await access(data);
  const outcomes: Outcome[] = [];
  for (const measurement of MEASUREMENTS.filter(({ task }) => tasks.includes(task))) {
    outcomes.push(await measured(data, measurement));
  }
  return outcomes;
}

async function measured(
  data: string,
  { task, set, texts: expectedTexts, measure }: Measurement,
): Promise<Outcome> {
  const { repository } = set;
  const clone = join(data, basename(repository));
  if (!(await isThere(clone))) return { task, repository, kind: 'left out' };
  try {
    const { texts, figures } = await measure(clone);
    return { task, repository, kind: 'measured', figures, texts, expectedTexts };
  } catch (error) {
    return { task, repository, kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

async function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

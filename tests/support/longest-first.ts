import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest on a quiet machine, the longest first. Those that wait for programs of their own stand at the
 * start, so that no worker is left alone with them at the end.
 */
const LONG = [
  'web/kill-import',
  'web/kill',
  'web/start',
  'store/migrate',
  'store/counts',
  'bench/generator',
  'cli/import',
  'cli/export',
  'store/export-annotations',
  'actions/undo',
  'import/annotations/document',
  'import/interop',
];

/** Runs the long files first, then the others as Vitest does: by how long they took, or by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Projects stay together: a worker that changes from one to the other begins anew.
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).sort((a, b) => rankOf(a) - rankOf(b)),
    );
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((file) => moduleId.endsWith(`tests/${file}.test.ts`));
  return rank < 0 ? LONG.length : rank;
}

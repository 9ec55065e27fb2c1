import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest on a quiet machine, the longest first. Those that wait for programs of their own stand at the
 * start, so that no worker is left alone with them at the end.
 */
const LONG = [
  'web/kill-import',
  'web/kill',
  'package',
  'web/start',
  'cli/backup',
  'cli/articles-and-annotations',
  'cli/export',
  'cli/import',
  'cli/together',
  'formats/refi-qda/write',
  'store/migrate',
  'formats/jsonl/write',
  'formats/brat/write',
  'formats/tei/write',
  'formats/annotated-page/write',
  'formats/jsonl/reader',
  'formats/label-studio/write',
  'formats/markdown/write',
  'import/interop',
  'import/annotations/document',
  'text/anchor-speed',
  'formats/web-page/hostile',
  'store/counts',
  'web/annotations/export',
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

import { expect, test } from 'vitest';
import { canAnnotate, canDeleteArticles, canEditArticles, type Role } from '../../src/domain/permission.ts';

test.each<[Role, boolean, boolean, boolean]>([
  ['owner', true, true, true],
  ['annotator', true, true, false],
  ['reader', false, false, false],
])('%s: annotates %s, edits articles %s, deletes them %s', (role, annotates, edits, deletes) => {
  const member = { userId: 'u', projectId: 'p', role };
  expect([canAnnotate(member), canEditArticles(member), canDeleteArticles(member)]).toEqual([
    annotates,
    edits,
    deletes,
  ]);
});

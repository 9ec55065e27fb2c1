import { createHash } from 'node:crypto';
import { formatParts } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { type AnnotationState, sentenceMarkChange } from '../../domain/history.ts';
import type { ImportLine, ImportTask } from '../../domain/import.ts';
import type { Tx } from '../../store/client.ts';
import {
  type ImportChange,
  type ImportedAnnotation,
  type ImportScope,
  idsOfImport,
  knownIds,
  liveAnnotations,
  peopleNamed,
  saveAnnotations,
  sentenceMarks,
  sentencesAt,
  setMarks,
  writeImportEvents,
} from '../../store/imported-annotations.ts';
import { lineFor } from '../report.ts';
import { incomingTimes } from './content.ts';
import { Ids, idCandidates } from './id.ts';
import type { PlacedAnnotation } from './place.ts';

/** How many annotations were stored, and what is to be said of those and the others. */
export interface Stored {
  readonly stored: number;
  readonly lines: readonly ImportLine[];
}

/**
 * Stores the annotations of a document in its article, which is locked, with their lines of history. One that is there
 * already, by its id or by all that it says, is left as it is; a deleted one comes back as the file has it. A person's
 * "nothing here" goes from sentences in which they now have an annotation. `text` is the article's.
 */
export async function storeAnnotations(
  tx: Tx,
  scope: ImportScope,
  task: ImportTask,
  text: string,
  placed: readonly PlacedAnnotation[],
): Promise<Stored> {
  if (placed.length === 0) return { stored: 0, lines: [] };
  const owned = await withOwners(tx, task, placed);
  const { fresh, lines } = await partFresh(tx, scope, text, owned);
  if (fresh.length === 0) return { stored: 0, lines };
  await saveAnnotations(tx, scope, fresh);
  const unmarked = await unmark(tx, scope, fresh);
  await writeImportEvents(tx, scope, [
    ...unmarked,
    ...fresh.map(({ id, state }) => ({
      ...{ subject: 'annotation' as const, subjectId: id, before: null, after: state },
    })),
  ]);
  return { stored: fresh.length, lines };
}

interface Owned {
  readonly placed: PlacedAnnotation;
  readonly state: AnnotationState;
}

async function withOwners(
  tx: Tx,
  { member, annotators }: ImportTask,
  placed: readonly PlacedAnnotation[],
): Promise<Owned[]> {
  const names = new Set(annotators === 'named' ? placed.map(({ annotator }) => annotator) : []);
  names.delete('');
  const people = names.size > 0 ? await peopleNamed(tx, member, names) : new Map<string, string>();
  return placed.map((one) => {
    const userId = people.get(one.annotator) ?? member.userId;
    return { placed: one, state: { ...one.content, userId } };
  });
}

/** What is to be stored, with lines on it and on what is there already. */
async function partFresh(tx: Tx, scope: ImportScope, text: string, owned: readonly Owned[]) {
  const textHash = createHash('sha256').update(text, 'utf8').digest('hex');
  const { projectId } = scope.member;
  const candidates = owned.map(({ placed }) => idCandidates(projectId, textHash, placed));
  const known = await knownIds(
    tx,
    candidates.flatMap(({ own, made }) => (own === undefined ? [made] : [own, made])),
  );
  const ids = new Ids(known, { projectId, articleId: scope.articleId });
  const present = await Present.in(tx, scope);
  const fresh: ImportedAnnotation[] = [];
  const lines: ImportLine[] = [];
  const now = new Date();
  for (const [at, { placed, state }] of owned.entries()) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const { id, isRepeated } = ids.choose(candidate);
    const hasOwnId = id === candidate.own;
    const twin = isRepeated ? { id, reason: SAME } : await present.find(id, state, known.has(id), hasOwnId);
    if (twin) {
      lines.push({ ...lineFor(placed.source, 'duplicate', twin.reason), annotationId: twin.id });
      continue;
    }
    if (!hasOwnId) present.add(id, state);
    fresh.push({ id, state, ...incomingTimes(placed.source, now) });
    for (const { outcome, reason } of placed.remarks) {
      lines.push({ ...lineFor(placed.source, outcome, reason), annotationId: id });
    }
  }
  return { fresh, lines };
}

const HERE = 'It is here already.';
const CHANGED = 'It is here already, and was changed since it came: it stays as it is.';
const SAME = 'The same is here already: the same words, tag, fields and annotator.';

/** What stands in an article. */
class Present {
  readonly #tx: Tx;
  readonly #scope: ImportScope;
  readonly #contentById = new Map<string, string>();
  readonly #idsByContent = new Map<string, string[]>();
  #fromThisImport: ReadonlySet<string> | undefined;

  private constructor(tx: Tx, scope: ImportScope) {
    this.#tx = tx;
    this.#scope = scope;
  }

  static async in(tx: Tx, scope: ImportScope): Promise<Present> {
    const present = new Present(tx, scope);
    for (const annotation of await liveAnnotations(tx, scope)) present.add(annotation.id, annotation);
    return present;
  }

  add(id: string, state: AnnotationState): void {
    const content = contentKey(state);
    this.#contentById.set(id, content);
    const twins = this.#idsByContent.get(content);
    if (twins) twins.push(id);
    else this.#idsByContent.set(content, [id]);
  }

  /** What is there already in the place of an annotation that is to have this id, with what is to be said of it. */
  async find(id: string, state: AnnotationState, isKnown: boolean, hasOwnId: boolean) {
    const content = contentKey(state);
    const there = this.#contentById.get(id);
    if (there !== undefined) return { id, reason: there === content ? HERE : CHANGED };
    // A deleted one comes back.
    if (isKnown) return undefined;
    const twins = this.#idsByContent.get(content) ?? [];
    // A file with ids of ours may hold two that say the same: both are wanted.
    const others = hasOwnId && twins.length > 0 ? await this.#broughtBefore(twins) : twins;
    const [twin] = others;
    return twin === undefined ? undefined : { id: twin, reason: SAME };
  }

  async #broughtBefore(ids: readonly string[]): Promise<string[]> {
    this.#fromThisImport ??= await idsOfImport(this.#tx, this.#scope);
    return ids.filter((id) => !this.#fromThisImport?.has(id));
  }
}

function contentKey(state: AnnotationState): string {
  const attributes = ATTRIBUTES.map(({ name }) => state[name]);
  return JSON.stringify([state.userId, state.tag, formatParts(state.parts), attributes]);
}

async function unmark(
  tx: Tx,
  scope: ImportScope,
  fresh: readonly ImportedAnnotation[],
): Promise<ImportChange[]> {
  const marks = await sentenceMarks(tx, scope);
  if (marks.length === 0) return [];
  const touched = new Set(
    fresh.flatMap(({ state }) =>
      state.parts.flatMap((part) =>
        sentencesAt(scope.sentences, part).map((sentence) => `${sentence} ${state.userId}`),
      ),
    ),
  );
  const gone = marks.filter(({ sentence, userId }) => touched.has(`${sentence} ${userId}`));
  await setMarks(tx, scope, gone, false);
  return gone.map(({ sentence, userId }) => ({
    ...sentenceMarkChange(scope.articleId, sentence, 'remove'),
    owner: userId,
  }));
}

import { createHash } from 'node:crypto';
import { type Annotation, formatParts } from '../../domain/annotation.ts';
import type { ArticleText } from '../../domain/article.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { type AnnotationState, type Change, creationOf, sentenceMarkChange } from '../../domain/history.ts';
import type { ImportLine, ImportTask } from '../../domain/import.ts';
import type { Tx } from '../../store/client.ts';
import { sentencesOf } from '../../store/counts.ts';
import { knownIds, peopleNamed } from '../../store/imported-annotations.ts';
import { eventsOf, type Mark, type Standing, type StoredEvent } from '../../store/standing.ts';
import type { LockedArticle, Times } from '../../store/step.ts';
import { Ids, idCandidates } from './id.ts';
import { lineFor } from './line.ts';
import type { PlacedAnnotation } from './place.ts';
import { incomingTimes } from './times.ts';

/** The step that brings the annotations of a document into its article, with what is to be said of all of them. */
export interface PlannedImport {
  readonly changes: readonly Change[];
  readonly times: ReadonlyMap<string, Times>;
  /** How many annotations it stores. */
  readonly stored: number;
  readonly lines: readonly ImportLine[];
}

/**
 * Plans what of a document is to be stored in its article, which is locked. An annotation that is there already, by its
 * id or by all that it says, is left as it is; a deleted one comes back as the file has it. A person's "nothing here"
 * goes from sentences in which they now have an annotation.
 */
export async function planAnnotations(
  tx: Tx,
  locked: LockedArticle,
  task: ImportTask,
  placed: readonly PlacedAnnotation[],
): Promise<PlannedImport> {
  if (placed.length === 0) return { changes: [], times: new Map(), stored: 0, lines: [] };
  const owned = await withOwners(tx, task, placed);
  const { text } = locked.scope;
  const standing = await locked.standing({ start: 0, end: text.text.length });
  const { fresh, times, lines } = await partFresh(locked, task, standing.annotations, owned);
  const creations = [...fresh].map(([id, state]) => creationOf(id, state));
  return { changes: [...unmark(text, standing, fresh), ...creations], times, stored: fresh.size, lines };
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

/** What is to be stored, by id, with lines on it and on what is there already. */
async function partFresh(
  { session, scope }: LockedArticle,
  { importId }: ImportTask,
  present: readonly Annotation[],
  owned: readonly Owned[],
) {
  const textHash = createHash('sha256').update(scope.text.text, 'utf8').digest('hex');
  const { projectId } = scope.member;
  const candidates = owned.map(({ placed }) => idCandidates(projectId, textHash, placed));
  const known = await knownIds(
    session,
    candidates.flatMap(({ own, made }) => (own === undefined ? [made] : [own, made])),
  );
  const ids = new Ids(known, { projectId, articleId: scope.text.articleId });
  const there = new Present(present, () => eventsOf(session, scope, importId));
  const fresh = new Map<string, AnnotationState>();
  const times = new Map<string, Times>();
  const lines: ImportLine[] = [];
  const now = new Date();
  for (const [at, { placed, state }] of owned.entries()) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const { id, isRepeated } = ids.choose(candidate);
    const hasOwnId = id === candidate.own;
    const twin = isRepeated ? { id, reason: SAME } : await there.find(id, state, known.has(id), hasOwnId);
    if (twin) {
      lines.push({ ...lineFor(placed.source, 'duplicate', twin.reason), annotationId: twin.id });
      continue;
    }
    if (!hasOwnId) there.add(id, state);
    fresh.set(id, state);
    times.set(id, incomingTimes(placed.source, now));
    for (const { outcome, reason } of placed.remarks) {
      lines.push({ ...lineFor(placed.source, outcome, reason), annotationId: id });
    }
  }
  return { fresh, times, lines };
}

const HERE = 'It is here already.';
const CHANGED = 'It is here already, and was changed since it came: it stays as it is.';
const SAME = 'The same is here already: the same words, tag, fields and annotator.';

/** What stands in an article. */
class Present {
  readonly #history: () => Promise<readonly StoredEvent[]>;
  readonly #contentById = new Map<string, string>();
  readonly #idsByContent = new Map<string, string[]>();
  #fromThisImport: ReadonlySet<string> | undefined;

  /** `history` is that of the import. */
  constructor(annotations: readonly Annotation[], history: () => Promise<readonly StoredEvent[]>) {
    this.#history = history;
    for (const annotation of annotations) this.add(annotation.id, annotation);
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
    this.#fromThisImport ??= new Set((await this.#history()).map(({ change }) => change.subjectId));
    return ids.filter((id) => !this.#fromThisImport?.has(id));
  }
}

function contentKey(state: AnnotationState): string {
  const attributes = ATTRIBUTES.map(({ name }) => state[name]);
  return JSON.stringify([state.userId, state.tag, formatParts(state.parts), attributes]);
}

function unmark(
  { articleId, sentences }: ArticleText,
  { marks }: Standing,
  fresh: ReadonlyMap<string, AnnotationState>,
): Change[] {
  if (marks.length === 0) return [];
  const keyOf = (mark: Mark) => `${mark.sentence} ${mark.userId}`;
  const touched = [...fresh.values()].flatMap((state) =>
    sentencesOf(state, sentences).map((sentence) => keyOf({ sentence, userId: state.userId })),
  );
  const taken = new Set(touched);
  const gone = marks.filter((mark) => taken.has(keyOf(mark)));
  return gone.map((mark) => sentenceMarkChange(articleId, mark, 'remove'));
}

import { createHash } from 'node:crypto';
import { type AnnotationContent, formatParts } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { sentenceMarkChange } from '../../domain/history.ts';
import { annotatorName, type ImportLine, type ImportTask } from '../../domain/import.ts';
import type { Member } from '../../domain/permission.ts';
import type { Tx } from '../../store/client.ts';
import {
  type ImportChange,
  type ImportedAnnotation,
  type ImportScope,
  idsOfImport,
  knownIds,
  liveAnnotations,
  namesOfPeople,
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
  const { fresh, lines } = await partFresh(tx, scope, task, text, placed);
  if (fresh.length === 0) return { stored: 0, lines };
  const owned = await withOwners(tx, task.member, fresh);
  await saveAnnotations(tx, scope, owned);
  const unmarked = await unmark(tx, scope, owned);
  await writeImportEvents(tx, scope, [
    ...unmarked,
    ...owned.map(({ id, state }) => ({
      ...{ subject: 'annotation' as const, subjectId: id, before: null, after: state },
    })),
  ]);
  return { stored: owned.length, lines };
}

/** In the place of a name: the importing person, whose everything is that names nobody. */
const MINE = '';

/** An annotation that is not here yet. */
interface FreshAnnotation extends Omit<ImportedAnnotation, 'state'> {
  readonly content: AnnotationContent;
  /** A name of the file, or MINE. */
  readonly annotator: string;
}

async function withOwners(
  tx: Tx,
  member: Member,
  fresh: readonly FreshAnnotation[],
): Promise<ImportedAnnotation[]> {
  const names = new Set(fresh.map(({ annotator }) => annotator));
  names.delete(MINE);
  const people = names.size > 0 ? await peopleNamed(tx, member, names) : new Map<string, string>();
  return fresh.map(({ content, annotator, ...one }) => {
    const userId = people.get(annotator) ?? member.userId;
    return { ...one, state: { ...content, userId } };
  });
}

/** What is to be stored, with lines on it and on what is there already. */
async function partFresh(
  tx: Tx,
  scope: ImportScope,
  { annotators }: ImportTask,
  text: string,
  placed: readonly PlacedAnnotation[],
) {
  const textHash = createHash('sha256').update(text, 'utf8').digest('hex');
  const { projectId, userId } = scope.member;
  const candidates = placed.map((one) => idCandidates(projectId, textHash, one));
  const known = await knownIds(
    tx,
    candidates.flatMap(({ own, made }) => (own === undefined ? [made] : [own, made])),
  );
  const ids = new Ids(known, { projectId, articleId: scope.articleId });
  const present = await Present.in(tx, scope);
  const fresh: FreshAnnotation[] = [];
  const lines: ImportLine[] = [];
  const now = new Date();
  for (const [at, { source, content, annotator: name, remarks }] of placed.entries()) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const annotator = annotators === 'named' ? name : MINE;
    const { id, isRepeated } = ids.choose(candidate);
    const hasOwnId = id === candidate.own;
    const isKnown = known.has(id);
    const twin = isRepeated
      ? { id, reason: SAME }
      : await present.find(id, content, annotator, { isKnown, hasOwnId });
    if (twin) {
      lines.push({ ...lineFor(source, 'duplicate', twin.reason), annotationId: twin.id });
      continue;
    }
    if (!hasOwnId) present.add(id, content, annotator);
    // What the importing person deleted themself comes back as theirs.
    const isMine = known.get(id)?.userId === userId && present.isBy(userId, annotator);
    fresh.push({ id, content, annotator: isMine ? MINE : annotator, ...incomingTimes(source, now) });
    for (const { outcome, reason } of remarks) {
      lines.push({ ...lineFor(source, outcome, reason), annotationId: id });
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
  /** What the people of the project are called, as a file would name them. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #contentById = new Map<string, string>();
  readonly #byContent = new Map<string, { readonly id: string; readonly by: string }[]>();
  #fromThisImport: ReadonlySet<string> | undefined;

  private constructor(tx: Tx, scope: ImportScope, names: ReadonlyMap<string, string>) {
    this.#tx = tx;
    this.#scope = scope;
    this.#names = names;
  }

  static async in(tx: Tx, scope: ImportScope): Promise<Present> {
    const people = await namesOfPeople(tx, scope.member);
    const names = new Map([...people].map(([id, name]) => [id, annotatorName(name)]));
    const present = new Present(tx, scope, names);
    for (const annotation of await liveAnnotations(tx, scope))
      present.add(annotation.id, annotation, annotation.userId);
    return present;
  }

  /** `by` is a person's id, a name of the file, or MINE. */
  add(id: string, content: AnnotationContent, by: string): void {
    const key = contentKey(content);
    this.#contentById.set(id, key);
    const twins = this.#byContent.get(key);
    if (twins) twins.push({ id, by });
    else this.#byContent.set(key, [{ id, by }]);
  }

  /** Whether what `by` has is what a file says of `annotator`: to pass over, a name is enough. */
  isBy(by: string, annotator: string): boolean {
    const { userId } = this.#scope.member;
    if (annotator === MINE) return by === MINE || by === userId;
    return annotator === (this.#names.get(by === MINE ? userId : by) ?? by);
  }

  /** What is there already in the place of an annotation that is to have this id, with what is to be said of it. */
  async find(
    id: string,
    content: AnnotationContent,
    annotator: string,
    { isKnown, hasOwnId }: { readonly isKnown: boolean; readonly hasOwnId: boolean },
  ) {
    const key = contentKey(content);
    const there = this.#contentById.get(id);
    if (there !== undefined) return { id, reason: there === key ? HERE : CHANGED };
    // A deleted one comes back.
    if (isKnown) return undefined;
    const same = this.#byContent.get(key) ?? [];
    const twins = same.filter(({ by }) => this.isBy(by, annotator)).map((twin) => twin.id);
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

/** All that an annotation says but whose it is: with one id it is the same, whatever a file calls its annotator. */
function contentKey(content: AnnotationContent): string {
  const attributes = ATTRIBUTES.map(({ name }) => content[name]);
  return JSON.stringify([content.tag, formatParts(content.parts), attributes]);
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

import { type Annotation, type AnnotationContent, formatParts } from '../../domain/annotation.ts';
import type { ArticleText } from '../../domain/article.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { type AnnotationState, type Change, creationOf, sentenceMarkChange } from '../../domain/history.ts';
import { annotatorName, type ImportLine, type ImportTask } from '../../domain/import.ts';
import type { Member } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import type { Tx } from '../../store/client.ts';
import { sentencesOf } from '../../store/counts.ts';
import { knownIds, namesOfPeople, peopleNamed } from '../../store/imported-annotations.ts';
import type { Standing } from '../../store/standing.ts';
import type { LockedCoding, Times } from '../../store/step.ts';
import { eventsOf } from '../../store/stored-events.ts';
import { hashOf } from '../articles/read.ts';
import { lineFor } from '../report.ts';
import { incomingTimes } from './content.ts';
import { IdChooser, idCandidates } from './id.ts';
import type { PlacedAnnotation } from './place.ts';

/** The step that stores the annotations of a document, with the report lines on all of them. */
export interface PlannedImport {
  readonly changes: readonly Change[];
  readonly times: ReadonlyMap<string, Times>;
  /** How many annotations it stores. */
  readonly stored: number;
  readonly lines: readonly ImportLine[];
}

/**
 * Plans what of a document is to be stored in its article, which is locked. An annotation that is there
 * already, by its id or by all that it says, is left as it is; a deleted one comes back as the file has it.
 * "Nothing here" goes from sentences that now hold an annotation.
 */
export async function planAnnotations(
  tx: Tx,
  locked: LockedCoding,
  task: ImportTask,
  placed: readonly PlacedAnnotation[],
): Promise<PlannedImport> {
  if (placed.length === 0) return { changes: [], times: new Map(), stored: 0, lines: [] };
  const { text } = locked.scope;
  const standing = await locked.standing({ start: 0, end: text.text.length });
  const present = new PresentAnnotations(
    standing.annotations,
    await namesOfPeople(tx, task.member),
    locked,
    task,
  );
  const { fresh, lines } = await selectFresh(locked, task, present, placed);
  const states = await withOwners(tx, task.member, fresh);
  const creations = [...states].map(([id, state]) => creationOf(id, state));
  const changes = [...removedMarks(text, standing, states), ...creations];
  const times = new Map(fresh.map(({ id, times }) => [id, times]));
  return { changes, times, stored: fresh.length, lines };
}

/** In the place of a name: the importing person, whose everything is that names nobody. */
const MINE = '';

/** An annotation that is not here yet. */
interface FreshAnnotation {
  readonly id: string;
  readonly times: Times;
  readonly content: AnnotationContent;
  /** A name of the file, or MINE. */
  readonly annotator: string;
}

async function withOwners(
  tx: Tx,
  member: Member,
  fresh: readonly FreshAnnotation[],
): Promise<Map<string, AnnotationState>> {
  const names = new Set(fresh.map(({ annotator }) => annotator));
  names.delete(MINE);
  const people = names.size > 0 ? await peopleNamed(tx, member, names) : new Map<string, string>();
  const annotatorIdOf = (annotator: string) => people.get(annotator) ?? member.annotatorId;
  return new Map(
    fresh.map(({ id, content, annotator }) => [id, { ...content, annotatorId: annotatorIdOf(annotator) }]),
  );
}

/** What is to be stored, with lines on it and on what is there already. */
async function selectFresh(
  { session, scope }: LockedCoding,
  { annotators }: ImportTask,
  present: PresentAnnotations,
  placed: readonly PlacedAnnotation[],
) {
  const textHash = hashOf(scope.text.text);
  const { projectId, annotatorId } = scope.member;
  const candidates = placed.map((one) => idCandidates(projectId, textHash, one));
  const known = await knownIds(
    session,
    candidates.flatMap(({ own, made }) => (own === undefined ? [made] : [own, made])),
  );
  const ids = new IdChooser(known, { projectId, articleId: scope.text.articleId, lane: scope.lane });
  const fresh: FreshAnnotation[] = [];
  const lines: ImportLine[] = [];
  const now = new Date();
  for (const [at, { source, content, bare, annotator: name, remarks }] of placed.entries()) {
    const candidate = candidates[at];
    if (!candidate) continue;
    const annotator = annotators === 'named' ? name : MINE;
    const { id, isRepeated } = ids.choose(candidate);
    const hasOwnId = id === candidate.own;
    const isKnown = known.has(id);
    const twin = isRepeated
      ? { id, reason: t('outcome.same') }
      : ((await present.find(id, content, annotator, { isKnown, hasOwnId })) ??
        (bare && (await present.find(id, bare, annotator, { isKnown, hasOwnId }))));
    if (twin) {
      lines.push({ ...lineFor(source, 'duplicate', twin.reason), annotationId: twin.id });
      continue;
    }
    if (!hasOwnId) present.add(id, content, annotator);
    // What the importing person deleted themself comes back as theirs.
    const isMine = known.get(id)?.annotatorId === annotatorId && present.isBy(annotatorId, annotator);
    const times = incomingTimes(source, now);
    fresh.push({ id, content, times, annotator: isMine ? MINE : annotator });
    for (const { outcome, reason } of remarks) {
      lines.push({ ...lineFor(source, outcome, reason), annotationId: id });
    }
  }
  return { fresh, lines };
}

/** What stands in an article. */
class PresentAnnotations {
  readonly #locked: LockedCoding;
  readonly #task: ImportTask;
  /** What the people of the project are called, as a file would name them. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #contentById = new Map<string, string>();
  readonly #byContent = new Map<string, { readonly id: string; readonly by: string }[]>();
  #fromThisImport: ReadonlySet<string> | undefined;

  constructor(
    annotations: readonly Annotation[],
    people: ReadonlyMap<string, string>,
    locked: LockedCoding,
    task: ImportTask,
  ) {
    this.#locked = locked;
    this.#task = task;
    this.#names = new Map([...people].map(([id, name]) => [id, annotatorName(name)]));
    for (const annotation of annotations) this.add(annotation.id, annotation, annotation.annotatorId);
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
    const { annotatorId } = this.#task.member;
    if (annotator === MINE) return by === MINE || by === annotatorId;
    return annotator === (this.#names.get(by === MINE ? annotatorId : by) ?? by);
  }

  /** The annotation that already stands in place of one with this id, with what the report says. */
  async find(
    id: string,
    content: AnnotationContent,
    annotator: string,
    { isKnown, hasOwnId }: { readonly isKnown: boolean; readonly hasOwnId: boolean },
  ) {
    const key = contentKey(content);
    const there = this.#contentById.get(id);
    if (there !== undefined)
      return { id, reason: there === key ? t('outcome.here') : t('outcome.changedSince') };
    // A deleted one comes back.
    if (isKnown) return undefined;
    const same = this.#byContent.get(key) ?? [];
    const twins = same.filter(({ by }) => this.isBy(by, annotator)).map((twin) => twin.id);
    // A file with ids of ours may hold two that say the same: both are wanted.
    const others = hasOwnId && twins.length > 0 ? await this.#broughtBefore(twins) : twins;
    const [twin] = others;
    return twin === undefined ? undefined : { id: twin, reason: t('outcome.same') };
  }

  async #broughtBefore(ids: readonly string[]): Promise<string[]> {
    const { session, scope } = this.#locked;
    this.#fromThisImport ??= new Set(
      (await eventsOf(session, scope, this.#task.importId)).map(({ change }) => change.subjectId),
    );
    return ids.filter((id) => !this.#fromThisImport?.has(id));
  }
}

/** All that an annotation says, without its annotator: the same id means the same annotation. */
function contentKey(content: AnnotationContent): string {
  const said = ATTRIBUTES.filter(({ isComputed }) => !isComputed);
  const attributes = said.map(({ name }) => content[name]);
  const own = Object.entries(content.answers ?? {}).sort();
  return JSON.stringify([content.tag, formatParts(content.parts), attributes, ...own]);
}

function removedMarks(
  { articleId, sentences }: ArticleText,
  { marks }: Standing,
  fresh: ReadonlyMap<string, AnnotationState>,
): Change[] {
  if (marks.length === 0) return [];
  const taken = new Set([...fresh.values()].flatMap((state) => sentencesOf(state, sentences)));
  const gone = marks.filter(({ sentence }) => taken.has(sentence));
  return gone.map((mark) => sentenceMarkChange(articleId, mark, 'remove'));
}

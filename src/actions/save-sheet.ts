import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '../domain/annotation.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { type Change, creationOf, sentenceMarkChange, stateOf } from '../domain/history.ts';
import { type KnownOfText, readFromText } from '../domain/read-attributes.ts';
import { TAGS, type Tag } from '../domain/tag.ts';
import type { Db } from '../store/client.ts';
import type { Standing } from '../store/standing.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import { hullOf, overlaps, type Span } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';
import { suggestionsAt } from './suggest.ts';

/** What can be ticked for a sentence. */
export const SHEET_MARKS = [...TAGS, 'nothing'] as const;

/** One of the boxes of a sentence. */
export type SheetMark = (typeof SHEET_MARKS)[number];

/** A row of the sheet: what was ticked when the person saw it, and what they ticked. */
export interface SheetRow {
  /** Index of the sentence, from zero. */
  readonly sentence: number;
  readonly seen: ReadonlySet<SheetMark>;
  readonly ticked: ReadonlySet<SheetMark>;
}

/**
 * Saves what a person changed on the sheet, as one step. Only boxes that they changed count, so that what
 * others did meanwhile stays; one that is as they want it already is passed over. Throws InvalidInputError
 * with a sentence for each row (field `r` and the sentence's number from one).
 */
export async function saveSheet(
  db: Db,
  loaded: LoadedArticle,
  rows: readonly SheetRow[],
): Promise<SavedStep> {
  const scope = annotatingScope(loaded);
  const changed = rows.filter(({ seen, ticked }) =>
    SHEET_MARKS.some((mark) => seen.has(mark) !== ticked.has(mark)),
  );
  const spans = changed.flatMap(({ sentence }) => loaded.text.sentences[sentence] ?? []);
  const known = await suggestionsAt(db, loaded);
  return saveStep(db, scope, async (locked) => {
    if (spans.length === 0) return { action: 'change', changes: [] };
    const standing = await locked.standing(hullOf(spans));
    return { action: 'change', changes: changesOf(loaded, standing, changed, known) };
  });
}

function changesOf(
  loaded: LoadedArticle,
  standing: Standing,
  rows: readonly SheetRow[],
  suggestionsAt: KnownOfText['suggestionsAt'],
): Change[] {
  const known = { suggestionsAt, annotations: standing.annotations };
  const problems: Record<string, string> = {};
  const changes: Change[] = [];
  for (const row of rows) {
    const work = standingSentence(loaded, standing, row);
    if (work && isContradiction(work, row)) problems[`r${row.sentence + 1}`] = CONTRADICTION;
    else if (work) changes.push(...rowChanges(loaded, work, row, known));
  }
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return changes;
}

const CONTRADICTION =
  '“Nothing here” and a tag exclude each other: untick one, or delete the annotations first.';

/** How a sentence stands now. */
interface StandingSentence {
  readonly span: Span;
  /** All annotations that touch it. */
  readonly touching: readonly Annotation[];
  readonly isMarked: boolean;
}

function standingSentence(
  { member, text }: LoadedArticle,
  { annotations, marks }: Standing,
  { sentence }: SheetRow,
): StandingSentence | undefined {
  const span = text.sentences[sentence];
  if (!span) return undefined;
  return {
    span,
    touching: annotations.filter(({ parts }) => parts.some((part) => overlaps(part, span))),
    isMarked: marks.some((mark) => mark.userId === member.userId && mark.sentence === sentence),
  };
}

function isContradiction(work: StandingSentence, { seen, ticked }: SheetRow): boolean {
  if (!ticked.has('nothing') || (seen.has('nothing') && !TAGS.some((tag) => ticked.has(tag)))) return false;
  const removed = TAGS.filter((tag) => seen.has(tag) && !ticked.has(tag));
  const staying = work.touching.filter(
    (annotation) => !removed.some((tag) => isWhole(annotation, tag, work.span)),
  );
  return staying.length > 0 || TAGS.some((tag) => ticked.has(tag));
}

/** Whether an annotation is the box of a tag: its only part is the whole sentence. */
export function isWhole({ tag, parts }: Annotation, wanted: Tag, { start, end }: Span): boolean {
  const [part] = parts;
  return tag === wanted && parts.length === 1 && part?.start === start && part.end === end;
}

function rowChanges(
  { member, text }: LoadedArticle,
  work: StandingSentence,
  row: SheetRow,
  known: KnownOfText,
): Change[] {
  const changes = TAGS.flatMap((tag): Change[] => {
    const own = work.touching.find(
      (annotation) => annotation.userId === member.userId && isWhole(annotation, tag, work.span),
    );
    if (row.seen.has(tag) === row.ticked.has(tag) || Boolean(own) === row.ticked.has(tag)) return [];
    if (own) return [{ subject: 'annotation', subjectId: own.id, before: stateOf(own), after: null }];
    const words = text.text.slice(work.span.start, work.span.end);
    const part = { start: work.span.start, end: work.span.end };
    const content = { tag, parts: [part], text: words, origin: 'manual' as const, userId: member.userId };
    return [creationOf(uuidv7(), { ...readFromText(text, tag, [part], known), ...content })];
  });
  const wantsMark = isMarkWanted(work, row);
  if (wantsMark === work.isMarked) return changes;
  return [
    ...changes,
    sentenceMarkChange(text.articleId, { sentence: row.sentence }, wantsMark ? 'add' : 'remove'),
  ];
}

/** A new tag takes the mark away; apart from that it stays as it is unless the person changed its own box. */
function isMarkWanted({ isMarked }: StandingSentence, { seen, ticked }: SheetRow): boolean {
  if (TAGS.some((tag) => ticked.has(tag) && !seen.has(tag))) return false;
  return seen.has('nothing') === ticked.has('nothing') ? isMarked : ticked.has('nothing');
}

import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '../domain/annotation.ts';
import { type Change, creationOf, sentenceMarkChange, stateOf } from '../domain/history.ts';
import { type KnownOfText, readFromText } from '../domain/read-attributes.ts';
import type { Tag } from '../domain/tag.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import type { Mark, Standing } from '../store/standing.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import { hullOf, overlaps, type Span } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';
import { suggestionsAt } from './suggest.ts';

/** The box that says that a sentence holds nothing to tag. */
export const NOTHING = 'nothing';

/** One of the boxes of a sentence: a tag, or `NOTHING`. */
export type SheetMark = Tag;

/** A row of the sheet: what was ticked when the person saw it, and what they ticked. */
export interface SheetRow {
  /** Index of the sentence, from zero. */
  readonly sentence: number;
  readonly seen: ReadonlySet<SheetMark>;
  readonly ticked: ReadonlySet<SheetMark>;
}

/** The boxes of which a row says something. */
function boxesOf({ seen, ticked }: SheetRow): readonly SheetMark[] {
  return [...new Set([...seen, ...ticked])];
}

/** The tags among them. */
function tagsOf(row: SheetRow): readonly Tag[] {
  return boxesOf(row).filter((mark) => mark !== NOTHING);
}

/** What became of a sheet. */
export interface SavedSheet {
  readonly saved: SavedStep;
  /** Why a sentence was left as it is, by its index from zero. */
  readonly problems: ReadonlyMap<number, string>;
}

/**
 * Saves what a person changed on the sheet, as one step. Only boxes that they changed count, so that what
 * others did meanwhile stays; one that is as they want it already is passed over. A sentence whose boxes
 * contradict each other is left as it is.
 */
export async function saveSheet(
  db: Db,
  loaded: LoadedArticle,
  rows: readonly SheetRow[],
): Promise<SavedSheet> {
  const scope = annotatingScope(loaded);
  const changed = rows.filter((row) =>
    boxesOf(row).some((mark) => row.seen.has(mark) !== row.ticked.has(mark)),
  );
  const spans = changed.flatMap(({ sentence }) => loaded.text.sentences[sentence] ?? []);
  const suggestions = await suggestionsAt(db, loaded);
  let problems: ReadonlyMap<number, string> = new Map();
  const saved = await saveStep(db, scope, async (locked) => {
    if (spans.length === 0) return { action: 'change', changes: [] };
    const standing = await locked.standing(hullOf(spans));
    const known = {
      suggestionsAt: suggestions,
      annotations: standing.annotations,
      told: loaded.article.language,
    };
    const work = standingRows(loaded, standing, changed);
    problems = problemsOf(work);
    const fitting = work.filter(({ row }) => !problems.has(row.sentence));
    return { action: 'change', changes: fitting.flatMap((each) => rowChanges(loaded, each, known)) };
  });
  return { saved, problems };
}

function standingRows(
  loaded: LoadedArticle,
  standing: Standing,
  rows: readonly SheetRow[],
): readonly StandingSentence[] {
  return rows.flatMap((row) => standingSentence(loaded, standing, row) ?? []);
}

function problemsOf(work: readonly StandingSentence[]): ReadonlyMap<number, string> {
  const wrong = work.filter(isContradiction);
  return new Map(wrong.map(({ row }) => [row.sentence, t('sheet.contradiction')]));
}

/** How the sentence of a row stands now. */
interface StandingSentence {
  readonly row: SheetRow;
  readonly span: Span;
  /** All annotations that touch it. */
  readonly touching: readonly Annotation[];
  readonly mark: Mark | undefined;
}

function standingSentence(
  { text }: LoadedArticle,
  { annotations, marks }: Standing,
  row: SheetRow,
): StandingSentence | undefined {
  const { sentence } = row;
  const span = text.sentences[sentence];
  if (!span) return undefined;
  return {
    row,
    span,
    touching: annotations.filter(({ parts }) => parts.some((part) => overlaps(part, span))),
    mark: marks.find((mark) => mark.sentence === sentence),
  };
}

function isContradiction({ row, span, touching }: StandingSentence): boolean {
  const { seen, ticked } = row;
  const tags = tagsOf(row);
  if (!ticked.has(NOTHING) || (seen.has(NOTHING) && !tags.some((tag) => ticked.has(tag)))) return false;
  const removed = tags.filter((tag) => seen.has(tag) && !ticked.has(tag));
  const staying = touching.filter((annotation) => !removed.some((tag) => isWhole(annotation, tag, span)));
  return staying.length > 0 || tags.some((tag) => ticked.has(tag));
}

/** Whether an annotation is the box of a tag: its only part is the whole sentence. */
export function isWhole({ tag, parts }: Annotation, wanted: Tag, { start, end }: Span): boolean {
  const [part] = parts;
  return tag === wanted && parts.length === 1 && part?.start === start && part.end === end;
}

function rowChanges({ member, text }: LoadedArticle, work: StandingSentence, known: KnownOfText): Change[] {
  const { row } = work;
  const changes = tagsOf(row).flatMap((tag): Change[] => {
    const own = work.touching.find(
      (annotation) => annotation.annotatorId === member.annotatorId && isWhole(annotation, tag, work.span),
    );
    if (row.seen.has(tag) === row.ticked.has(tag) || Boolean(own) === row.ticked.has(tag)) return [];
    if (own) return [{ subject: 'annotation', subjectId: own.id, before: stateOf(own), after: null }];
    const words = text.text.slice(work.span.start, work.span.end);
    const part = { start: work.span.start, end: work.span.end };
    const content = {
      answers: null,
      tag,
      parts: [part],
      text: words,
      origin: 'manual' as const,
      annotatorId: member.annotatorId,
    };
    return [creationOf(uuidv7(), { ...readFromText(text, tag, [part], known), ...content })];
  });
  const wantsMark = isMarkWanted(work);
  if (wantsMark === (work.mark !== undefined)) return changes;
  const mark = work.mark ?? { sentence: row.sentence, annotatorId: member.annotatorId };
  return [...changes, sentenceMarkChange(text.articleId, mark, wantsMark ? 'add' : 'remove')];
}

/** A new tag takes the mark away; apart from that it stays as it is unless the person changed its own box. */
function isMarkWanted({ mark, row }: StandingSentence): boolean {
  const { seen, ticked } = row;
  if (tagsOf(row).some((tag) => ticked.has(tag) && !seen.has(tag))) return false;
  return seen.has(NOTHING) === ticked.has(NOTHING) ? mark !== undefined : ticked.has(NOTHING);
}

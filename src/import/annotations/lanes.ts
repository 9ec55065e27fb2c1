import type { CodingState } from '../../domain/coding.ts';
import type { ImportLine, ImportTask } from '../../domain/import.ts';
import { require } from '../../domain/permission.ts';
import { type Lane, writableLane } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import type { Tx } from '../../store/client.ts';
import { peopleNamed } from '../../store/imported-annotations.ts';
import type { PlacedAnnotation } from './place.ts';
import type { PlacedCoding, PlacedMark } from './place-codings.ts';

/** What a document brings into one coding. */
export interface LaneWork {
  readonly placed: PlacedAnnotation[];
  readonly marks: PlacedMark[];
  /** What the file says of how far its codings are that end up here. */
  readonly states: CodingState[];
}

/** What a document brings, with its places found. */
export interface PlacedWork {
  readonly placed: readonly PlacedAnnotation[];
  readonly codings: readonly PlacedCoding[];
}

/** What a document brings into which codings, these in one order for all, so that two imports never wait for each other. */
export interface WorkByLane {
  readonly lanes: readonly (readonly [lane: Lane, work: LaneWork])[];
  /** What is to be said of what goes nowhere. */
  readonly lines: readonly ImportLine[];
}

/**
 * In which codings an import writes what: in the one where its person works, or, where each coder has their own and the
 * names of the file hold, in those of the people whom it names. What is said of a shared coding then goes to those who
 * said it; the final one is nobody's own, and is left out.
 */
export async function workByLane(tx: Tx, task: ImportTask, work: PlacedWork): Promise<WorkByLane> {
  const { member, annotators } = task;
  const lane = writableLane(member);
  require(member, 'writeCoding', { lane });
  if (lane === null) return { lanes: [], lines: [] };
  const own = (annotator: string) => people.get(annotator) ?? lane;
  const isOne = member.way === 'together' || annotators === 'me';
  const people = isOne ? new Map<string, Lane>() : await peopleNamed(tx, member, namesIn(work));
  // Where all goes into one coding, that is written to even if nothing comes.
  const lanes = new Map<Lane, LaneWork>(isOne ? [[lane, emptyWork()]] : []);
  const into = (each: Lane) => {
    const found = lanes.get(each) ?? emptyWork();
    lanes.set(each, found);
    return found;
  };
  for (const one of work.placed) into(own(one.annotator)).placed.push(one);
  for (const coding of work.codings.filter((each) => isOne || each.kind !== 'final')) {
    for (const mark of coding.marks) into(own(nameOf(coding, mark.annotator))).marks.push(mark);
    if (saysState(coding) && (isOne || coding.kind === 'own'))
      into(own(coding.annotator)).states.push(coding.state);
  }
  const hasFinal = !isOne && work.codings.some(({ kind }) => kind === 'final');
  return {
    lanes: [...lanes].sort(([a], [b]) => (a < b ? -1 : 1)),
    lines: hasFinal ? [{ place: '', outcome: 'left', reason: t('outcome.finalLeft') }] : [],
  };
}

const emptyWork = (): LaneWork => ({ placed: [], marks: [], states: [] });

/** Of one person's own coding all is theirs. */
function nameOf({ kind, annotator }: PlacedCoding, said: string): string {
  return kind === 'own' ? annotator : said;
}

/** A coding that was only asked for, or given back, says nothing of its sentences. */
function saysState(coding: PlacedCoding): coding is PlacedCoding & { readonly state: 'begun' | 'done' } {
  return coding.state === 'begun' || coding.state === 'done';
}

function namesIn({ placed, codings }: PlacedWork): ReadonlySet<string> {
  const names = new Set(placed.map(({ annotator }) => annotator));
  for (const coding of codings.filter(({ kind }) => kind !== 'final')) {
    for (const { annotator } of coding.marks) names.add(nameOf(coding, annotator));
    if (coding.kind === 'own' && saysState(coding)) names.add(coding.annotator);
  }
  names.delete('');
  return names;
}

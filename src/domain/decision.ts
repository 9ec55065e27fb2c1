import type { Annotation } from './annotation.ts';
import { type Casable, type Case, membersOf } from './case.ts';

/**
 * What was decided on a case. `agreed`: all coders have the same, and it holds; `take`: one coder's holds; `several`: more
 * than one of them do, each for itself; `merge`: one holds, with fields of others; `none`: nothing is to be tagged;
 * `write`: something else is.
 */
export const DECISION_KINDS = ['agreed', 'take', 'several', 'merge', 'none', 'write'] as const;

/** What was decided on a case. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** An annotation as it stood when it was decided on. */
export type SourceVersion = readonly [annotationId: string, version: number];

/** What history keeps of a decision. */
export interface DecisionContent {
  readonly kind: DecisionKind;
  /** The members of the case. */
  readonly sources: readonly SourceVersion[];
  /** Ids of the annotations of the final coding that came of it. */
  readonly results: readonly string[];
  /** Who decided. */
  readonly annotatorId: string;
  /** Whether it has to be looked at again, since a coding that it rests on was opened. */
  readonly isStale: boolean;
}

/** A decision that holds. */
export interface Decision extends DecisionContent {
  readonly id: string;
  readonly createdAt: Date;
}

/**
 * `open`: nobody has decided; `decided`: every member was decided on as it stands; `stale`: a member has changed or come
 * since, one is gone, or a coding was opened again.
 */
export type CaseState = 'open' | 'decided' | 'stale';

/** A case with what was decided on it. */
export interface JudgedCase<Tagged extends Casable> extends Case<Tagged> {
  readonly state: CaseState;
  readonly decisions: readonly Decision[];
}

type Versioned = Casable & Pick<Annotation, 'version'>;

/**
 * Cases with their decisions, and the decisions of which no source is in any case. `standing` gives the version of every
 * annotation of every coder in the article, of those too whose codings make no cases now: a source that is not in it, or has
 * another version, makes its decision stale.
 */
export function judgeCases<Tagged extends Versioned>(
  cases: readonly Case<Tagged>[],
  decisions: readonly Decision[],
  standing: ReadonlyMap<string, number>,
): { readonly cases: JudgedCase<Tagged>[]; readonly strays: Decision[] } {
  const bySource = new Map<string, Decision[]>();
  for (const decision of decisions) {
    for (const [id] of decision.sources) bySource.set(id, [...(bySource.get(id) ?? []), decision]);
  }
  const used = new Set<Decision>();
  const judged = cases.map((one) => {
    const own = new Set(membersOf(one).flatMap(({ id }) => bySource.get(id) ?? []));
    for (const decision of own) used.add(decision);
    const held = [...own];
    return { ...one, decisions: held, state: stateOf(membersOf(one), held, standing) };
  });
  return { cases: judged, strays: decisions.filter((decision) => !used.has(decision)) };
}

function stateOf(
  members: readonly Versioned[],
  decisions: readonly Decision[],
  standing: ReadonlyMap<string, number>,
): CaseState {
  if (decisions.length === 0) return 'open';
  const covered = new Map(decisions.flatMap(({ sources }) => sources));
  const isWhole = decisions.every(
    ({ isStale, sources }) => !isStale && sources.every(([id, version]) => standing.get(id) === version),
  );
  return isWhole && members.every(({ id, version }) => covered.get(id) === version) ? 'decided' : 'stale';
}

/** What the members of a case are as they stand now: the sources of a decision on it. */
export function sourcesOf(members: readonly Versioned[]): SourceVersion[] {
  return members.map(({ id, version }) => [id, version]);
}

/** Sources as a form carries them: `id.version id.version`. */
export function formatSources(sources: readonly SourceVersion[]): string {
  return sources.map(([id, version]) => `${id}.${version}`).join(' ');
}

/** Whether two lists of sources are the same, in any order. */
export function sameSources(a: readonly SourceVersion[], b: readonly SourceVersion[]): boolean {
  const [left, right] = [a, b].map((sources) =>
    sources
      .map((source) => source.join('.'))
      .sort()
      .join(' '),
  );
  return left === right;
}

/** Reads what `formatSources` writes; what is no source is passed over. */
export function parseSources(written: string): SourceVersion[] {
  return written.split(' ').flatMap((source): SourceVersion[] => {
    const [, id, version] = /^([\w-]{1,64})\.(\d{1,9})$/.exec(source) ?? [];
    return id && version ? [[id, Number(version)]] : [];
  });
}

/** How many cases there are, and how many of them are decided as they stand. */
export interface CaseCounts {
  readonly cases: number;
  readonly decided: number;
}

/** Counts cases by whether they are decided. */
export function countCases(cases: readonly Pick<JudgedCase<Versioned>, 'state'>[]): CaseCounts {
  return { cases: cases.length, decided: cases.filter(({ state }) => state === 'decided').length };
}

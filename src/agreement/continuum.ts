/** A stretch that a coder has marked, end exclusive. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** A stretch of which a coder says that there is nothing. Needs not be given: what no unit covers is a gap. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly label: null;
}

/** One article as its coders have marked it: whose units stand at which place is the same in all articles. */
export interface Continuum {
  readonly start: number;
  readonly end: number;
  readonly coders: readonly (readonly (Unit | Gap)[])[];
}

/** The labels of articles' units, in order. */
export function labelsOf(continua: readonly Continuum[]): string[] {
  const labels = new Set<string>();
  for (const { coders } of continua) {
    for (const units of coders) for (const { label } of units) if (label !== null) labels.add(label);
  }
  return [...labels].sort();
}

/** How many coders there are. Throws a RangeError where articles differ in it. */
export function coderCount(continua: readonly Continuum[]): number {
  const counts = new Set(continua.map(({ coders }) => coders.length));
  if (counts.size > 1) throw new RangeError(`articles have ${[...counts].join(' and ')} coders`);
  return [...counts][0] ?? 0;
}

/** Throws a RangeError for a unit that is empty, turned round, or outside of its article. */
export function checkContinuum({ start, end, coders }: Continuum): void {
  for (const units of coders) {
    for (const unit of units) {
      if (!(unit.start < unit.end)) throw new RangeError(`a unit from ${unit.start} to ${unit.end} is empty`);
      if (unit.start < start || unit.end > end) {
        throw new RangeError(`a unit from ${unit.start} to ${unit.end} is outside of ${start} to ${end}`);
      }
    }
  }
}

/** The units of a coder that are not gaps, in order. */
export function unitsOf(marks: readonly (Unit | Gap)[]): Unit[] {
  return marks.filter((mark): mark is Unit => mark.label !== null).sort(inOrder);
}

/**
 * Units by place: those that overlap others of the same label are one with them; those that only touch stay
 * apart.
 */
export function mergeOverlaps(units: readonly Unit[]): Unit[] {
  const merged: Unit[] = [];
  const open = new Map<string, number>();
  for (const unit of [...units].sort(inOrder)) {
    const at = open.get(unit.label);
    const last = at === undefined ? undefined : merged[at];
    if (at !== undefined && last && unit.start < last.end) {
      merged[at] = { ...last, end: Math.max(last.end, unit.end) };
    } else {
      open.set(unit.label, merged.length);
      merged.push(unit);
    }
  }
  return merged;
}

/** The stretches between units that do not overlap, from one end of an article to the other. */
export function gapsBetween(units: readonly Unit[], start: number, end: number): Gap[] {
  const gaps: Gap[] = [];
  let from = start;
  for (const unit of units) {
    if (unit.start > from) gaps.push({ start: from, end: unit.start, label: null });
    from = Math.max(from, unit.end);
  }
  if (from < end) gaps.push({ start: from, end, label: null });
  return gaps;
}

export function inOrder(one: Unit | Gap, other: Unit | Gap): number {
  if (one.start !== other.start) return one.start - other.start;
  if (one.end !== other.end) return one.end - other.end;
  const [label, than] = [one.label ?? '', other.label ?? ''];
  if (label === than) return 0;
  return label < than ? -1 : 1;
}

/** How long two stretches lie on each other. */
export function sharedLength(one: Unit | Gap, other: Unit | Gap): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

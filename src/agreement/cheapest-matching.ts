/** What pairing one with another saves against leaving both alone. */
export interface Saving {
  readonly partner: number;
  readonly saving: number;
}

/**
 * Pairs one to one so that most is saved: of each one its partner, or undefined. `savings` gives for each of some
 * what pairing it with those, of `count` others, saves; what saves nothing is left out.
 *
 * One after another is added, each time along the cheapest way to make room for it, so the pairs are the best for
 * all that were added, and at the end for all. Ties go to the earlier one.
 *
 * Source: successive shortest paths, as in Ahuja, R. K., Magnanti, T. L., & Orlin, J. B. (1993). Network Flows,
 * chapter 9.
 */
export function cheapestMatching(
  savings: readonly (readonly Saving[])[],
  count: number,
): (number | undefined)[] {
  const partnerOf = new Array<number | undefined>(savings.length);
  const holderOf = new Array<number | undefined>(count);
  for (const one of savings.keys()) addOne(one, savings, partnerOf, holderOf);
  return partnerOf;
}

interface Way {
  /** What is lost on the way up to this one, who has no partner then. */
  readonly cost: number;
  /** Who took the partner, and which. */
  readonly taker?: number;
  readonly partner?: number;
}

function addOne(
  begin: number,
  savings: readonly (readonly Saving[])[],
  partnerOf: (number | undefined)[],
  holderOf: (number | undefined)[],
): void {
  const ways = new Map<number, Way>([[begin, { cost: 0 }]]);
  let [end, endPartner, least]: [number, number | undefined, number] = [begin, undefined, 0];
  const waiting = [begin];
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const cost = ways.get(one)?.cost ?? 0;
    if (cost < least - CLOSE) [end, endPartner, least] = [one, undefined, cost];
    for (const { partner, saving } of savings[one] ?? []) {
      if (partnerOf[one] === partner) continue;
      const holder = holderOf[partner];
      if (holder === undefined) {
        if (cost - saving < least - CLOSE) [end, endPartner, least] = [one, partner, cost - saving];
        continue;
      }
      const next = cost - saving + savingOf(savings, holder, partner);
      if (next >= (ways.get(holder)?.cost ?? Infinity) - CLOSE) continue;
      ways.set(holder, { cost: next, taker: one, partner });
      if (!waiting.includes(holder)) waiting.push(holder);
    }
  }
  takeOver(end, endPartner, ways, partnerOf, holderOf);
}

/** Below this two costs are the same. */
const CLOSE = 1e-12;

function savingOf(savings: readonly (readonly Saving[])[], one: number, partner: number): number {
  return savings[one]?.find((pair) => pair.partner === partner)?.saving ?? 0;
}

/** Goes back along the way: the last one gets its new partner or none, each before it the one that was let go. */
function takeOver(
  end: number,
  endPartner: number | undefined,
  ways: ReadonlyMap<number, Way>,
  partnerOf: (number | undefined)[],
  holderOf: (number | undefined)[],
): void {
  let [one, partner]: [number | undefined, number | undefined] = [end, endPartner];
  while (one !== undefined) {
    partnerOf[one] = partner;
    if (partner !== undefined) holderOf[partner] = one;
    const way: Way | undefined = ways.get(one);
    [one, partner] = [way?.taker, way?.partner];
  }
}

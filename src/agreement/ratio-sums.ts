import { add, at, largest, smallest } from './numbers.ts';

/** Points of a stretch between which a smooth function is known to the last digits: the error is below 10⁻¹⁷. */
const POINTS = 18;

/** Beyond so many stretches of length 1, δ² is 1 to the last digit. */
const FAR = 40;

/**
 * Σ_ck n_c n_k δ²(c, k) over all ordered pairs of different positive numbers, δ = (c − k) / (c + k), for any counts
 * of them, in time that grows with the numbers and not with their pairs.
 *
 * With u = ln c, δ is tanh((u_c − u_k) / 2): a smooth function of a difference. The line of logarithms is cut into
 * stretches, each number is replaced by weights at the Chebyshev points of its stretch, and the pairs of points are
 * summed. That is exact for polynomials of degree 17; the nearest pole of tanh² lies π beside the line, so that the
 * error in a stretch of length 1 is smaller than that of rounding.
 *
 * Source: Fong, W., & Darve, E. (2009). The black-box fast multipole method. Journal of Computational Physics 228(23);
 * Berrut, J.-P., & Trefethen, L. N. (2004). Barycentric Lagrange interpolation. SIAM Review 46(3), for the weights.
 */
export function ratioSums(numbers: Float64Array): (counts: Float64Array) => number {
  const least = smallest(numbers);
  const logarithms = numbers.map((number) => logarithmAbove(number, least));
  const length = Math.min(1, largest(logarithms)) || 1;
  const stretches = Int32Array.from(logarithms, (logarithm) => Math.floor(logarithm / length));
  const points = Float64Array.from(
    { length: POINTS },
    (_, point) => (length * (1 - Math.cos(angleOf(point)))) / 2,
  );
  const shares = sharesOf(logarithms, stretches, points, length);
  const squares = squaresOf(points, length);
  return (counts) => {
    const weights = weightsAt(counts, stretches, shares);
    return sumOfStretches(weights, squares);
  };
}

/** Of so many in half a circle, whose cosines are the Chebyshev points. */
function angleOf(point: number): number {
  return ((2 * point + 1) * Math.PI) / (2 * POINTS);
}

/** How far ln of a number lies above that of the least one: of large numbers close to each other nothing is lost. */
function logarithmAbove(number: number, least: number): number {
  const above = (number - least) / least;
  return Number.isFinite(above) ? Math.log1p(above) : Math.log(number) - Math.log(least);
}

/** How each number is shared out to the points of its stretch; one number after another. */
function sharesOf(
  logarithms: Float64Array,
  stretches: Int32Array,
  points: Float64Array,
  length: number,
): Float64Array {
  const signs = points.map((_, point) => (-1) ** point * Math.sin(angleOf(point)));
  const shares = new Float64Array(logarithms.length * POINTS);
  for (let number = 0; number < logarithms.length; number++) {
    const place = at(logarithms, number) - at(stretches, number) * length;
    share(place, points, signs, shares.subarray(number * POINTS, (number + 1) * POINTS));
  }
  return shares;
}

function share(place: number, points: Float64Array, signs: Float64Array, shares: Float64Array): void {
  let all = 0;
  for (let point = 0; point < POINTS; point++) {
    const apart = place - at(points, point);
    if (apart === 0) {
      shares.fill(0);
      shares[point] = 1;
      return;
    }
    shares[point] = at(signs, point) / apart;
    all += at(shares, point);
  }
  for (let point = 0; point < POINTS; point++) shares[point] = at(shares, point) / all;
}

/** δ² of two points, by how many stretches the second one's lies behind the first one's. */
function squaresOf(points: Float64Array, length: number): Float64Array {
  const squares = new Float64Array(FAR * POINTS * POINTS);
  for (let apart = 0; apart < FAR; apart++) {
    for (let one = 0; one < POINTS; one++) {
      for (let other = 0; other < POINTS; other++) {
        const difference = apart * length + at(points, other) - at(points, one);
        squares[(apart * POINTS + one) * POINTS + other] = Math.tanh(difference / 2) ** 2;
      }
    }
  }
  return squares;
}

/** The counts, shared out to the points of the stretches that have any, by stretch. */
function weightsAt(
  counts: Float64Array,
  stretches: Int32Array,
  shares: Float64Array,
): Map<number, Float64Array> {
  const weights = new Map<number, Float64Array>();
  for (let number = 0; number < counts.length; number++) {
    const count = at(counts, number);
    if (count === 0) continue;
    const stretch = at(stretches, number);
    const own = weights.get(stretch) ?? new Float64Array(POINTS);
    weights.set(stretch, own);
    for (let point = 0; point < POINTS; point++) add(own, point, count * at(shares, number * POINTS + point));
  }
  return weights;
}

function sumOfStretches(weights: ReadonlyMap<number, Float64Array>, squares: Float64Array): number {
  const stretches = [...weights].toSorted(([one], [other]) => one - other);
  const totals = stretches.map(([, own]) => own.reduce((sum, weight) => sum + weight, 0));
  let [sum, all, near] = [0, 0, 0];
  // `near` is where those begin that are near enough for their points to matter; `all` counts what lies before.
  for (const [rank, [stretch, own]] of stretches.entries()) {
    for (; stretch - (stretches[near]?.[0] ?? stretch) >= FAR; near++) all += totals[near] ?? 0;
    sum += 2 * all * (totals[rank] ?? 0);
    for (let before = near; before < rank; before++) {
      const [where, others] = stretches[before] ?? [stretch, own];
      sum += 2 * sumOfPoints(others, own, squares.subarray((stretch - where) * POINTS * POINTS));
    }
    sum += sumOfPoints(own, own, squares);
  }
  return sum;
}

function sumOfPoints(weights: Float64Array, others: Float64Array, squares: Float64Array): number {
  let sum = 0;
  for (let one = 0; one < POINTS; one++) {
    let part = 0;
    for (let other = 0; other < POINTS; other++)
      part += at(others, other) * at(squares, one * POINTS + other);
    sum += at(weights, one) * part;
  }
  return sum;
}

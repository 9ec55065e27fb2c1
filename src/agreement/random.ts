/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** Evenly from 0 up to, without, 1. */
  next(): number;
  /** A whole number from 0 up to, without, `limit`. */
  below(limit: number): number;
  /** Normally distributed. */
  normal(mean: number, deviation: number): number;
}

/**
 * sfc32, seeded by splitmix32: 128 bits of state, passes PractRand. The seed is a whole number; its lowest 32
 * bits count.
 *
 * Source: Doty-Humphrey, C. (2010). PractRand, http://pracrand.sourceforge.net; normal numbers by Box, G. E. P.,
 * & Muller, M. E. (1958). Annals of Mathematical Statistics 29(2), 610–611.
 */
export function randomFrom(seed: number): Random {
  const next = sfc32(seed);
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    normal: (mean, deviation) => {
      const distance = Math.sqrt(-2 * Math.log(1 - next()));
      return mean + deviation * distance * Math.cos(2 * Math.PI * next());
    },
  };
}

/** Turns until what the seed has in common with its neighbours is gone. */
const WARM_UP = 15;

function sfc32(seed: number): () => number {
  const split = splitmix32(seed);
  let [a, b, c, counter] = [split(), split(), split(), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let turn = 0; turn < WARM_UP; turn++) next();
  return next;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}

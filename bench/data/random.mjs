// Chance that is the same on every machine: a small generator of numbers, and Zipf's law.

/** A generator of numbers in [0, 1), the same for the same seeds (mulberry32). */
export function random(...seeds) {
  let state = 0x9e3779b9;
  for (const seed of seeds) state = Math.imul(state ^ seed, 0x85ebca6b) ^ (state >>> 13);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const STEPS = 1 << 18;

/** A function from chance to one of `count` places, the first the likeliest: place r has a share in proportion to 1 / (r + 1). */
export function zipf(count) {
  const shares = Float64Array.from({ length: count }, (_, place) => 1 / (place + 1));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const table = new Uint32Array(STEPS);
  let [place, passed] = [0, shares[0]];
  for (let step = 0; step < STEPS; step += 1) {
    while (passed < ((step + 0.5) / STEPS) * whole && place < count - 1) passed += shares[(place += 1)];
    table[step] = place;
  }
  // Steps are coarser than the shares of the rarest: within its step each of them has the same chance.
  return (rand) => {
    const at = rand() * STEPS;
    const step = Math.floor(at);
    const [from, until] = [table[step], table[step + 1] ?? count];
    return until - from < 2 ? from : from + Math.floor((at - step) * (until - from));
  };
}

import { bisect } from './bisect.ts';

// A level one bit below 1 is reached at 8.3 standard deviations.
const Z_MAX = 9;

/**
 * Finds the z with `level` of a normal distribution between −z and z: 1.96 for 0.95.
 *
 * The area is summed by Marsaglia's series (G. Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical
 * Software 11(4), 2004): area(z) = 2φ(z)·(z + z³/3 + z⁵/(3·5) + …). All its terms are positive, so nothing cancels, and no
 * table of coefficients has to be trusted. What is lost is the last bits of the area; they move z by about
 * 1e-16 / φ(z): 2e-15 at level 0.95, 1e-13 at 0.999.
 */
export function normalQuantile(level: number): number {
  return bisect(areaWithin, level, 0, Z_MAX);
}

function areaWithin(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * Number.EPSILON; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 2 * sum * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
}

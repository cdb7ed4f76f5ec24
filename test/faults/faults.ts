import type { Fault, FaultCollector } from './faultCollector.ts';

/** Everything goes wrong in one way until the collector is healed. */
export const always =
  (fault: Fault): FaultCollector['fault'] =>
  () =>
    fault;

/** The first requests go wrong, what comes after them does not. */
export const first = (count: number, fault: Fault): FaultCollector['fault'] => {
  let seen = 0;
  return () => (seen++ < count ? fault : undefined);
};

export const unavailable = always({ kind: 'status', status: 503 });

/** Asks to wait from the first request on, and means it: until then nothing is taken. */
export const tooMany = (seconds: number): FaultCollector['fault'] => {
  let until: number | undefined;
  return ({ at }) => {
    until ??= at + seconds * 1000;
    // What is left of the time, so that each answer names the same end.
    const left = Math.max(0, until - at) / 1000;
    return at < until
      ? { kind: 'status', status: 429, retryAfter: left === seconds ? `${seconds}` : left.toFixed(3) }
      : undefined;
  };
};

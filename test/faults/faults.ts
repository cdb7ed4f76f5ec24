import type { Fault, FaultCollector } from './faultCollector.ts';

/** Applies one fault to every request until the test case removes it. */
export const always =
  (fault: Fault): FaultCollector['fault'] =>
  () =>
    fault;

/** Applies one fault to the first `count` requests. Later requests succeed. */
export const first = (count: number, fault: Fault): FaultCollector['fault'] => {
  let seen = 0;
  return () => (seen++ < count ? fault : undefined);
};

export const unavailable = always({ kind: 'status', status: 503 });

/** Responds 429 with Retry-After to every request until `seconds` after the first one. Commits nothing in that time. */
export const tooMany = (seconds: number): FaultCollector['fault'] => {
  let until: number | undefined;
  return ({ at }) => {
    until ??= at + seconds * 1000;
    // Retry-After is the remaining time, so all responses name the same end.
    const left = Math.max(0, until - at) / 1000;
    return at < until
      ? { kind: 'status', status: 429, retryAfter: left === seconds ? `${seconds}` : left.toFixed(3) }
      : undefined;
  };
};

import { expect, it } from 'vitest';
import { checkFixed } from '../bench/checkFixed.ts';

it("keeps the benchmark's host page, probe and floors byte by byte", () => {
  expect(checkFixed).not.toThrow();
});

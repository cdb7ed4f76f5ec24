import { expect, it } from 'vitest';
import { checkFixed } from '../bench/checkFixed.ts';

it('the host page, probe and floors of the benchmark are unchanged', () => {
  expect(checkFixed).not.toThrow();
});

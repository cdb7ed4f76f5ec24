import { expect, it } from 'vitest';
import { checkFixed } from '../bench/checkFixed.ts';

it('the host page, the probe and the reference prompts of the benchmark are unchanged', () => {
  expect(checkFixed).not.toThrow();
});

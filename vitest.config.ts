import os from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { css } from './test/tools/rollupCss.mjs';

/** Thousands of seeded worlds. */
const SIMULATION = ['test/unit/*Simulation.test.ts'];
/** The reference collector over its embedded database. */
const DATABASE = ['test/unit/reference*.test.ts'];

/** A page waits for its timers more often than for the processor: one browser more than there are cores keeps them busy. */
const BROWSERS = os.availableParallelism() + 1;

/** Far more than any of these tests takes. A busy machine is late. */
const FAST = { testTimeout: 20_000, hookTimeout: 20_000 };

const toProject = (
  name: string,
  include: string[],
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({ extends: true, test: { name, include, environment: 'node', ...test } });

/** Each file has a browser of its own, so that the pages of two files do not compete for the focus. */
const IN_BROWSERS: TestProjectInlineConfiguration['test'] = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: BROWSERS,
  sequence: { groupOrder: 1 },
  // How late something may be is said by the tests that are about time.
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  // The same CSS that the builds inline, so that a test sees what a page gets.
  plugins: [{ ...css(), enforce: 'pre' }],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: {
    maxWorkers: os.availableParallelism(),
    projects: [
      // The fast ones: `npm run check`.
      toProject('unit', ['test/unit/**/*.test.ts'], { ...FAST, exclude: [...SIMULATION, ...DATABASE] }),
      toProject('dom', ['test/dom/**/*.test.{ts,tsx}'], { ...FAST, environment: 'jsdom', css: true }),
      toProject('simulation', SIMULATION),
      toProject('database', DATABASE, { testTimeout: 60_000, hookTimeout: 60_000 }),
      toProject('browser', ['test/browser/**/*.test.ts'], IN_BROWSERS),
      toProject('a11y', ['test/a11y/**/*.test.ts'], {
        ...IN_BROWSERS,
        sequence: { groupOrder: 2 },
        // Browsers other than Chromium have windows on one screen, and one of them has the focus.
        fileParallelism: (process.env.A11Y_ENGINE ?? 'chromium') === 'chromium',
      }),
      toProject('examples', ['test/examples/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 3 },
        // They share the folder that the demo is built into.
        fileParallelism: false,
      }),
    ],
  },
});

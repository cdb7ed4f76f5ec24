import os from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { css } from './test/tools/rollupCss.mjs';

/** The simulation tests, which run thousands of simulated worlds with fixed random seeds. */
const SIMULATION = ['test/unit/*Simulation.test.ts'];
/** The tests of the reference collector with its embedded database. */
const DATABASE = ['test/unit/reference*.test.ts'];

/**
 * The number of browsers that run at the same time: one more than the number of cores. A page often waits for a timer, so one extra browser
 * keeps all cores busy. More of them make tests that wait for a timer slow enough to fail.
 */
const BROWSERS = os.availableParallelism() + 1;

/** The timeouts of fast tests: far more than any of them takes, because a busy machine can delay a test. */
const FAST = { testTimeout: 20_000, hookTimeout: 20_000 };

const toProject = (
  name: string,
  include: string[],
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({ extends: true, test: { name, include, environment: 'node', ...test } });

/**
 * The settings of the projects that run in browsers. Each test file has its own browser, so that the pages of two files do not compete for
 * the focus.
 */
const IN_BROWSERS: TestProjectInlineConfiguration['test'] = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: BROWSERS,
  sequence: { groupOrder: 1 },
  // A generous timeout for polling. Tests that are about timing check how late something may happen.
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  // Inlines the same CSS as the builds, so that a test sees what a page gets.
  plugins: [{ ...css(), enforce: 'pre' }],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: {
    maxWorkers: os.availableParallelism(),
    // The concurrent tests of a file share one browser and mostly wait.
    maxConcurrency: BROWSERS,
    // The files of one worker share their imports, which halves the time. A test resets the global and module state that it changes.
    isolate: false,
    projects: [
      // The fast tests: `npm run check`.
      toProject('unit', ['test/unit/**/*.test.ts'], { ...FAST, exclude: [...SIMULATION, ...DATABASE] }),
      toProject('dom', ['test/dom/**/*.test.{ts,tsx}'], { ...FAST, environment: 'jsdom', css: true }),
      toProject('simulation', SIMULATION),
      toProject('database', DATABASE, { testTimeout: 60_000, hookTimeout: 60_000 }),
      // The tests that read dist/ without a browser. One of them builds once more.
      toProject('built', ['test/built/**/*.test.ts'], {
        testTimeout: 240_000,
        hookTimeout: 240_000,
        fileParallelism: false,
      }),
      toProject('browser', ['test/browser/**/*.test.ts'], IN_BROWSERS),
      // The hostile pages in Firefox and WebKitGTK; those in Chromium belong to the browser tests.
      toProject('hostile', ['test/hostile/*.test.ts'], IN_BROWSERS),
      toProject('payloads', ['test/payloads/**/*.test.ts'], IN_BROWSERS),
      toProject('a11y', ['test/a11y/**/*.test.ts'], {
        ...IN_BROWSERS,
        // In browsers other than Chromium, all windows share one screen, and only one of them has the focus.
        fileParallelism: (process.env.A11Y_ENGINE ?? 'chromium') === 'chromium',
      }),
      toProject('examples', ['test/examples/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 2 },
        // The test files of the examples share the folder into which the demo is built.
        fileParallelism: false,
      }),
    ],
  },
});

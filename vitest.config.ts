import { defineConfig } from 'vitest/config';
import { css } from './test/tools/rollupCss.mjs';

export default defineConfig({
  // The same CSS that the builds inline, so that a test sees what a page gets.
  plugins: [{ ...css(), enforce: 'pre' }],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'dom', environment: 'jsdom', include: ['test/dom/**/*.test.{ts,tsx}'], css: true },
      },
      {
        extends: true,
        test: {
          name: 'examples',
          environment: 'node',
          include: ['test/examples/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They share the folder that the demo is built into.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'a11y',
          environment: 'node',
          include: ['test/a11y/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser at a time: pages compete for focus and for two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});

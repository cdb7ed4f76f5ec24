/** Rebuilds parts of the demo when their files change. When a build fails, prints the error and keeps the last good build running. */
import { existsSync, watch } from 'node:fs';
import { bundleHelpdesk, bundleSites } from './bundle.mjs';
import { bundleCollector } from './collector.mjs';
import { rebuildSdk } from './sdk.mjs';
import { forget } from './stamps.mjs';

/** Delay after a change, because editors save a file in several steps. */
const QUIET_MS = 120;

const PLACES = ['src', 'widgets', 'themes', 'rollup.config.mjs', 'examples'];

/** Returns the task for a changed file, or undefined when nothing must be rebuilt. */
const toTask = (file) => {
  if (/^(src|widgets|themes|rollup)/.test(file)) return 'sdk';
  if (/^examples\/helpdesk\/app/.test(file)) return 'helpdesk';
  if (/^examples\/(shop|helpdesk)\/public/.test(file)) return 'reload';
  if (/^examples\/(shop|helpdesk|start)\/.*\.ts$/.test(file)) return 'sites';
  return /^examples\/(collector|results|playground)/.test(file) ? 'collector' : undefined;
};

/**
 * Starts to watch the sources. Returns a function that stops watching.
 * @param {{ output: ReturnType<typeof import('./console.mjs').createConsole>, restartSites: () => Promise<void>, restartCollector: () => Promise<void> }} options
 */
export const startWatching = ({ output, restartSites, restartCollector }) => {
  /** @type {Set<string>} */
  let tasks = new Set();
  let timer;
  let working = false;

  const WORK = {
    async sdk() {
      await output.step('Rebuilding the SDK', rebuildSdk);
      await forget('helpdesk');
      await WORK.helpdesk();
    },
    helpdesk: () => output.step('Rebuilding the help desk', () => bundleHelpdesk({ minified: false })),
    sites: () => output.step('Rebuilding the sites', bundleSites),
    async collector() {
      await output.step('Rebuilding the collector', bundleCollector);
      await restartCollector();
    },
    // Static files are read at each request, so there is nothing to build.
    reload: async () => {},
  };

  const work = async () => {
    if (working) return;
    working = true;
    while (tasks.size > 0) {
      const now = tasks;
      tasks = new Set();
      try {
        for (const task of now) {
          await forget(task);
          await WORK[task]();
        }
        // The restart makes open pages reload.
        await restartSites();
      } catch (error) {
        output.fail(error);
      }
    }
    working = false;
  };

  const onChange = (place, name) => {
    const task = toTask(name && place !== name ? `${place}/${name.replaceAll('\\', '/')}` : place);
    if (!task) return;
    tasks.add(task);
    clearTimeout(timer);
    timer = setTimeout(work, QUIET_MS);
  };
  const watchers = PLACES.filter((place) => existsSync(place)).map((place) =>
    watch(place, { recursive: true }, (_event, name) => onChange(place, name)),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
};

/** Builds again what has changed on disk. A build that fails is shown and leaves the last good one running. */
import { existsSync, watch } from 'node:fs';
import { bundleHelpdesk, bundleSites } from './bundle.mjs';
import { bundleCollector } from './collector.mjs';
import { rebuildSdk } from './sdk.mjs';
import { forget } from './stamps.mjs';

/** Editors save in several steps. */
const QUIET_MS = 120;

const PLACES = ['src', 'widgets', 'themes', 'rollup.config.mjs', 'examples'];

/** What a changed file makes us do. */
const toTask = (file) => {
  if (/^(src|widgets|themes|rollup)/.test(file)) return 'sdk';
  if (/^examples\/helpdesk\/app/.test(file)) return 'helpdesk';
  if (/^examples\/(shop|helpdesk)\/public/.test(file)) return 'reload';
  if (/^examples\/(shop|helpdesk|start)\/.*\.ts$/.test(file)) return 'sites';
  return /^examples\/(collector|results|playground)/.test(file) ? 'collector' : undefined;
};

/**
 * Starts watching; returns what stops it.
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
    // The files are read afresh for each request.
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
        // Tells the pages that there is something new.
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

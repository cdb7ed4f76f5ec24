import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, EngineName } from '../faults/engine.ts';
import { launchEngine } from '../faults/launch.ts';
import { type Build, bundleNpmBuild, scriptTag } from './builds.ts';
import { builtinPages } from './builtinPages.ts';
import { type HostBrowser, toEngineHost } from './hostBrowser.ts';
import type { Look } from './look.ts';
import { PAGES_EVERYWHERE } from './pages.ts';
import { runPage } from './runPage.ts';

/** The pages that also run with the npm build here: the built-ins that a page replaces differ between engines, and so may a bundle. */
const WITH_NPM_BUILD = builtinPages.filter(({ everywhere }) => everywhere);

/** Runs the pages that matter most in an engine, one after the other in one browser. A missing engine is a failure. */
export const describeEngine = (name: EngineName): void => {
  let engine: Engine;
  let host: HostBrowser;
  let npmBuild: Build;
  let plain: Look | undefined;
  beforeAll(async () => {
    [engine, npmBuild] = await Promise.all([launchEngine(name, { motion: 'reduced' }), bundleNpmBuild()]);
    host = toEngineHost(engine);
    const { problems, look } = await runPage(host, { name: 'a plain page' }, scriptTag);
    expect(problems).toEqual([]);
    plain = look;
  });
  afterAll(() => engine?.close());

  describe(`in ${name} with the script tag`, () => {
    it.each(PAGES_EVERYWHERE.map((page) => [page.name, page] as const))('the survey works when %s', async (_, page) => {
      expect((await runPage(host, page, scriptTag, plain)).problems).toEqual([]);
    });
  });

  describe(`in ${name} with the npm build`, () => {
    it.each(WITH_NPM_BUILD.map((page) => [page.name, page] as const))('the survey works when %s', async (_, page) => {
      expect((await runPage(host, page, npmBuild, plain)).problems).toEqual([]);
    });
  });
};

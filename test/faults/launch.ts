import { launchChromium } from './chromium.ts';
import type { Engine, EngineName, LaunchOptions } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

const LAUNCH: Record<EngineName, (options: LaunchOptions) => Promise<Engine>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
};

/** Starts a browser with a new profile folder. */
export const launchEngine = (name: EngineName, options: LaunchOptions = {}): Promise<Engine> => LAUNCH[name](options);

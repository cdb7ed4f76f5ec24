import { launchChromium } from './chromium.ts';
import type { Engine, EngineName } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit };

/** Starts a browser with a new profile folder. */
export const launchEngine = (name: EngineName): Promise<Engine> => LAUNCH[name]();

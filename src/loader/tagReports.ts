/** Tells the integrator about mistakes in the attributes, commands and hooks of a script tag. */
import type { Hooks } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import { settingsNode, surveyNode } from '../check/table.ts';
import { nearest } from '../schema/nearest.ts';
import { keysOf } from './readConfig.ts';

const toAttribute = (name: string): string => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/**
 * Reports attributes of the script tag that are misspelled. Other scripts put their own attributes on the tag, so an attribute that is like
 * none of ours is not reported.
 */
export const reportAttributes = (unknown: readonly string[]): void => {
  const known = ['survey', 'config', ...keysOf(settingsNode), ...keysOf(surveyNode)];
  for (const name of unknown) {
    const meant = nearest(name, known);
    if (meant) warn(`Unknown attribute ${toAttribute(name)}. Did you mean ${toAttribute(meant)}?`);
  }
};

/** Reports a command that `push` does not know. */
export const reportCommand = (name: string, client: object): void => {
  warn(`Unknown command "${name}". Known commands: ${Object.keys(client).join(', ')}.`);
};

const HOOKS = [
  'transport',
  'present',
  'isEligible',
  'beforeShow',
  'beforeSend',
  'onDelivery',
  'onUndeliverable',
  'onError',
  'storage',
  'now',
  'redact',
] as const satisfies readonly (keyof Hooks | 'redact')[];

/** Reports the unknown names in the argument of a `hooks` command. */
export const reportHooks = (given: unknown): undefined => {
  if (!given || typeof given !== 'object') return warn(`hooks: expected an object, received ${given}.`);
  for (const name of Object.keys(given)) {
    if (!(HOOKS as readonly string[]).includes(name)) warn(`Unknown hook "${name}". Known hooks: ${HOOKS.join(', ')}.`);
  }
};

import { WEATHER } from './plan.ts';

/** What must have happened in thousands of worlds: a fault that never occurs proves nothing. */
export const FAULTS: readonly string[] = [
  ...WEATHER,
  'fine',
  'poison',
  'tooLarge',
  'floor',
  'givenUp',
  'farewell',
  'noLock',
  'localRefuses',
  'durableRefuses',
  'cap',
  'evicted',
  'expired',
  'parked',
  'closed',
  'crashed',
  'killed',
  'discarded',
  'close',
  'reload',
  'stop',
  'away',
  'back',
  'freeze',
  'thaw',
  'hide',
  'flush',
  'clear',
  'withdraw',
  'forbid',
  'grant',
  'pend',
  'offline',
  'online',
  'hostClear',
  'corrupt',
  'jump',
  'local',
  'durable',
];

/** Names of what should have happened, and did not. */
export const toMissing = (happened: Readonly<Record<string, number>>): readonly string[] =>
  FAULTS.filter((name) => !happened[name]);

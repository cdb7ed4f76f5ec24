import { WEATHER } from './plan.ts';

/** The faults that a run of thousands of simulated worlds must include, each at least once. */
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
  'logOut',
  'withdraw',
  'forbid',
  'grant',
  'pend',
  'offline',
  'noRecovery',
  'online',
  'hostClear',
  'corrupt',
  'jump',
  'local',
  'durable',
];

/** Lists the faults that did not occur. */
export const toMissing = (happened: Readonly<Record<string, number>>): readonly string[] =>
  FAULTS.filter((name) => !happened[name]);

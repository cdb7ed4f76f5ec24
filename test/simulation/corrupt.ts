import type { World } from './createSite.ts';
import { EVENT_PREFIX } from './site.ts';

/** Another script of the page overwrites a record, or writes to a key of scorelet. */
export const corrupt = (world: World): void => {
  const { ledger, local, random } = world;
  const keys = local.mode() === 'throws' ? [] : local.port.keys().filter((key) => key.startsWith('scorelet:1:'));
  const key = keys[random.whole(0, keys.length - 1)];
  const stray = `${EVENT_PREFIX}${random.pick(['', 'stray', '"', 'null'])}`;
  world.because('something wrote over its record', () => {
    const value = key === undefined ? '' : (local.port.get(key) ?? '');
    const event = key === undefined ? undefined : ledger.recorded.get(key.slice(EVENT_PREFIX.length));
    const wrong = random.pick([
      '',
      'a',
      'null',
      '{"a":1}',
      '{"v":0,"state":"waiting","answer":true,"time":12,"json":"{}"}',
      '{"v":1,"state":"waiting","answer":true,"time":12}',
      value.slice(0, value.length >> 1),
      `${value}}`,
    ]);
    local.corrupt(random.chance(0.3) || key === undefined ? stray : key, wrong);
    if (event) event.corrupted = true;
  });
  world.tell('site', () => `something writes over ${key ?? stray}`);
};

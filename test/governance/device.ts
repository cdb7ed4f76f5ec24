/** A device: its clock, its storage, its locks, and the tabs that are open on it. */
import type { Scheduler } from '../simulation/scheduler.ts';
import { createFakeLocks, type FakeLocks } from './fakeLocks.ts';
import { FakeStorage } from './fakeStorage.ts';
import { type FakeTab, running } from './fakeTab.ts';
import type { Bag } from './knowledge.ts';

export interface Device {
  readonly name: string;
  readonly kind: 'desktop' | 'phone' | 'tablet';
  readonly languages: readonly string[];
  readonly hasLocks: boolean;
  readonly locks: FakeLocks;
  readonly localStorage: FakeStorage;
  /** Whether localStorage and sessionStorage may be used. */
  readonly keeps: boolean;
  readonly tabs: Set<FakeTab>;
  /** What it should remember. */
  readonly bag: Bag;
  /** Milliseconds since 1970, as this device believes. */
  now(): number;
  /** Sets the clock forward or back. */
  shift(ms: number): void;
  /** Somebody has set it back: what was written lies in the future. */
  setBack: boolean;
  /** Somebody was forgotten in one tab, and not in another. */
  blurred: boolean;
  /** Too many people were here: some are forgotten. */
  crowded: boolean;
  /** Who is logged in, as the host's cookie has it. */
  who: string | undefined;
  /** A tab has written something, or taken it away. */
  onWrite: (tab: FakeTab, key: string, value: string | undefined) => void;
  /** How often those without a name were forgotten. */
  resets: number;
}

export const createDevice = (
  given: Pick<Device, 'name' | 'kind' | 'languages' | 'hasLocks' | 'keeps'>,
  scheduler: Scheduler,
  epoch: number,
): Device => {
  let skew = 0;
  const tabs = new Set<FakeTab>();
  const device: Device = {
    ...given,
    locks: createFakeLocks(),
    localStorage: new FakeStorage((key, newValue) => {
      const writer = running.tab;
      if (writer) device.onWrite(writer, key, newValue ?? undefined);
      for (const tab of tabs) if (tab !== writer) tab.post(0, () => tab.fire('storage', { key, newValue }));
    }),
    tabs,
    bag: new Map(),
    now: () => Math.floor(epoch + scheduler.now() + skew),
    shift(ms) {
      skew += ms;
      if (ms < 0) device.setBack = true;
    },
    setBack: false,
    blurred: false,
    crowded: false,
    who: undefined,
    onWrite: () => {},
    resets: 0,
  };
  return device;
};

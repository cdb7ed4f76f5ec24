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
  /** True when localStorage and sessionStorage can be used. */
  readonly keeps: boolean;
  readonly tabs: Set<FakeTab>;
  /** The facts that should be stored on the device, according to the documentation. */
  readonly bag: Bag;
  /** Milliseconds since 1970, by the device's clock. */
  now(): number;
  /** Sets the clock forward or back. */
  shift(ms: number): void;
  /** True after the clock was set back: existing records may then be in the future. */
  setBack: boolean;
  /** The time of the simulation when the clock was last set. */
  setAt: number;
  /** True after a respondent was forgotten in one tab but not in another. */
  blurred: boolean;
  /** True after so many people used the device that the records of some were dropped. */
  crowded: boolean;
  /** The respondent who is logged in, from the host's cookie. */
  who: string | undefined;
  /** Called when a tab has written or removed a value. */
  onWrite: (tab: FakeTab, key: string, value: string | undefined) => void;
  /** The number of times that the anonymous respondent was forgotten. */
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
      device.setAt = scheduler.now();
      if (ms < 0) device.setBack = true;
    },
    setBack: false,
    setAt: Number.NEGATIVE_INFINITY,
    blurred: false,
    crowded: false,
    who: undefined,
    onWrite: () => {},
    resets: 0,
  };
  return device;
};

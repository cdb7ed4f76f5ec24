import type { Browser } from 'playwright-core';
import { loadUnwatched, loadWatched } from './load.ts';
import { measureSpeed } from './measureSpeed.ts';
import { MEASURE_NAMES, type MeasureName } from './measures.ts';
import type { Profile } from './profile.ts';
import { HOST, type Mode, type Subject, type SubjectName } from './subject.ts';

/** The values of each measure, one value per load. */
export type Samples = Record<MeasureName, number[]>;

export interface Results {
  /** Milliseconds of ten million arithmetic steps, measured once per round. */
  speeds: number[];
  samples: Record<Mode, Map<SubjectName, Samples>>;
}

/** Subjects that are also loaded without showing a prompt. */
const IDLE: readonly SubjectName[] = ['show', 'track', 'floor-split', HOST];

const noSamples = (): Samples =>
  Object.fromEntries(MEASURE_NAMES.map((name) => [name, [] as number[]])) as unknown as Samples;

/**
 * Loads every subject once per round, for each kind of load. Every second round runs in reverse order, so other work on the
 * machine affects all subjects equally.
 */
export const runProfile = async (
  browser: Browser,
  origin: string,
  subjects: readonly Subject[],
  profile: Profile,
  rounds: number,
  onRound: () => void,
): Promise<Results> => {
  const shown = subjects.filter(({ name }) => name !== HOST);
  const idle = subjects.filter(({ name }) => IDLE.includes(name));
  const samples: Results['samples'] = {
    show: new Map(shown.map(({ name }) => [name, noSamples()])),
    idle: new Map(idle.map(({ name }) => [name, noSamples()])),
  };
  const add = (mode: Mode, { name }: Subject, measured: Partial<Record<MeasureName, number>>) => {
    for (const [measure, value] of Object.entries(measured)) {
      samples[mode].get(name)?.[measure as MeasureName].push(value);
    }
  };
  const watch = async (subject: Subject) => add('show', subject, await loadWatched(browser, origin, subject, profile));
  const settle = async (mode: Mode, subject: Subject) => {
    const { taskMs, heapBytes, longTasks, shift } = await loadUnwatched(browser, origin, subject, mode, profile);
    add(mode, subject, { task: taskMs, heap: heapBytes / 1000, longTasks, shift });
  };

  // The first loads in a new browser are slower. They are not counted.
  for (const subject of shown) await loadWatched(browser, origin, subject, profile);
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const inTurn = <T>(list: readonly T[]) => (round % 2 === 0 ? list : list.toReversed());
    speeds.push(await measureSpeed(browser));
    for (const subject of inTurn(shown)) await watch(subject);
    for (const subject of inTurn(shown)) await settle('show', subject);
    for (const subject of inTurn(idle)) await settle('idle', subject);
    onRound();
  }
  return { speeds, samples };
};

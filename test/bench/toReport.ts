import { MEASURE_NAMES, MEASURES, type Measure, type MeasureName } from './measures.ts';
import type { ProfileName } from './profile.ts';
import { type Quartiles, toQuartiles } from './quartiles.ts';
import type { Results, Samples } from './runProfile.ts';
import { HOST, type Mode, OURS, type SubjectName } from './subject.ts';

/** The floor that our medians are divided by, for each mode. */
const BASELINES = { show: 'floor-parallel', idle: 'floor-split' } as const satisfies Record<Mode, SubjectName>;

export interface Row extends Quartiles {
  mode: Mode;
  measure: MeasureName;
  subject: SubjectName;
  /** Our median divided by the floor's median. Undefined for floors, and for measures whose target is a value. */
  ratio: number | undefined;
  wantedRatio: number | undefined;
  wantedValue: number | undefined;
  values: number[];
}

export interface Report {
  profile: ProfileName;
  /** Milliseconds of ten million arithmetic steps: the speed of the machine. */
  speed: Quartiles;
  rows: Row[];
}

const isOurs = (subject: SubjectName): boolean => (OURS as readonly SubjectName[]).includes(subject);

const toRows = (profile: ProfileName, mode: Mode, samples: Map<SubjectName, Samples>): Row[] =>
  MEASURE_NAMES.flatMap((measure) => {
    const { wantedRatio, wantedValue }: Measure = MEASURES[measure];
    const floor = samples.get(BASELINES[mode])?.[measure] ?? [];
    return [...samples].flatMap(([subject, { [measure]: values }]) => {
      if (values.length === 0) return [];
      const quartiles = toQuartiles(values);
      const base = toQuartiles(floor).median;
      const ours = isOurs(subject);
      return {
        mode,
        measure,
        subject,
        ...quartiles,
        ratio: ours && base > 0 && wantedValue === undefined ? quartiles.median / base : undefined,
        wantedRatio: ours && mode === 'show' ? wantedRatio?.[profile] : undefined,
        wantedValue: ours ? wantedValue : undefined,
        values,
      };
    });
  });

/** Subtracts the host page's heap from each subject's heap, and removes the host page from the results. */
const withoutHost = (samples: Map<SubjectName, Samples>, hostHeap: number): Map<SubjectName, Samples> =>
  new Map(
    [...samples]
      .filter(([subject]) => subject !== HOST)
      .map(([subject, measured]) => [subject, { ...measured, heap: measured.heap.map((heap) => heap - hostHeap) }]),
  );

/** Converts the samples of a profile to quartiles and ratios. */
export const toReport = (profile: ProfileName, { speeds, samples }: Results): Report => {
  const hostHeap = toQuartiles(samples.idle.get(HOST)?.heap ?? []).median;
  const toRowsOf = (mode: Mode) => toRows(profile, mode, withoutHost(samples[mode], hostHeap));
  return { profile, speed: toQuartiles(speeds), rows: [...toRowsOf('show'), ...toRowsOf('idle')] };
};

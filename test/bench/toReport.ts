import { MEASURE_NAMES, MEASURES, type Measure, type MeasureName } from './measures.ts';
import type { ProfileName } from './profile.ts';
import { type Quartiles, toQuartiles } from './quartiles.ts';
import type { Results, Samples } from './runProfile.ts';
import { type Mode, OURS, type SubjectName } from './subject.ts';

/** What ours is divided by. */
const BASELINES = { show: 'floor-parallel', idle: 'floor-split' } as const satisfies Record<Mode, SubjectName>;

export interface Row extends Quartiles {
  mode: Mode;
  measure: MeasureName;
  subject: SubjectName;
  /** Ours by the floor's median; undefined for floors, and where the floor has 0. */
  ratio: number | undefined;
  wantedRatio: number | undefined;
  wantedValue: number | undefined;
  values: number[];
}

export interface Report {
  profile: ProfileName;
  /** Milliseconds of ten million steps of arithmetic. */
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
        ratio: ours && base > 0 ? quartiles.median / base : undefined,
        wantedRatio: ours && mode === 'show' ? wantedRatio?.[profile] : undefined,
        wantedValue: ours ? wantedValue : undefined,
        values,
      };
    });
  });

/** Sums up what a profile's loads measured. */
export const toReport = (profile: ProfileName, { speeds, samples }: Results): Report => ({
  profile,
  speed: toQuartiles(speeds),
  rows: [...toRows(profile, 'show', samples.show), ...toRows(profile, 'idle', samples.idle)],
});

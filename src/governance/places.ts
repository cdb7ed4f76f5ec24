/**
 * The random values of a respondent: the sampling bucket and the experiment variant. Both are computed with a hash, so they stay the same
 * on every page.
 */
import { toBucket, toVariantId } from '../core/rules/sampling.ts';
import { keepSeed } from '../memory/seed.ts';
import type { Survey } from '../schema/index.ts';
import type { GovernanceEnvironment } from './governanceEnvironment.ts';

/** The random values that were drawn for one display. */
export interface Drawn {
  readonly sampling?: { readonly rate: number; readonly bucket: number };
  readonly experiment?: { readonly id: string; readonly variant: string };
}

export interface Places {
  /** Returns the respondent's sampling bucket, 0 to 9999, for a survey or an experiment. */
  placeOf(name: string): number;
  draw(survey: Survey): Drawn;
  /** Forgets the random seed of the anonymous respondent. */
  clear(): void;
}

export const createPlaces = ({
  state,
  store,
  mayPersist,
}: Pick<GovernanceEnvironment, 'state' | 'store' | 'mayPersist'>): Places => {
  let seed: string | undefined;
  /** `isSecret`: the result is sent although consent is denied, so it must not depend on the id. */
  const placeOf = (name: string, isSecret?: boolean) => {
    const { id } = state.respondent;
    if (id && !isSecret) return toBucket(name, id);
    seed ??= keepSeed(store, mayPersist);
    return toBucket(name, seed);
  };
  return {
    placeOf,
    draw: ({ id, sampling = 1, experiment }) => ({
      ...(sampling < 1 && { sampling: { rate: sampling, bucket: placeOf(id) } }),
      ...(experiment && {
        experiment: {
          id: experiment.id,
          variant: toVariantId(experiment, placeOf(`${id} ${experiment.id}`, state.consent === 'denied')),
        },
      }),
    }),
    clear() {
      seed = undefined;
    },
  };
};

import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { randomId } from '../browser/randomId.ts';
import { toBucket } from '../core/rules/sampling.ts';
import type { EventDetails } from '../core/session/toEvent.ts';
import { readRecords } from '../memory/records.ts';
import { toRecordsKey } from '../memory/recordsKey.ts';
import type { Context, Survey } from '../schema/index.ts';

const DAY_MS = 86_400_000;

/** The data that all events of a response share. It is stored, so that it survives a reload. */
export interface ResponseDetails extends Pick<EventDetails, 'responseId' | 'sampling'> {
  /** The experiment variant that was drawn. It stays the same for the whole response. */
  readonly experiment?: Context['experiment'];
  /** The sequence number of the next event. */
  sequence: number;
}

/** Starts a new response. */
export const createResponse = (
  { store, state, now }: Pick<ClientEnvironment, 'store' | 'state' | 'now'>,
  { id }: Survey,
  { sampling, experiment }: Pick<DisplayOccasion, 'sampling' | 'experiment'>,
): ResponseDetails => {
  const responseId = randomId();
  const { respondent } = state;
  const asks = readRecords(store, toRecordsKey(respondent, id)).filter(({ outcome }) => outcome === 'displayed');
  const lastAsk = asks.at(-1)?.at;
  return {
    responseId,
    sequence: 0,
    sampling: {
      rate: 1,
      bucket: toBucket(id, respondent.id ?? responseId),
      nthAsk: asks.length + 1,
      daysSinceLastAsk: lastAsk && Math.trunc((now() - lastAsk) / DAY_MS),
      ...sampling,
    },
    experiment,
  };
};

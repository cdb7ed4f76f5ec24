import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';
import { CAP_BYTES, CAP_EVENTS } from './fakeLocal.ts';
import { EVENT_PREFIX, type Site } from './site.ts';

const WEEK_MS = 604_800_000;
/** The number of parked records that the device keeps. */
export const MOST_PARKED = 20;

interface Parked {
  readonly key: string;
  readonly time: number;
}

type Place = Pick<Site, 'local' | 'ledger' | 'wall'>;

const toParked = ({ local }: Pick<Site, 'local'>, key: string): Parked[] => {
  const record = readRecord(local.port.get(key) ?? '');
  return record?.state === 'parked' ? [{ key, time: record.time }] : [];
};

/** Lists the parked records in localStorage. */
export const parkedOf = (site: Pick<Site, 'local'>): readonly Parked[] =>
  site.local.mode() === 'throws'
    ? []
    : site.local.port
        .keys()
        .filter((key) => key.startsWith(EVENT_PREFIX))
        .flatMap((key) => toParked(site, key));

/** Returns true when a parked record was older than a week at this time by the device's clock. */
export const isOutdated = ({ time }: Parked, wall: number): boolean => wall - time > WEEK_MS;

/** Returns why a page must not drop the record with this key. Returns nothing when the record is not parked, or may go. */
export const toWrongDrop = (site: Place, key: string): string | undefined => {
  const { local, ledger, wall } = site;
  const [mine] = local.mode() === 'throws' ? [] : toParked(site, key);
  if (!mine || isOutdated(mine, wall())) return undefined;
  const event = ledger.recorded.get(key.slice(EVENT_PREFIX.length));
  const { bytes, events } = local.used();
  // A parked record makes room for others, and goes when another page has delivered its event.
  if (!event || event.committedAt[0] !== undefined || bytes > CAP_BYTES / 2 || events > CAP_EVENTS / 2)
    return undefined;
  const parked = parkedOf(site);
  if (parked.length <= MOST_PARKED) return `drops ${event.name}, one of only ${parked.length} parked records`;
  return parked.some(({ time }) => time < mine.time)
    ? `drops ${event.name}, and keeps an older parked record`
    : undefined;
};

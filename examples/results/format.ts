/** Formats numbers, dates and names for the results page. */
import { type Estimate, formatNps, type Instrument } from '../../src/score/index.ts';
import type { Block } from '../collector/report.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const formatCount = (count: number): string => whole.format(count);

/** Formats a percentage (0–100) without decimals. Values above 0 and below 0.5 become "<1%" instead of "0%". */
export const formatPercent = (percent: number): string =>
  percent > 0 && percent < 0.5 ? '<1%' : `${whole.format(percent)}%`;

export const formatUnit = (value: number, unit: Block['unit']): string => {
  switch (unit) {
    case 'points':
      return formatNps(value);
    case 'percent':
      return `${whole.format(value)}%`;
    case 'scale':
      return oneDigit.format(value);
    case 'share':
      return twoDigits.format(value);
    default: {
      const unknown: never = unit;
      return unknown;
    }
  }
};

/** Formats an interval, for example "+21 to +35" or "55% to 74%". */
export const formatInterval = ({ interval }: Estimate, unit: Block['unit']): string | null =>
  interval && `${formatUnit(interval.low, unit)} to ${formatUnit(interval.high, unit)}`;

const METHODS: Readonly<Record<Estimate['method'], string>> = {
  adjusted_wald: 'adjusted Wald',
  wilson: 'Wilson',
  t: 'Student’s t',
  newcombe: 'Newcombe',
};
export const toMethodName = ({ method }: Estimate): string => METHODS[method];

const METRICS: Readonly<Record<string, string>> = { nps: 'NPS', csat: 'CSAT', ces: 'CES', rating: 'Rating' };
export const toMetricName = (metric: string): string => METRICS[metric] ?? metric;

/** Describes the score, for example "Net Promoter Score" or "chose 4–5 of 5". */
export const toScoreNote = ({ name, instrument, boxes }: Pick<Block, 'name' | 'instrument' | 'boxes'>): string => {
  const scores = boxes[0]?.scores ?? [];
  switch (name) {
    case 'nps':
      return 'Net Promoter Score';
    case 'top_2_box':
    case 'top_3_box':
      return `chose ${scores.at(0)}–${scores.at(-1)} of ${instrument.max}`;
    case 'mean_effort':
      return `mean effort, ${instrument.min} (low) to ${instrument.max} (high): lower is better`;
    case 'normalized_mean':
      return 'normalized mean, 0 (worst) to 1 (best)';
    default: {
      const unknown: never = name;
      return unknown;
    }
  }
};

/** Returns the lowest and the highest possible score. */
export const toReach = (unit: Block['unit'], { min, max }: Instrument): { low: number; high: number } => {
  switch (unit) {
    case 'points':
      return { low: -100, high: 100 };
    case 'percent':
      return { low: 0, high: 100 };
    case 'scale':
      return { low: min, high: max };
    case 'share':
      return { low: 0, high: 1 };
    default: {
      const unknown: never = unit;
      return unknown;
    }
  }
};

const PLURALS: Readonly<Record<string, string>> = {
  promoter: 'Promoters',
  passive: 'Passives',
  detractor: 'Detractors',
};
export const toSegmentsName = (segment: string): string =>
  PLURALS[segment] ?? `${segment.charAt(0).toUpperCase()}${segment.slice(1)}`;

/** Formats a time in the time zone of the filters. */
export const formatTime = (time: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(time));

/** Formats a day. The day is already in the time zone of the filters, so it is formatted as UTC. */
export const formatDay = (date: string, period: string): string => {
  const options: Intl.DateTimeFormatOptions =
    period === 'month' ? { month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
};

export const plural = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

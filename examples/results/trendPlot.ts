import uPlot from 'uplot';
import type { Instrument } from '../../src/score/index.ts';
import type { Period } from '../collector/filterWords.ts';
import type { Block, Point } from '../collector/report.ts';
import { formatUnit, toReach } from './format.ts';

export interface TrendPlotOptions {
  points: readonly Point[];
  unit: Block['unit'];
  instrument: Instrument;
  period: Period;
  /** The index under the pointer, `null` when it left. */
  onPoint: (index: number | null) => void;
}

const HEIGHT = 240;
/** Room for one date under the plot, in pixels. */
const TICK_WIDTH = 72;
const FONT = '12px ui-sans-serif, system-ui, sans-serif';

/** Days are days of the chosen time zone already: as UTC they stay what they are. */
const toSeconds = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000;

const toTick = (seconds: number, period: Period): string => {
  const options: Intl.DateTimeFormatOptions =
    period === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(seconds * 1000);
};

/** The part of the scale where the intervals lie, with some air, never beyond what a score can be. */
const toRange = (points: readonly Point[], reach: { low: number; high: number }): [number, number] => {
  const ends = points.flatMap(({ score }) =>
    score ? [score.interval ?? { low: score.estimate, high: score.estimate }] : [],
  );
  const low = Math.min(...ends.map((end) => end.low));
  const high = Math.max(...ends.map((end) => end.high));
  const air = Math.max((high - low) * 0.1, (reach.high - reach.low) * 0.02);
  return [Math.max(reach.low, low - air), Math.min(reach.high, high + air)];
};

const createPlot = (holder: HTMLElement, options: TrendPlotOptions): uPlot => {
  const { points, unit, instrument, period, onPoint } = options;
  const style = getComputedStyle(holder);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const axis = { stroke: color('--muted'), font: FONT, ticks: { show: false } };
  const grid = { stroke: color('--border'), width: 1 };
  const range = toRange(points, toReach(unit, instrument));
  const edge = { show: true, stroke: 'transparent', points: { show: false } };
  return new uPlot(
    {
      width: holder.clientWidth,
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
      scales: { y: { range } },
      axes: [
        {
          ...axis,
          size: 40,
          gap: 12,
          grid: { show: false },
          // Ticks stand where the points stand, as many as there is room for.
          splits: ({ width }) => {
            const step = Math.ceil((points.length * TICK_WIDTH) / width);
            return points.filter((_, index) => index % step === 0).map(({ date }) => toSeconds(date));
          },
          values: (_, seconds) => seconds.map((each) => toTick(each, period)),
        },
        { ...axis, grid, size: 48, values: (_, values) => values.map((value) => formatUnit(value, unit)) },
      ],
      series: [
        {},
        edge,
        edge,
        {
          stroke: color('--accent'),
          width: 2,
          points: { show: true, size: 6, fill: color('--accent'), stroke: color('--accent') },
        },
      ],
      bands: [{ series: [1, 2], fill: color('--band') }],
      hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
    },
    [
      points.map(({ date }) => toSeconds(date)),
      points.map(({ score }) => score?.interval?.high ?? score?.estimate ?? null),
      points.map(({ score }) => score?.interval?.low ?? score?.estimate ?? null),
      points.map(({ score }) => score?.estimate ?? null),
    ],
    holder,
  );
};

/** Draws the trend, again whenever the page's width or its colours change. Returns what takes it away. */
export const drawTrend = (holder: HTMLElement, options: TrendPlotOptions): (() => void) => {
  let plot = createPlot(holder, options);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const redraw = () => {
    plot.destroy();
    plot = createPlot(holder, options);
  };
  const observer = new ResizeObserver(() => plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
  observer.observe(holder);
  scheme.addEventListener('change', redraw);
  return () => {
    observer.disconnect();
    scheme.removeEventListener('change', redraw);
    plot.destroy();
  };
};

import uPlot from 'uplot';
import type { Instrument } from '../../src/score/index.ts';
import type { Period } from '../collector/filterWords.ts';
import type { Block, Point } from '../collector/report.ts';
import { formatUnit, toReach } from './format.ts';

interface TrendPlotOptions {
  points: readonly Point[];
  unit: Block['unit'];
  instrument: Instrument;
  period: Period;
  /** Called with the index of the point under the pointer, or `null` when the pointer leaves the plot. */
  onPoint: (index: number | null) => void;
}

const HEIGHT = 240;
/** Width of one date label below the plot, in pixels. */
const TICK_WIDTH = 72;
const FONT = '12px ui-sans-serif, system-ui, sans-serif';

/** Converts a day to seconds. The day is already in the time zone of the filters, so it is read as UTC. */
const toSeconds = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000;

const toTick = (seconds: number, period: Period): string => {
  const options: Intl.DateTimeFormatOptions =
    period === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(seconds * 1000);
};

/** Returns the range of the y axis: all intervals with a margin, limited to the possible scores. */
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
          // Ticks are at the points; some are left out when there is not enough room.
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

/** Draws the trend. Draws it again when the width or the color scheme changes. Returns a function that removes it. */
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

import { MEASURE_NAMES, MEASURES, type Measure } from './measures.ts';
import { PROFILES } from './profile.ts';
import type { Report, Row } from './toReport.ts';

const COLUMNS = [32, 8, 18, 7] as const;
const HEADINGS = {
  show: 'with a prompt, ratio to floor-parallel',
  idle: 'without a prompt, ratio to floor-split',
} as const;

const toWanted = ({ wantedRatio, wantedValue }: Row): string =>
  wantedRatio !== undefined ? `≤ ${wantedRatio.toFixed(2)}` : wantedValue !== undefined ? `${wantedValue}` : '';

const toLine = (label: string, row: Row, decimals: number): string => {
  const [wide, ...others] = COLUMNS;
  const cells = [
    row.median.toFixed(decimals),
    `${row.low.toFixed(decimals)} – ${row.high.toFixed(decimals)}`,
    row.ratio?.toFixed(2) ?? '',
  ];
  const aligned = cells.map((cell, index) => cell.padStart(others[index] ?? 0)).join('');
  return `    ${label.padEnd(wide)}${aligned}   ${toWanted(row)}`.trimEnd();
};

/** Prints the median, the quartiles, the ratio to the floor and the target for each measure and subject. */
export const printReport = ({ profile, speed, rows }: Report, loads: number, labels: Map<string, string>): void => {
  console.log(`\n${PROFILES[profile].title}, ${loads} loads each: median, quartiles, ratio, target`);
  console.log(
    `speed of this machine: ten million arithmetic steps in ${speed.median.toFixed(1)} ms (${speed.low.toFixed(1)} – ${speed.high.toFixed(1)}) without throttling`,
  );
  for (const mode of ['show', 'idle'] as const) {
    console.log(`\n  ${HEADINGS[mode]}`);
    for (const name of MEASURE_NAMES) {
      const { title, unit, decimals }: Measure = MEASURES[name];
      const lines = rows
        .filter((row) => row.mode === mode && row.measure === name)
        .map((row) => toLine(labels.get(row.subject) ?? row.subject, row, decimals));
      if (lines.length > 0) console.log([`  ${title}${unit && `, ${unit}`}`, ...lines].join('\n'));
    }
  }
};

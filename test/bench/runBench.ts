import { chromium } from 'playwright-core';
import { ensureBrowser } from '../tools/findBrowser.mjs';
import { checkFixed } from './checkFixed.ts';
import { printReport } from './printReport.ts';
import { PROFILES, type ProfileName } from './profile.ts';
import { runProfile } from './runProfile.ts';
import { serve } from './serve.ts';
import { FLOORS, HOST, OURS, readSubject, type SubjectName } from './subject.ts';
import { type Report, toReport } from './toReport.ts';

interface BenchOptions {
  /** Number of cold loads of each subject, for each kind of load. */
  loads: number;
  profiles: readonly ProfileName[];
  /** Prints one JSON document instead of tables. */
  json: boolean;
}

export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];

/** Measures scorelet and the floors in one run and prints the figures. Never fails because of a time. */
export const runBench = async ({ loads, profiles, json }: BenchOptions): Promise<void> => {
  checkFixed();
  const names: readonly SubjectName[] = [...OURS, ...FLOORS, HOST];
  const subjects = await Promise.all(names.map(readSubject));
  const labels = new Map(subjects.map(({ name, label }) => [name as string, label]));
  const server = await serve(subjects);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const reports: Report[] = [];
  try {
    for (const profile of profiles) {
      process.stderr.write(`${profile} `);
      const results = await runProfile(browser, server.origin, subjects, PROFILES[profile], loads, () =>
        process.stderr.write('.'),
      );
      process.stderr.write('\n');
      const report = toReport(profile, results);
      reports.push(report);
      if (!json) printReport(report, loads, labels);
    }
    if (json) console.log(JSON.stringify({ browser: browser.version(), loads, reports }, undefined, 2));
  } finally {
    await browser.close();
    server.close();
  }
};

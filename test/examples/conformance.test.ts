/** Runs the conformance kit over HTTP against the reference collector with its embedded database, then reads the database. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../examples/collector/database.ts';
import { startCollector } from '../../examples/collector/server.ts';
import { toStorable } from '../../examples/collector/toStorable.ts';
import { conformanceCases } from '../../src/cli/conformance/cases.ts';
import type { Exchange } from '../../src/cli/conformance/conformanceCase.ts';
import { findCollector } from '../../src/cli/conformance/findCollector.ts';
import { readReceipt } from '../../src/cli/conformance/receipt.ts';
import { type CaseResult, runConformance } from '../../src/cli/conformance/runConformance.ts';

interface Row {
  source: string;
  id: string;
  json: string;
  test: boolean;
}

let folder: string;
let results: readonly CaseResult[];
let rows: readonly Row[];
const exchanges: Exchange[] = [];
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scorelet-conformance-'));
  const dataDir = path.join(folder, 'data');
  const collector = await startCollector({ port: 0, dataDir, sdkDir: folder, log: (line) => lines.push(line) });
  try {
    const url = new URL(`${collector.url}/collect`);
    results = await runConformance({ url, history: true, onExchange: (exchange) => exchanges.push(exchange) });
  } finally {
    await collector.stop();
  }
  const database = await openDatabase({ dataDir });
  rows = await database.query<Row>('select source, id, json, test from events');
  await database.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const nameOf = ({ source, id }: { source: string; id: string }) => JSON.stringify([source, id]);

/** Returns the first body of every acknowledged event, by source and id. */
const takenBodies = (): Map<string, string> => {
  const taken = new Map<string, string>();
  for (const { plan, answer } of exchanges) {
    const receipt = answer && plan.method !== 'OPTIONS' ? readReceipt(answer) : undefined;
    if (!receipt || receipt.kind === 'none') continue;
    const said: unknown = JSON.parse(Buffer.from(plan.body ?? '').toString());
    for (const event of (Array.isArray(said) ? said : [said]) as { source: string; id: string }[]) {
      if (receipt.kind === 'list' && !receipt.accepted.includes(event.id)) continue;
      if (!taken.has(nameOf(event))) taken.set(nameOf(event), JSON.stringify(event));
    }
  }
  return taken;
};

/** Starts the Python collector from `src/collector/README.md`. */
const startPython = async (cwd: string) => {
  const port = await getPort();
  const [, source = ''] = readFileSync('src/collector/README.md', 'utf8').match(/```python\n([\s\S]*?)```/) ?? [];
  await writeFile(path.join(cwd, 'collector.py'), source);
  const child = spawn('python3', ['collector.py', `${port}`], { cwd, stdio: 'ignore' });
  const url = new URL(`http://127.0.0.1:${port}/collect`);
  for (let tries = 0; tries < 100 && (await findCollector(url, 1_000)) !== undefined; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop: () => child.kill() };
};
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the reference collector under the conformance kit', () => {
  it('passes every conformance case without reaching its rate limit', () => {
    expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(results.filter(({ status }) => status === 'passed').length).toBeGreaterThanOrEqual(123);
    expect(exchanges.filter(({ answer }) => answer?.status === 429)).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('stores every acknowledged event as exactly one row with its first body, and no other rows', () => {
    const taken = takenBodies();
    expect(taken.size).toBeGreaterThan(200);
    const kept = new Map(rows.map((row) => [nameOf(row), row.json]));
    expect(kept.size).toBe(rows.length);
    expect([...kept.keys()].sort()).toEqual([...taken.keys()].map((name) => `${toStorable(name)}`).sort());
    for (const [name, json] of taken) expect(kept.get(name), name).toBe(json);
  });

  it('stores all events of the kit as test events, which results leave out', () => {
    expect(rows.filter(({ test }) => !test)).toEqual([]);
  });
});

describe('the Python collector in the README', () => {
  // Python is not a dependency of this repository.
  it.skipIf(!hasPython)('passes every required conformance case', async () => {
    const { url, stop } = await startPython(folder);
    try {
      const failures = (await runConformance({ url })).filter(({ status }) => status === 'failed');
      expect(failures.map(({ id, requirement }) => `${requirement} ${id}`)).toEqual([
        'should acknowledge.wrong-data',
        'should limits.request-over-chunked',
        'should request.chunked',
      ]);
    } finally {
      stop();
    }
  });
});

describe('the README of the collector contract', () => {
  it('has the current number of conformance cases', () => {
    const page = readFileSync('src/collector/README.md', 'utf8');
    expect(page).toContain(`with ${conformanceCases.length} cases`);
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`in ${conformanceCases.length} cases`);
  });

  it('shows case titles as the kit prints them', () => {
    const page = readFileSync('src/collector/README.md', 'utf8');
    const shown = [...page.matchAll(/^(?:passed|FAILED|should) +(\S+\.\S+) +(.+)$/gm)];
    expect(shown.length).toBeGreaterThan(3);
    for (const [, id, title] of shown) expect(conformanceCases.find((each) => each.id === id)?.title).toBe(title);
  });
});

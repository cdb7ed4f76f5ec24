import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toEvent, toEventData } from '../../src/core/index.ts';
import { openSession } from '../helpers/session.ts';

interface Demo {
  readonly process: ChildProcess;
  /** Returns all output of the process. */
  printed(): string;
  /** The origins that the process prints, in this order. */
  readonly shop: string;
  readonly helpdesk: string;
  readonly collector: string;
}

const started: ChildProcess[] = [];
let dataDir: string;

const start = async (port: number): Promise<Demo> => {
  const child = spawn(process.execPath, ['examples/start.mjs'], {
    // The tests build `dist/` beforehand. Other tests read it at the same time, so it must not change.
    env: { ...process.env, PORT: `${port}`, DATA_DIR: dataDir, SCORELET_DIST: 'keep' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let printed = '';
  const ready = new Promise<void>((resolve, reject) => {
    const add = (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('Ctrl-C stops')) resolve();
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
  await ready;
  const [shop = '', helpdesk = '', results = ''] = printed.match(/http:\/\/localhost:\d+/g) ?? [];
  return { process: child, printed: () => printed, shop, helpdesk, collector: results };
};

/** Sends a signal. Resolves the exit code and the milliseconds until the exit. */
const stop = async ({ process: child }: Demo, signal: NodeJS.Signals) => {
  const before = performance.now();
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return { code, ms: performance.now() - before };
};

/** Returns the batch of one answer, as a page posts it. */
const toBatch = (): string => {
  const { session } = openSession({ metric: 'nps' });
  const batch: unknown[] = [];
  session.subscribe((change) => {
    if (change.type === 'drawn') return;
    const event = toEvent(toEventData(change, session, 'popover'), {
      id: `start-test-${batch.length}`,
      time: Date.now(),
      sequence: batch.length,
      responseId: 'start-test',
      origin: 'http://localhost',
      page: 'http://localhost/',
      custom: false,
      subject: undefined,
      context: {},
      respondent: {},
      quality: { test: false, preview: false, automation: false, consent: 'granted' },
      sampling: { rate: 1, bucket: 0, nthAsk: 1 },
      survey: session.survey,
    });
    batch.push(event);
  });
  session.display();
  session.select('nps', 9, 'pointer');
  session.commit('nps');
  return JSON.stringify(batch);
};

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'scorelet-start-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('npm start', () => {
  it('skips a taken port, keeps its data across restarts and exits with 0 on Ctrl-C', async () => {
    const squatter: Server = createServer().listen(0);
    await once(squatter, 'listening');
    const { port: taken } = squatter.address() as AddressInfo;

    const first = await start(taken - 1);
    expect(first.printed()).toContain(`Port ${taken} is taken`);
    const ports = [first.collector, first.shop, first.helpdesk].map((origin) => Number(new URL(origin).port));
    expect(ports).toEqual([0, 1, 2].map((offset) => (ports[0] ?? 0) + offset));
    expect(ports).not.toContain(taken);
    for (const address of [`${first.shop}/`, `${first.helpdesk}/`, `${first.collector}/scorelet/scorelet.js`]) {
      expect((await fetch(address)).status, address).toBe(200);
    }
    const posted = await fetch(`${first.collector}/collect?v=1`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body: toBatch(),
    });
    expect(posted.status).toBe(204);

    const ended = await stop(first, 'SIGINT');
    expect(ended.code, first.printed()).toBe(0);
    expect(ended.ms).toBeLessThan(2000);
    expect(first.printed()).not.toMatch(/^\s+at /m);
    squatter.close();

    const second = await start(taken - 1);
    const answers = await (await fetch(`${second.collector}/api/export.json`)).json();
    expect(answers).toHaveLength(1);
    expect((await stop(second, 'SIGTERM')).code).toBe(0);
  });

  it('serves every page with a strict Content-Security-Policy and a new nonce', async () => {
    const demo = await start(0);
    const nonces = new Set<string>();
    for (const address of [`${demo.shop}/`, `${demo.shop}/guide/pour-over`, `${demo.helpdesk}/`, `${demo.shop}/none`]) {
      const policy = (await fetch(address)).headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*/);
      nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
    }
    expect(nonces.size).toBe(4);
    await stop(demo, 'SIGINT');
  });
});

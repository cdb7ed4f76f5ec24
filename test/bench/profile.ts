import type { CDPSession } from 'playwright-core';

export interface Profile {
  title: string;
  /** Factor by which the CPU is slowed down. */
  cpu: number;
  network?: { latencyMs: number; bitsPerSecond: number };
  /** Milliseconds from the insertion of the tag until the subject runs no more tasks. */
  settleMs: number;
}

export const PROFILES = {
  '1x': { title: 'full speed', cpu: 1, settleMs: 2500 },
  '6x': { title: '6× slower CPU', cpu: 6, settleMs: 3000 },
  slow4g: {
    title: '6× slower CPU, slow 4G',
    cpu: 6,
    network: { latencyMs: 562.5, bitsPerSecond: 1_470_000 },
    settleMs: 5000,
  },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof PROFILES;

/** Throttles a page's CPU and network from now on. */
export const applyProfile = async (session: CDPSession, { cpu, network }: Profile): Promise<void> => {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (!network) return;
  const bytesPerSecond = network.bitsPerSecond / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
};

/** Installs the fonts for Japanese, Arabic and emoji that the gallery needs: with apt as root, otherwise prints what to install. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const FONTS = [
  { pattern: ':lang=ja', name: 'fonts-noto-cjk' },
  { pattern: ':lang=ar', name: 'fonts-noto-core' },
  { pattern: ':family=Noto Color Emoji', name: 'fonts-noto-color-emoji' },
];

const run = (command, ...args) =>
  execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/** Installs missing fonts on Linux. macOS and Windows already have all of them. */
export const ensureFonts = () => {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/fc-list')) return;
  const missing = FONTS.filter(({ pattern }) => run('fc-list', pattern).trim() === '').map(({ name }) => name);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.warn(`Some characters will appear as boxes. Install these fonts: ${missing.join(' ')}`);
    return;
  }
  console.log(`Installing ${missing.join(', ')} …`);
  run('apt-get', 'update', '-qq');
  run('apt-get', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', ...missing);
};

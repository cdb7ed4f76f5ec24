/** Builds the SDK, packs it with `npm pack` and unpacks it for the demo, so that the sites use the published files. */
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import { runCommand } from './command.mjs';
import { StartFailure } from './console.mjs';

/** The sources of the SDK. */
export const SDK_SOURCES = [
  'src',
  'widgets',
  'themes',
  'test/tools',
  'rollup.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** The folder of the unpacked package. The demo's bundles import it by its name. */
export const SDK_DIR = '.demo/node_modules/scorelet';

const runOrFail = async (program, args, what) => {
  const { code, printed } = await runCommand(program, args);
  if (code === 0) return printed;
  throw new StartFailure(`${what} failed.`, 'Fix the error above and run the same command again.', printed);
};

export const buildSdk = async () => {
  await runOrFail('npm', ['run', 'build'], 'The build of the SDK');
};

/** Packs and unpacks the SDK. The old package stays until the new one is complete. */
export const packSdk = async () => {
  await mkdir('.demo', { recursive: true });
  const printed = await runOrFail(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', '.demo'],
    'npm pack',
  );
  const [{ filename }] = JSON.parse(printed.slice(printed.indexOf('[\n')));
  const fresh = '.demo/unpacked';
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await extract({ file: path.join('.demo', filename), cwd: fresh, strip: 1 });
  await rm(SDK_DIR, { recursive: true, force: true });
  await mkdir(path.dirname(SDK_DIR), { recursive: true });
  await rename(fresh, SDK_DIR);
};

/** Rebuilds the SDK for `npm run dev`, without type declarations and without a tarball. */
export const rebuildSdk = async () => {
  await runOrFail(process.execPath, ['examples/start/rebuildSdk.mjs'], 'The build of the SDK');
  await rm(path.join(SDK_DIR, 'dist'), { recursive: true, force: true });
  await cp('dist', path.join(SDK_DIR, 'dist'), { recursive: true });
};

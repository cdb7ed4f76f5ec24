/** Builds all published files into `dist/`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { runnerImport } from 'vite';
import { chunks, loader, npm, single } from '../../rollup.config.mjs';
import { writeIntegrity } from './integrity.mjs';
import { toNotices } from './notices.mjs';

const bundle = async (config) => {
  const built = await rollup(config);
  const { output } = await built.write(config.output);
  await built.close();
  return output;
};

/** Bundles all files, and writes the licences of the bundled packages beside the files for the CDN: whoever hosts the folder hosts them too. */
const bundleAll = async () => {
  const written = [];
  for (const config of [...npm, ...chunks, loader, single]) written.push(...(await bundle(config)));
  writeFileSync('dist/cdn/THIRD-PARTY-NOTICES.txt', toNotices(written));
};

/** Emits the type declarations. They import each other by the ending `.ts`, and TypeScript finds the `.d.ts` file of the same name. */
const emitDeclarations = () =>
  execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

/** Builds everything. Returns the hash of the single file, for the attribute `integrity`. */
export const build = async ({ declarations = true } = {}) => {
  rmSync('dist', { recursive: true, force: true });
  await bundleAll();
  const integrity = writeIntegrity();
  if (declarations) emitDeclarations();
  const { toJsonSchemas } = await import(new URL('../../dist/npm/schema.js', import.meta.url));
  mkdirSync('dist/schemas', { recursive: true });
  for (const [name, schema] of Object.entries(toJsonSchemas())) {
    writeFileSync(`dist/schemas/${name}.v1.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
  }
  // Locales as JSON, for pages that use the single file or change the texts.
  mkdirSync('dist/locales');
  for (const file of readdirSync('dist/cdn').filter((name) => name.endsWith('.js') && name.includes('-'))) {
    const { locale } = await import(new URL(`../../dist/cdn/${file}`, import.meta.url));
    if (locale) writeFileSync(`dist/locales/${locale.tag}.json`, `${JSON.stringify(locale, undefined, 2)}\n`);
  }
  const { module } = await runnerImport('./themes/index.ts', { logLevel: 'error' });
  mkdirSync('dist/themes');
  for (const [name, palette] of Object.entries(module.palettes)) {
    writeFileSync(`dist/themes/${name}.css`, module.toStylesheet(palette));
  }
  return integrity;
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const started = Date.now();
  const integrity = await build();
  console.log(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  console.log(`scorelet.single.js: integrity="${integrity}"`);
}

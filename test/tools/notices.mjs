/**
 * Collects the licences of the packages that rollup bundles. A rollup plugin for this writes a file for each bundle; a release needs one file
 * for all its bundles.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The names of licence files, in lower case. */
const LICENCE_FILES = ['license', 'license.md', 'license.txt', 'licence', 'licence.md', 'licence.txt', 'copying'];

const INTRODUCTION = `The files of scorelet in this folder contain code of the following packages.
`;

/** Returns the folder of the package that a module belongs to, or an empty list for a module of scorelet. */
const toFolder = (id) => {
  const parts = id.split(path.sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return [];
  const end = at + (parts[at + 1].startsWith('@') ? 3 : 2);
  return [parts.slice(0, end).join(path.sep)];
};

/** Returns the notice of a package: name, version, licence and the text of its licence file. Throws when it has no licence file. */
const toNotice = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => LICENCE_FILES.includes(each.toLowerCase()));
  if (!file) throw new Error(`The bundled package ${name} ${version} has no licence file in ${folder}.`);
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, notice: `${name} ${version} (${license})\n\n${text}\n` };
};

/** Returns the text of all notices, sorted by package. `chunks` is the output of rollup. A package without code in the output has no notice. */
export const toNotices = (chunks) => {
  const ids = chunks.flatMap(({ modules = {} }) =>
    Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
  );
  const notices = [...new Set(ids.flatMap(toFolder))].map(toNotice).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [INTRODUCTION, ...notices.map(({ notice }) => notice)].join(`\n${'-'.repeat(80)}\n\n`);
};

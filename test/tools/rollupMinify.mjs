/**
 * Minifies the script-tag builds, names of properties included. Whatever the outside reads or writes keeps its name: each
 * word in the files that describe it, and each word that stands in a string anywhere, because a string may name a property;
 * attributes in JSX. Terser itself keeps what the DOM and the language name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { minify as terser } from 'terser';
import { writeShort } from './rollupShorten.mjs';

/** What these files say is also said by definitions, events, stored records, receipts, `data-*` attributes or other chunks. */
const OUTSIDE =
  /^src\/(schema|locales|options|core\/(?:frequency|visit|gates|clocks|version)|triggers\/moment|transport\/(?:transport|httpTransport)|core\/(?:toEvent|toAnswer)|loader\/readConfig|check\/(?:table|wholeTable))\b/;
/** What the platform says and terser has not heard of. */
const PLATFORM = [
  'ifAvailable',
  'block',
  'canParse',
  'globalPrivacyControl',
  'navigation',
  'locks',
  'query',
  'held',
  'request',
  'DisplayNames',
  'dateStyle',
  'timeStyle',
  'numberingSystem',
  'clipboard',
  'writeText',
  'loadEventEnd',
];
/** What only they say: exports that a chunk has for the first file. */
const EXPORTS = [
  'createGovernance',
  'togglePanel',
  'toExplanations',
  'createDisplays',
  'explainWrong',
  'toUnsound',
  'isSoundContext',
  'toLocale',
  'place',
  'toStyles',
];

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesOf(file) : /\.tsx?$/.test(file) ? [file] : [];
  });
const wordsOf = (text) => text.match(/[\w$]+/g) ?? [];
/** Without comments: prose has every word there is. */
const readCode = (file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*/gm, '');
/** Quoted ones only: what a template says is a sentence or a selector. */
const STRINGS = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/** A string that is a name. */
const NAME = /^.[\w$-]+.$/;
/** A sentence is none, but for the places in it that are filled by name. */
const namesIn = (string) => (NAME.test(string) ? string : (string.match(/\{\w+\}/g) ?? []).join(' '));
/** What may be a property or a variable, without the prose of strings and templates around it. */
const withoutProse = (code) =>
  code.replace(STRINGS, namesIn).replace(/`[^`]*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '));

const findReserved = () => {
  const reserved = new Set([...EXPORTS, ...PLATFORM]);
  for (const file of [...filesOf('src'), ...filesOf('widgets')]) {
    // Nothing of the server or of the npm-only rooms travels to a page.
    if (/^src\/(collector|score|cli|testing)\//.test(file)) continue;
    const code = readCode(file);
    const outside = OUTSIDE.test(file)
      ? [withoutProse(code)]
      : (code.replace(/^import .*|\bfrom '.*/gm, '').match(STRINGS) ?? []).map(namesIn);
    const attributes = file.endsWith('x') ? (code.match(/[\w-]+(?==[{"])/g) ?? []) : [];
    for (const word of [...outside, ...attributes].flatMap(wordsOf)) reserved.add(word);
  }
  return [...reserved];
};

/** The short names; files that talk to each other share them. */
const names = new Map();

/** `compress`: what serves one file better than the rest. `shared`: the builds that must agree on the names of properties, which are made one after the other. */
const mangle = ({ properties = false, shared, compress }) => ({
  name: 'minify',
  async renderChunk(code, _chunk, { format }) {
    if (shared && !names.has(shared)) names.set(shared, { props: {} });
    const { code: minified, map } = await terser(code, {
      ecma: 2022,
      module: format === 'es',
      sourceMap: { asObject: true },
      // Two passes find what inlining the first time has made constant; unsafe_arrows is safe here: nothing of ours is called with new.
      compress: { passes: 3, ecma: 2022, pure_getters: true, unsafe_arrows: true, lhs_constants: false, ...compress },
      mangle: { properties: properties && { reserved: findReserved(), keep_quoted: 'strict' } },
      nameCache: shared ? { props: names.get(shared) } : undefined,
      format: { comments: false },
    });
    return { code: minified, map };
  },
});

export const minify = (options = {}) => [writeShort({ names: options.properties }), mangle(options)];

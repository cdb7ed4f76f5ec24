import path from 'node:path';
import { bundleForPage } from '../helpers/bundle.ts';
import { tag } from '../helpers/page.ts';
import type { HostilePage } from './hostilePage.ts';

/** How a page embeds scorelet. */
export interface Build {
  readonly name: 'the script tag' | 'the npm build';
  /** The markup that asks the survey of a page. `COLLECTOR` is the origin of the collector and of the files of the script tag. */
  toMarkup(page: HostilePage): string;
  /** The scripts that the site of the page serves itself, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The expression of the client. */
  readonly client: string;
}

const toAttribute = (name: string) => `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export const scriptTag: Build = {
  name: 'the script tag',
  toMarkup: ({ survey = {}, tag: own }) =>
    own ??
    tag(
      Object.entries({ metric: 'nps', brand: 'Acme', ...survey })
        .map(([name, value]) => `${toAttribute(name)}="${value}"`)
        .join(' '),
    ),
  files: {},
  client: 'scorelet',
};

const FOLDER = '/app/';
const ENTRY = `import { createScorelet } from ${JSON.stringify(path.resolve('dist/npm/index.js'))};
window.client = createScorelet(window.clientOptions);`;

/** Bundles the npm build like the application of a host page: minified, with its chunks in the folder of the application. */
export const bundleNpmBuild = async (): Promise<Build> => {
  const chunks = await bundleForPage(ENTRY);
  return {
    name: 'the npm build',
    toMarkup({ survey = {} }) {
      const options = {
        collector: 'COLLECTOR/collect',
        mode: 'live',
        brand: 'Acme',
        surveys: [{ id: 'nps', metric: 'nps', ...survey }],
      };
      // As a literal: a page may have changed how arrays become JSON.
      return `<script>window.clientOptions = ${JSON.stringify(options)};</script><script type="module" src="${FOLDER}entry.js"></script>`;
    },
    files: Object.fromEntries(Object.entries(chunks).map(([file, code]) => [FOLDER + file, code])),
    client: 'client',
  };
};

/**
 * Renders the tags of a survey: one that loads the script, and `application/json` tags with the definition and the commands. A strict CSP
 * blocks inline scripts, but not inline JSON.
 */
import type { Survey } from '../../src/schema/index.ts';
import { type Html, html, json } from '../start/html.ts';
import type { SiteOptions } from '../start/sites.ts';

export interface SurveyTag {
  /** The definition of a survey that attributes cannot express. */
  readonly definition?: Survey | undefined;
  /** The `data-` attributes of the script tag, without the prefix. `false` omits an attribute. */
  readonly attributes: Readonly<Record<string, string | false>>;
  readonly commands?: readonly (readonly [name: string, ...args: unknown[]])[] | undefined;
}

const toAttributes = (tag: SurveyTag, { collector, mode }: SiteOptions): [string, string][] =>
  Object.entries({ collector: `${collector}/collect`, mode: mode !== 'auto' && mode, ...tag.attributes }).flatMap(
    ([name, value]) => (value === false ? [] : [[`data-${name}`, value]]),
  );

/** Returns the attribute and the content of each JSON tag. */
const toJsonTags = ({ definition, commands = [] }: SurveyTag): (readonly [attribute: string, value: unknown])[] => [
  ...(definition ? [['data-scorelet', { surveys: [definition] }] as const] : []),
  ...commands.map((command) => ['data-scorelet-command', command] as const),
];

/** Renders the tags for the page. */
export const toSurveyTag = (tag: SurveyTag, site: SiteOptions, nonce: string): Html => html`
${toJsonTags(tag).map(
  ([attribute, value]) => html`<script type="application/json" ${attribute}>${json(value)}</script>
`,
)}<script async nonce="${nonce}" crossorigin src="${site.collector}/scorelet/scorelet.js"${toAttributes(tag, site).map(
  ([name, value]) => html` ${name}="${value}"`,
)}></script>`;

/** Returns the same tags as readable text, which the demo bar displays. */
export const toSurveyCode = (tag: SurveyTag, site: SiteOptions): string => {
  const attributes = toAttributes(tag, site).map(([name, value]) => `\n  ${name}="${value.replaceAll('"', '&quot;')}"`);
  const tags = toJsonTags(tag).map(
    ([attribute, value]) =>
      `<script type="application/json" ${attribute}>\n${JSON.stringify(value, undefined, 2)}\n</script>\n`,
  );
  const script = `<script async nonce="…" crossorigin\n  src="${site.collector}/scorelet/scorelet.js"${attributes.join('')}></script>`;
  return tags.join('') + script;
};

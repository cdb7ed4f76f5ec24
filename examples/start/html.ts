/** Markup that is inserted into a template without escaping. All other values are escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Fragment = Html | string | number | false | undefined | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const toMarkup = (part: Fragment): string => {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(toMarkup).join('');
  return part === false || part === undefined ? '' : escapeHtml(`${part}`);
};

/** Creates markup from a template. Escapes inserted values for text and for quoted attributes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Fragment[]): Html =>
  new Html(strings.reduce((before, after, index) => `${before}${toMarkup(parts[index - 1])}${after}`));

/** Converts a value to JSON for a `<script type="application/json">`. Escapes `<`, so that no text can end the tag. */
export const json = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));

/** Text that is markup already; everything else is escaped when it goes into a template. */
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

/** Makes markup from a template. What is filled in is escaped, for text and for quoted attributes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Fragment[]): Html =>
  new Html(strings.reduce((before, after, index) => `${before}${toMarkup(parts[index - 1])}${after}`));

/** JSON for a `<script type="application/json">`: without `<`, no text can end the tag. */
export const json = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));

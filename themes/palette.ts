/** A colour of the prompt, which the page can set with the custom property `--scorelet-<token>`. `shadow` is a `box-shadow`. */
export type Token =
  | 'surface'
  | 'option'
  | 'option-hover'
  | 'input'
  | 'text'
  | 'muted'
  | 'border'
  | 'control'
  | 'accent'
  | 'accent-hover'
  | 'on-accent'
  | 'focus'
  | 'danger'
  | 'danger-surface'
  | 'success'
  | 'shadow';

/** The value of each token in light and in dark mode. */
export type Palette = Readonly<Record<Token, readonly [light: string, dark: string]>>;

/**
 * Returns the CSS that sets the tokens as `--_<token>` in a shadow root. The public custom property of the page has precedence over the
 * palette's value.
 */
export const toRules = (palette: Partial<Palette>): string => {
  const write = (scheme: 0 | 1) =>
    `{${Object.entries(palette)
      .map(([token, values]) => `--_${token}:var(--scorelet-${token},${values[scheme]});`)
      .join('')}}`;
  return `:host${write(0)}@media (prefers-color-scheme:dark){:host([data-color-scheme=auto])${write(1)}}:host([data-color-scheme=dark])${write(1)}`;
};

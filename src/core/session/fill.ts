/** Replaces the placeholders `{name}` in a string. Unknown placeholders stay in the string. */
export const fill = (text: string, values: Record<string, string | number | undefined>): string =>
  text.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => `${(Object.hasOwn(values, name) ? values[name] : undefined) ?? whole}`,
  );

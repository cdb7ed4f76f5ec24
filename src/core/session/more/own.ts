/** Returns an own property of a value. A name that every object has, such as `constructor`, names nothing. */
export const own = (value: unknown, name: string): unknown =>
  value && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** Serializes although the page may have given arrays a `toJSON` of its own (Prototype.js does, and turns them into text). */
export const toJson = (value: unknown): string => {
  const { prototype } = Array;
  const patch = Object.getOwnPropertyDescriptor(prototype, 'toJSON');
  if (patch?.configurable) Reflect.deleteProperty(prototype, 'toJSON');
  try {
    return JSON.stringify(value);
  } finally {
    if (patch?.configurable) Object.defineProperty(prototype, 'toJSON', patch);
  }
};

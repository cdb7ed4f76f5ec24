/**
 * The document. An element of the page can take the place of a property of `document`: `<img name="body">` or `<form name="hidden">`. This
 * object reads each property from the prototype of the document, which no element can change.
 */
export const page: Document = new Proxy({} as Document, {
  get(_, name) {
    const value = Reflect.get(Document.prototype, name, document);
    return value?.call ? (...given: unknown[]) => value.apply(document, given) : value;
  },
});

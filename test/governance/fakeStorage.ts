/** Implements localStorage or sessionStorage. Its keys are own properties, as in a browser. */
export class FakeStorage {
  // Not an enumerable field, because that would be listed as a key.
  constructor(onChange: (key: string, value: string | null) => void) {
    Object.defineProperty(this, 'onChange', { value: onChange, enumerable: false });
  }
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? ((this as unknown as Record<string, string>)[key] as string) : null;
  }
  setItem(key: string, value: string): void {
    const before = this.getItem(key);
    (this as unknown as Record<string, string>)[key] = `${value}`;
    if (before !== `${value}`) this.tell(key, `${value}`);
  }
  removeItem(key: string): void {
    if (this.getItem(key) === null) return;
    delete (this as unknown as Record<string, string>)[key];
    this.tell(key, null);
  }
  tell(key: string, value: string | null): void {
    (this as unknown as { onChange: (key: string, value: string | null) => void }).onChange(key, value);
  }
}

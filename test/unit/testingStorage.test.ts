import { describe, expect, it } from 'vitest';
import { createTestStorage } from '../../src/testing/index.ts';

const keysIn = (storage: Storage) => {
  const keys: string[] = [];
  for (const key in storage) keys.push(key);
  return keys;
};

describe('a test storage', () => {
  it('stores strings with its methods and returns null for a missing key', () => {
    const storage = createTestStorage();
    storage.setItem('a', 1 as never);
    storage.setItem('b', '');
    expect([storage.getItem('a'), storage.getItem('b'), storage.getItem('c')]).toEqual(['1', '', null]);
    expect([storage.length, storage.key(0), storage.key(1), storage.key(2)]).toEqual([2, 'a', 'b', null]);
    storage.removeItem('a');
    expect(storage.key(0)).toBe('b');
    storage.clear();
    expect(storage.length).toBe(0);
  });

  it('has its keys as own properties, like localStorage', () => {
    const storage = createTestStorage();
    storage.setItem('a', '1');
    storage.b = 2;
    expect(storage.a).toBe('1');
    expect(storage.getItem('b')).toBe('2');
    expect(Object.keys(storage)).toEqual(['a', 'b']);
    expect(Object.entries(storage)).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(['a' in storage, 'c' in storage, Object.hasOwn(storage, 'a')]).toEqual([true, false, true]);
    delete storage.a;
    expect(storage.getItem('a')).toBeNull();
    expect(storage.a).toBeUndefined();
  });

  it('lists its keys before its methods in for … in, like a browser', () => {
    const storage = createTestStorage();
    storage.setItem('a', '1');
    expect(keysIn(storage)[0]).toBe('a');
    expect(keysIn(storage).slice(1).sort()).toEqual(['clear', 'getItem', 'key', 'length', 'removeItem', 'setItem']);
  });

  it('keeps its methods when a key has the name of a method', () => {
    const storage = createTestStorage();
    storage.setItem('getItem', 'x');
    Reflect.set(storage, 'length', 5);
    expect(storage.getItem('getItem')).toBe('x');
    expect(storage.getItem('length')).toBe('5');
    expect(storage.length).toBe(2);
    expect(Reflect.ownKeys(storage)).toEqual([]);
  });

  it('throws QuotaExceededError when keys and values exceed the quota, and keeps the stored values', () => {
    const storage = createTestStorage({ quota: 6 });
    storage.setItem('a', '12345');
    storage.setItem('a', '54321');
    expect(() => storage.setItem('b', '')).toThrow(expect.objectContaining({ name: 'QuotaExceededError' }));
    expect(() => storage.setItem('a', '123456')).toThrow(expect.objectContaining({ name: 'QuotaExceededError' }));
    expect(Object.entries(storage)).toEqual([['a', '54321']]);
    expect(() => createTestStorage({ quota: 0 }).setItem('a', '')).toThrow(DOMException);
  });

  it('throws SecurityError on every access with `failing`', () => {
    const storage = createTestStorage({ failing: true });
    const touches = [
      () => storage.getItem('a'),
      () => storage.setItem('a', '1'),
      () => storage.length,
      () => storage.a,
      () => Object.keys(storage),
      () => keysIn(storage),
      () => 'a' in storage,
      () => {
        storage.a = '1';
      },
      () => delete storage.a,
    ];
    for (const touch of touches) expect(touch).toThrow(expect.objectContaining({ name: 'SecurityError' }));
  });
});

import { describe, expect, it } from 'vitest';
import { isUrlMatch } from '../../src/core/rules/isUrlMatch.ts';
import { toReferrerClass } from '../../src/core/rules/referrerClass.ts';

const ADDRESS = 'https://shop.example/order/42/thanks/?step=paid&q=a%20b&q=c+d#/cart/full';

describe('a URL pattern', () => {
  it.each([
    ['/order/*', true],
    ['/order/42/thanks', true],
    ['/order/*/thanks/', true],
    ['/order', false],
    ['*/thanks', true],
    ['/', false],
    ['https://shop.example/*', true],
    ['https://shop.example/order/42/thanks', true],
    ['https://*.example/*', true],
    ['https://other.example/*', false],
    ['?step=paid', true],
    ['?step=p*d', true],
    ['?step', true],
    ['?step=free', false],
    ['?missing', false],
    ['?q=a b', true],
    ['?q=c d', true],
    ['#/cart*', true],
    ['#/cart', false],
    ['*', true],
    ['/o.der/*', false],
  ])('%s: %s', (pattern, matches) => {
    expect(isUrlMatch(pattern, ADDRESS)).toBe(matches);
  });

  it('with the path "/" matches a URL that has no path', () => {
    expect(isUrlMatch('/', 'https://shop.example')).toBe(true);
    expect(isUrlMatch('/', 'https://shop.example/?a=1')).toBe(true);
  });

  it('is matched in linear time, however many stars it has', () => {
    expect(isUrlMatch(`/${'a*'.repeat(240)}b`, `https://x.example/${'a'.repeat(20_000)}`)).toBe(false);
  });

  it('is compared literally with text that is not a URL or cannot be decoded', () => {
    expect(isUrlMatch('/a', 'nonsense')).toBe(false);
    expect(isUrlMatch('?a=%E0', 'https://x.example/?a=%E0')).toBe(true);
  });
});

describe('the class of a referrer', () => {
  it.each([
    ['', 'direct'],
    ['https://shop.example/cart', 'internal'],
    ['https://www.google.co.uk/search?q=x', 'search'],
    ['https://duckduckgo.com/', 'search'],
    ['https://t.co/abc', 'social'],
    ['https://m.facebook.com/', 'social'],
    ['https://notgoogle.example/', 'other'],
    ['https://search.brave.com/', 'search'],
    ['https://brave.com/', 'other'],
    ['https://x.com/a', 'social'],
    ['https://netflix.com/', 'other'],
    ['android-app://com.example/', 'other'],
  ])('%s: %s', (referrer, kind) => {
    expect(toReferrerClass(referrer, 'https://shop.example')).toBe(kind);
  });
});

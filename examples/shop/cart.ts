/** The cart lives in a cookie: the shop keeps nothing about anybody on its server. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { findProduct, GRINDS, type Grind, type Product } from './catalogue.ts';

export interface Line {
  readonly product: Product;
  /** How it is ground; nothing for what is no coffee. */
  readonly grind: Grind | undefined;
  readonly quantity: number;
}

export interface Totals {
  /** Euro cents. */
  readonly goods: number;
  readonly delivery: number;
  readonly total: number;
  readonly items: number;
}

const NAME = 'larkmoor-cart';
const MAX_LINES = 20;
export const MAX_QUANTITY = 20;
export const FREE_DELIVERY_FROM = 3500;
export const DELIVERY = { standard: 390, express: 790 } as const;
export type Delivery = keyof typeof DELIVERY;

export const toDelivery = (text: unknown): Delivery => (text === 'express' ? 'express' : 'standard');

/** Reads one line; who writes their own cookie gets an empty cart, not an error. */
const toLine = (text: string): Line | undefined => {
  const [slug = '', grind = '', count = ''] = text.split('~');
  const product = findProduct(slug);
  const quantity = Math.min(Math.trunc(Number(count)), MAX_QUANTITY);
  if (!product || !(quantity > 0)) return undefined;
  const known = product.kind === 'coffee' ? (GRINDS[Number(grind)] ?? GRINDS[0]) : undefined;
  return { product, grind: known, quantity };
};

/** Lines as text and back: `saddle-street~0~2.mug~~1`. */
export const readLines = (text: string): Line[] =>
  text
    .split('.')
    .slice(0, MAX_LINES)
    .flatMap((part) => toLine(part) ?? []);

export const writeLines = (lines: readonly Line[]): string =>
  lines
    .map(({ product, grind, quantity }) => {
      const index = grind === undefined ? -1 : GRINDS.indexOf(grind);
      return `${product.slug}~${index < 0 ? '' : index}~${quantity}`;
    })
    .join('.');

export const readCart = (context: Context): Line[] => readLines(getCookie(context, NAME) ?? '');

export const writeCart = (context: Context, lines: readonly Line[]): void => {
  if (lines.length === 0) deleteCookie(context, NAME);
  else setCookie(context, NAME, writeLines(lines), { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 2_592_000 });
};

/** Puts something in the cart; the same thing twice is one line. */
export const addLine = (lines: readonly Line[], added: Line): Line[] => {
  const isSame = (line: Line) => line.product === added.product && line.grind === added.grind;
  if (!lines.some(isSame)) return [...lines, added].slice(0, MAX_LINES);
  return lines.map((line) =>
    isSame(line) ? { ...line, quantity: Math.min(line.quantity + added.quantity, MAX_QUANTITY) } : line,
  );
};

export const toTotals = (lines: readonly Line[], how: Delivery = 'standard'): Totals => {
  const goods = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
  const items = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const free = how === 'standard' && goods >= FREE_DELIVERY_FROM;
  const delivery = lines.length === 0 || free ? 0 : DELIVERY[how];
  return { goods, delivery, total: goods + delivery, items };
};

/** Writes an amount the way people of that language do. */
export const toMoney = (cents: number, lang = 'en'): string =>
  new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-IE', { style: 'currency', currency: 'EUR' }).format(cents / 100);

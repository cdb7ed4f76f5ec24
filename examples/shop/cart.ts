/** Keeps the cart in a cookie. The server stores no data about customers. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { findProduct, GRINDS, type Grind, type Product } from './catalogue.ts';

export interface Line {
  readonly product: Product;
  /** The grind of a coffee; undefined for other products. */
  readonly grind: Grind | undefined;
  readonly quantity: number;
}

interface Totals {
  /** All amounts are in euro cents. */
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

/** Parses one line. Returns undefined for an invalid line, so a manipulated cookie causes no error. */
const toLine = (text: string): Line | undefined => {
  const [slug = '', grind = '', count = ''] = text.split('~');
  const product = findProduct(slug);
  const quantity = Math.min(Math.trunc(Number(count)), MAX_QUANTITY);
  if (!product || !(quantity > 0)) return undefined;
  const known = product.kind === 'coffee' ? (GRINDS[Number(grind)] ?? GRINDS[0]) : undefined;
  return { product, grind: known, quantity };
};

/** Parses the lines of a cart from a text such as `saddle-street~0~2.mug~~1`: slug, index of the grind, quantity. */
export const readLines = (text: string): Line[] =>
  text
    .split('.')
    .slice(0, MAX_LINES)
    .flatMap((part) => toLine(part) ?? []);

/** Converts lines to the text that `readLines` parses. */
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

/** Adds a line to the cart. Increases the quantity when the cart already has the same product with the same grind. */
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

/** Formats an amount of euro cents for a language. */
export const toMoney = (cents: number, lang = 'en'): string =>
  new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-IE', { style: 'currency', currency: 'EUR' }).format(cents / 100);

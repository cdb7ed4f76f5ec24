/** Keeps the last order in a cookie, so that its confirmation page can be opened again. The server stores no orders. */
import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Delivery, type Line, readLines, toDelivery, writeLines } from './cart.ts';

export interface Order {
  readonly number: string;
  readonly lines: readonly Line[];
  readonly delivery: Delivery;
  readonly name: string;
  readonly email: string;
  readonly address: readonly string[];
  /** Milliseconds since 1970. */
  readonly placedAt: number;
}

const NAME = 'larkmoor-order';

/** Creates a random order number that is easy to read out over the phone. */
export const toOrderNumber = (): string => `LM-${randomInt(10_000, 99_999)}-${randomInt(10, 99)}`;

export const writeOrder = (context: Context, order: Order): void => {
  const { lines, ...others } = order;
  const value = JSON.stringify({ ...others, lines: writeLines(lines) });
  setCookie(context, NAME, value, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 2_592_000 });
};

/** Reads the order with this number. Returns undefined when this browser has not placed it. */
export const readOrder = (context: Context, number: string): Order | undefined => {
  try {
    const order = JSON.parse(getCookie(context, NAME) ?? '');
    if (order.number !== number || !Number.isFinite(order.placedAt)) return undefined;
    return {
      number,
      lines: readLines(`${order.lines}`),
      delivery: toDelivery(order.delivery),
      name: `${order.name}`,
      email: `${order.email}`,
      address: Array.isArray(order.address) ? order.address.map(String) : [],
      placedAt: order.placedAt,
    };
  } catch {
    // The cookie is missing or invalid.
    return undefined;
  }
};

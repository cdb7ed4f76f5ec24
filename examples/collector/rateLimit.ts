import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimits {
  /** Requests a minute from one address. @default 600 */
  perIp?: number | undefined;
  /** Requests a minute with one publishable key, those without a key together. @default 6000 */
  perKey?: number | undefined;
}

const SECONDS = 60;
/** A key is part of what is counted by; nobody needs a longer one. */
const MAX_KEY_LENGTH = 100;

/** Creates what says how many seconds a sender has to wait; 0 when it may go on. */
export const createRateLimit = ({ perIp = 600, perKey = 6_000 }: RateLimits = {}) => {
  const ips = new RateLimiterMemory({ points: perIp, duration: SECONDS });
  const keys = new RateLimiterMemory({ points: perKey, duration: SECONDS });

  const wait = async (limiter: RateLimiterMemory, name: string): Promise<number> => {
    try {
      await limiter.consume(name);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };

  // The address first: made-up keys from one address must not fill the memory of the other limiter.
  return async (ip: string, key: string | undefined): Promise<number> =>
    (await wait(ips, ip)) || (await wait(keys, key?.slice(0, MAX_KEY_LENGTH) ?? ''));
};

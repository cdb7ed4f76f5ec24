import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimits {
  /** Requests per minute from one IP address. @default 600 */
  perIp?: number | undefined;
  /** Requests per minute with one publishable key. Requests without a key share one limit. @default 6000 */
  perKey?: number | undefined;
}

const SECONDS = 60;
/** Longer keys are truncated, to limit the memory of the limiter. */
const MAX_KEY_LENGTH = 100;

/** Creates a rate limiter. It resolves the seconds that a sender must wait, or 0 when the request is allowed. */
export const createRateLimit = ({ perIp = 600, perKey = 6_000 }: RateLimits = {}) => {
  const ips = new RateLimiterMemory({ points: perIp, duration: SECONDS });
  const keys = new RateLimiterMemory({ points: perKey, duration: SECONDS });

  const wait = async (limiter: RateLimiterMemory, name: string): Promise<number> => {
    try {
      await limiter.consume(name);
      return 0;
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };

  // The IP address is checked first, so that invented keys from one address cannot fill the memory of the key limiter.
  return async (ip: string, key: string | undefined): Promise<number> =>
    (await wait(ips, ip)) || (await wait(keys, key?.slice(0, MAX_KEY_LENGTH) ?? ''));
};

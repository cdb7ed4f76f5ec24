import { describe, expect, it } from 'vitest';
import { createScorelet } from '../../src/index.ts';

describe('a client without a document', () => {
  it('shows no survey, gives "off" as the reason, and reports no errors', async () => {
    const errors: unknown[] = [];
    const scorelet = createScorelet({
      collector: '/collect',
      surveys: [{ id: 'a', metric: 'nps' }],
      onError: (error) => errors.push(error),
    });
    scorelet.identify({ id: 'u' });
    scorelet.setContext({ channel: 'server' });
    scorelet.track('x');
    expect(await scorelet.show('a')).toEqual({ shown: false, reasons: ['off'] });
    await scorelet.flush();
    scorelet.reset();
    scorelet.destroy();
    expect(errors).toEqual([]);
  });
});

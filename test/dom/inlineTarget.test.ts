import { expect, it, onTestFinished } from 'vitest';
import type { ScoreletError } from '../../src/api/options.ts';
import { createScorelet } from '../../src/index.ts';
import { createTestCollector, fillJsdom, queryPrompt } from '../../src/testing/index.ts';

it.each([
  ['does not exist', undefined],
  ['is not an element', {} as Element],
  ['is a selector instead of an element', '#here' as unknown as Element],
])('an inline prompt is not shown and reports an error when its target %s', async (_, target) => {
  onTestFinished(fillJsdom());
  const collector = createTestCollector();
  const errors: ScoreletError[] = [];
  const uncaught: unknown[] = [];
  const listen = (event: ErrorEvent) => uncaught.push(event.error);
  addEventListener('error', listen);
  onTestFinished(() => removeEventListener('error', listen));
  const scorelet = createScorelet({
    collector: '/collect',
    transport: collector.transport,
    surveys: [{ id: 'a', metric: 'nps', trigger: 'manual', presentation: 'inline', target: '#nowhere' }],
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => scorelet.destroy());
  expect(await scorelet.show('a', { target })).toEqual({ shown: false, reasons: ['present_failed'] });
  expect(errors).toMatchObject([{ code: 'present_failed', message: 'Survey a: Error: No element #nowhere' }]);
  expect((await collector.waitFor('failed')).data).toMatchObject({ code: 'present_failed' });
  expect([queryPrompt(), uncaught]).toEqual([null, []]);
});

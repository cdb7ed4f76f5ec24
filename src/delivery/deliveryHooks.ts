import type { Report, ScoreletOptions } from '../api/options.ts';
import { callHost } from '../browser/callHost.ts';
import type { OutboxOptions } from './outbox/outboxOptions.ts';

/** Connects the outbox to the hooks of the host page. Without an `onError` hook, events that are given up are not reported to the console. */
export const toDeliveryHooks = (
  { onDelivery, onUndeliverable, onError }: ScoreletOptions,
  report: Report,
): Pick<OutboxOptions, 'onDelivery' | 'onUndeliverable'> => {
  return {
    onDelivery(delivered) {
      callHost(report, 'onDelivery', () => onDelivery?.(delivered));
    },
    onUndeliverable(undeliverable) {
      if (onError) report('undeliverable', `Event ${undeliverable.id}: ${undeliverable.code}`);
      callHost(report, 'onUndeliverable', () => onUndeliverable?.(undeliverable));
    },
  };
};

import type { Report, ScoreletOptions } from '../api/options.ts';
import type { OutboxOptions } from './outbox/outboxOptions.ts';

/** Connects the outbox to the hooks of the host page. Without an `onError` hook, events that are given up are not reported to the console. */
export const toDeliveryHooks = (
  { onDelivery, onUndeliverable, onError }: ScoreletOptions,
  report: Report,
): Pick<OutboxOptions, 'onDelivery' | 'onUndeliverable'> => {
  const guarded =
    <T>(name: string, callback: ((value: T) => void) | undefined) =>
    (value: T) => {
      try {
        callback?.(value);
      } catch (cause) {
        report('callback_failed', `${name}: ${cause}`, { cause });
      }
    };
  return {
    onDelivery: guarded('onDelivery', onDelivery),
    onUndeliverable: guarded('onUndeliverable', (undeliverable) => {
      if (onError) report('undeliverable', `Event ${undeliverable.id}: ${undeliverable.code}`);
      onUndeliverable?.(undeliverable);
    }),
  };
};

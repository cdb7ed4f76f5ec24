import type { Report, ScoreletOptions } from '../api/options.ts';
import type { OutboxOptions } from './outbox/outboxOptions.ts';

/**
 * Connects the outbox to the hooks of the host page. Network and collector failures are not errors of the page, so a page without
 * a hook hears nothing of them, not even on the console.
 */
export const toDeliveryHooks = (
  { onDelivery, onUndeliverable, onError }: ScoreletOptions,
  report: Report,
): Pick<OutboxOptions, 'onDelivery' | 'onUndeliverable' | 'onRetry'> => {
  const guarded = <T>(name: string, callback: ((value: T) => void) | undefined, value: T) => {
    try {
      callback?.(value);
    } catch (cause) {
      report('callback_failed', `${name}: ${cause}`, { cause });
    }
  };
  return {
    onDelivery: (delivered) => guarded('onDelivery', onDelivery, delivered),
    onUndeliverable(undeliverable) {
      guarded('onUndeliverable', onUndeliverable, undeliverable);
      const { id, code } = undeliverable;
      if (onError) report('undeliverable', `Event ${id}: ${code}`);
    },
    onRetry(status) {
      if (onError) report('delivery_failed', `Collector: ${status}`);
    },
  };
};

export type { CollectorOptions } from './collector.ts';
export { createCollector } from './collector.ts';
export type { Rejection } from './readBatch.ts';
export type { EventStore, ReceivedEvent } from './store.ts';

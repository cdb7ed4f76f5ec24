export type { CollectorOptions } from './collector.ts';
export { createCollector } from './collector.ts';
export type { Rejection } from './readBatch.ts';
export type { EventStore, HistoryQuestion, ReceivedEvent } from './store.ts';
export { toHistoryFacts } from './toHistoryFacts.ts';

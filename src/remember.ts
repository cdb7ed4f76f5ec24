/** Writes down on the device what became of a display. */
import { toJson } from './browser/toJson.ts';
import { toNextRecord } from './core/nextRecord.ts';
import type { DisplayEnvironment } from './display.ts';
import { CLOCKS } from './outbox/keys.ts';
import type { EventName, Subject, Survey } from './schema/index.ts';

/** On a device that many people log in to, those who were asked longest ago are forgotten. */
const MAX_RECORDS = 100;

export const remember = (
  { memory, store, now }: Pick<DisplayEnvironment, 'memory' | 'store' | 'now'>,
  survey: Survey,
  outcome: EventName | 'never',
  subject: Subject | undefined,
): void => {
  const key = memory.keyOf(survey.id);
  const tags = memory.tagsOf(survey);
  const record = memory.read(key) ?? { tags, asks: 0, marks: {}, subjects: {} };
  const next = toNextRecord(record, outcome, subject, now());
  if (next === record) return;
  store.set(key, toJson({ ...next, tags }));
  const lastAskOf = (each: string) => memory.read(each)?.marks.displayed?.[1] ?? 0;
  const [oldest, ...others] = store
    .keys(CLOCKS)
    .filter((each) => each !== key)
    .sort((a, b) => lastAskOf(a) - lastAskOf(b));
  if (others.length > MAX_RECORDS) store.set(oldest as string, undefined);
};

import { toBatch } from './batch.ts';
import { createDisk } from './disk.ts';
import { createPace } from './pace.ts';
import { post } from './post.ts';
import { toAskedMs, toPauseMs, toVerdict } from './receipt.ts';
import { createRecords } from './records.ts';

/** What an outbox is built from. The simulation replaces parts by faulty ones and must notice. */
export const PARTS = { createDisk, createRecords, createPace, toBatch, post, toVerdict, toAskedMs, toPauseMs };

export type Parts = typeof PARTS;

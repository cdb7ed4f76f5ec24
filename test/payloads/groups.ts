/** Puts many slots into one document, so that one prompt shows many payloads at once. */
import { checkOptions } from '../../src/schema/index.ts';
import { complete, fuse } from './complete.ts';
import { PAYLOADS } from './corpus/payloads.ts';
import { documentSchema, SLOTS } from './document.ts';
import { fits } from './fits.ts';
import type { Json, JsonObject } from './jsonSchema.ts';
import { isKnown } from './known.ts';
import { mend } from './mend.ts';
import type { Slot } from './slots.ts';

/** Parts of a slot's name. A slot with one of them hides others, such as a translation its original: they are never in one document. */
const APART = [
  'options.brand',
  'options.theme',
  'privacyUrl',
  'link.url',
  'options.locale.',
  'options.locale',
  'translations',
  'experiment.variants',
  'trigger',
  'targeting',
  'frequency',
  'titleBySegment',
  'endings',
  'labels',
  'icons',
  '.brand',
  '.target',
  'closeAfter',
];

const layerOf = ({ name }: Slot): string => APART.find((part) => name.includes(part)) ?? 'others';

/** Makes a whole document from what some slots need. */
export const toDocument = (partial: Json): JsonObject =>
  complete(documentSchema, mend(partial as JsonObject)) as JsonObject;

/** The slots of one document. */
export interface Group {
  readonly layer: string;
  readonly slots: readonly Slot[];
}

/** Returns a text that stands for the payload of a slot, matches its schema, and shows whether the product replaces placeholders in it. */
export const toMarker = ({ schema }: Slot, index: number): string => {
  const markers = [`\u27e6${index}\u27e7{no|or}`, `m${index}m`, `/m${index}m`];
  const marker = markers.find((each) => fits(schema, each));
  // What is neither a wording, an id nor an address cannot be told from other text: a duration, a colour.
  return marker ?? ['9s', '#0b6477'].find((each) => fits(schema, each)) ?? '';
};

const fuseAll = (slots: readonly Slot[], toText: (slot: Slot, index: number) => string): Json | undefined =>
  slots.reduce<Json | undefined>(
    (all, slot, index) => (index > 0 && all === undefined ? undefined : fuse(all, slot.place(toText(slot, index)))),
    undefined,
  );

const isWhole = (slots: readonly Slot[]): boolean => {
  const fused = fuseAll(slots, toMarker);
  return fused !== undefined && checkOptions(toDocument(fused).options).length === 0;
};

/** Parts of a survey that the long form treats in its own way. All other common fields are shown in the short form only. */
const OWN_IN_LONG_FORM = ['translations', 'experiment', 'questions'];
/** What is shown in the long form only: it has a question of each kind. */
const LONG_FORM_ONLY = ['translations'];

const SURVEY = /surveys\[(\d)\]\.?/;
const NAMES = new Set(SLOTS.map(({ name }) => name));

/** Returns true when a browser shows this slot. All forms of a survey have the same fields, which run through the same code. */
const isShown = ({ name }: Slot): boolean => {
  const [, form, rest = ''] = name.split(SURVEY);
  if (form === undefined) return name !== 'options.collector';
  const isOwn = OWN_IN_LONG_FORM.some((part) => rest.startsWith(part));
  if (form === '3') return isOwn || !NAMES.has(`options.surveys[0].${rest}`);
  if (form === '0') return !LONG_FORM_ONLY.some((part) => rest.startsWith(part));
  return !NAMES.has(`options.surveys[0].${rest}`);
};

/** The slots that are shown in a browser. */
export const SHOWN: readonly Slot[] = SLOTS.filter(isShown);

/** Puts each slot into the first document of its layer that has room for it. */
export const toGroups = (slots: readonly Slot[] = SHOWN): Group[] => {
  const groups: { layer: string; slots: Slot[] }[] = [];
  for (const slot of slots) {
    const layer = layerOf(slot);
    const group = groups.find((each) => each.layer === layer && isWhole([...each.slots, slot]));
    if (group) group.slots.push(slot);
    else groups.push({ layer, slots: [slot] });
  }
  return groups;
};

/** A document with a text in each of its slots. */
export interface Run {
  readonly document: JsonObject;
  /** The texts by the numbers of their slots. A slot that cannot take the payload has its marker. */
  readonly texts: readonly string[];
}

const toRun = (slots: readonly Slot[], texts: readonly string[]): Run => {
  const fused = fuseAll(slots, (_, index) => texts[index] ?? '');
  if (fused === undefined) throw new Error(`Two texts clash in ${slots.map(({ name }) => name)}.`);
  return { document: toDocument(fused), texts };
};

/** Returns the run with the markers, and then one run for each payload. With a `step` of 1, each slot has each payload that its schema permits. */
export const toRuns = ({ slots }: Group, step = 1): Run[] => {
  const markers = slots.map(toMarker);
  const turns = PAYLOADS.map((_, turn) => turn).filter((turn) => turn % step === 0);
  const runs = turns.map((turn) =>
    slots.map((slot, index) => {
      const payload = PAYLOADS[(turn + index) % PAYLOADS.length] as string;
      return fits(slot.schema, payload) && !isKnown(payload) ? payload : (markers[index] as string);
    }),
  );
  return [markers, ...runs].map((texts) => toRun(slots, texts));
};

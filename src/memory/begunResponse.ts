/** A response that is not complete, as the tab keeps it: after a reload, the prompt continues where it was. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import { BEGUN, LINK_USED } from './keys.ts';
import { pack, unpack } from './versioned.ts';

const DAY_MS = 86_400_000;

interface Begun<Payload> {
  /** Of the client and of the survey: another version may read the payload differently. */
  readonly version: string;
  /** When it was kept, milliseconds since 1970. */
  readonly at: number;
  readonly payload: Payload;
}

/** Keeps a response until it is taken, or the tab is closed. */
export const keepBegun = <Payload>(surveyId: string, begun: Begun<Payload>): boolean =>
  keepInTab(BEGUN + surveyId, pack(begun));

/** Takes the response out of the tab; returns it if it is of the same version and not older than a day. */
export const takeBegun = <Payload>(surveyId: string, version: string, now: number): Payload | undefined => {
  const begun = unpack(takeFromTab(BEGUN + surveyId)) as Partial<Begun<Payload>>;
  return begun.version === version && now - Number(begun.at) < DAY_MS ? begun.payload : undefined;
};

/** Drops the response: it is over. */
export const dropBegun = (surveyId: string): void => void takeFromTab(BEGUN + surveyId);

/** Returns true when the tab has a response of a survey, whatever its version. */
export const hasBegun = (store: KeyValueStore, surveyId: string): boolean => store.isInTab(BEGUN + surveyId);

/** Keeps that a response which began with a link is complete, so that loading the same page again does not ask again. */
export const keepLinkUsed = (surveyId: string): boolean => keepInTab(LINK_USED + surveyId, pack({}));

export const isLinkUsed = (store: KeyValueStore, surveyId: string): boolean => store.isInTab(LINK_USED + surveyId);

/** An incomplete response. It is stored in the tab, so that the prompt continues after a reload. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import { BEGUN, DRAFT, LINK_USED } from './keys.ts';
import { pack, unpack } from './versioned.ts';

const DAY_MS = 86_400_000;

interface Begun<Payload> {
  /** The versions of the client and the survey. Another version may interpret the stored payload differently, so it does not use it. */
  readonly version: string;
  /** When the response was stored, in milliseconds since 1970. */
  readonly at: number;
  readonly payload: Payload;
}

/**
 * Stores an incomplete response until it is taken or the tab is closed. An open one is shown again on the next page of the tab; a draft only
 * when the survey is shown anyway.
 */
export const keepBegun = <Payload>(surveyId: string, begun: Begun<Payload>, isOpen: boolean): boolean =>
  keepInTab((isOpen ? BEGUN : DRAFT) + surveyId, pack(begun));

/** Removes the incomplete response from the tab's storage. Returns it when it has the same version and is not older than a day. */
export const takeBegun = <Payload>(surveyId: string, version: string, now: number): Payload | undefined => {
  const begun = unpack(takeFromTab(BEGUN + surveyId) ?? takeFromTab(DRAFT + surveyId)) as Partial<Begun<Payload>>;
  return begun.version === version && now - Number(begun.at) < DAY_MS ? begun.payload : undefined;
};

/** Removes the open response to a survey from the tab's storage. */
export const dropBegun = (surveyId: string): void => void takeFromTab(BEGUN + surveyId);

/** Returns true when the tab has an open response to a survey, of any version. */
export const hasBegun = (store: KeyValueStore, surveyId: string): boolean => store.isInTab(BEGUN + surveyId);

/** Returns true when the tab has a draft of a response to a survey, of any version. */
export const hasDraft = (store: KeyValueStore, surveyId: string): boolean => store.isInTab(DRAFT + surveyId);

/**
 * Records in the tab that the respondent completed a response from a link in an email, so that loading the same page again does not ask
 * again.
 */
export const keepLinkUsed = (surveyId: string): boolean => keepInTab(LINK_USED + surveyId, pack({}));

export const isLinkUsed = (store: KeyValueStore, surveyId: string): boolean => store.isInTab(LINK_USED + surveyId);

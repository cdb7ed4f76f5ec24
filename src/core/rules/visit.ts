/** One browsing visit of the host page: pages not more than half an hour apart. */

export interface Visit {
  /** Milliseconds since 1970. */
  readonly begun: number;
  /** When its last page was opened. */
  readonly seen: number;
  /** Where its first page was come to from. */
  readonly referrer: ReferrerClass;
}

export type ReferrerClass = 'direct' | 'internal' | 'search' | 'social' | 'other';

const LONGEST_PAUSE_MS = 1_800_000;

/** Goes on with the visit that was stored, or begins one. */
export const toVisit = (stored: string | undefined, now: number, referrer: ReferrerClass): Visit => {
  try {
    const visit = JSON.parse(`${stored}`) as Visit;
    // A clock that was set back makes no visit endless.
    if (visit.begun <= visit.seen && visit.seen <= now && now - visit.seen < LONGEST_PAUSE_MS)
      return { ...visit, seen: now };
  } catch {
    // None yet.
  }
  return { begun: now, seen: now, referrer };
};

/** Names of sites by the part before their country: `google.co.uk` is one. */
const SEARCH =
  /(^|\.)(google|bing|duckduckgo|yahoo|ecosia|baidu|yandex|startpage|qwant|naver|sogou|seznam|kagi|search\.brave)\./;
const SOCIAL =
  /(^|\.)(facebook|instagram|linkedin|twitter|reddit|pinterest|tiktok|youtube|threads|mastodon|whatsapp|vk|weibo)\.|^(t\.co|x\.com|lnkd\.in|t\.me|bsky\.app|youtu\.be)$/;

/** Says what kind of place a page was come to from; `referrer` as `document.referrer` has it. */
export const toReferrerClass = (referrer: string, origin: string): ReferrerClass => {
  if (!referrer) return 'direct';
  const [from, host = ''] = /^\w+:\/\/([^/?#:]*)[^/?#]*/.exec(referrer) ?? [];
  if (from === origin) return 'internal';
  if (SEARCH.test(host)) return 'search';
  return SOCIAL.test(host) ? 'social' : 'other';
};

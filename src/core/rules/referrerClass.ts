export type ReferrerClass = 'direct' | 'internal' | 'search' | 'social' | 'other';

/** Names of well-known sites without the country domain: `google` matches `google.co.uk` too. */
const SEARCH =
  'google bing duckduckgo yahoo ecosia baidu yandex startpage qwant naver sogou seznam kagi search.brave'.split(' ');
const SOCIAL =
  'facebook instagram linkedin twitter reddit pinterest tiktok youtube threads mastodon whatsapp vk weibo'.split(' ');
/** Hosts of well-known sites whose name is too short to match by its first part. */
const SOCIAL_HOSTS = ['t.co', 'x.com', 'lnkd.in', 't.me', 'bsky.app', 'youtu.be'];

const isOneOf = (names: readonly string[], host: string) => names.some((name) => `.${host}`.includes(`.${name}.`));

/** Classifies the source of a visit. `referrer` is `document.referrer`. */
export const toReferrerClass = (referrer: string, origin: string): ReferrerClass => {
  if (!referrer) return 'direct';
  const [from, host = ''] = /^\w+:\/\/([^/?#:]*)[^/?#]*/.exec(referrer) ?? [];
  if (from === origin) return 'internal';
  if (isOneOf(SEARCH, host)) return 'search';
  return isOneOf(SOCIAL, host) || SOCIAL_HOSTS.includes(host) ? 'social' : 'other';
};

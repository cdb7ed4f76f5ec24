/**
 * Returns true when a text matches a pattern in which `*` matches any text. The running time is linear in the length of the text for any
 * number of stars.
 */
const isLike = (wanted: string, text: string): boolean => {
  const [first = '', ...parts] = wanted.split('*');
  const last = parts.pop();
  if (last === undefined) return wanted === text;
  const end = text.length - last.length;
  let at = first.length;
  if (end < at || !text.startsWith(first) || !text.endsWith(last)) return false;
  return parts.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0 && at <= end;
  });
};

const withoutSlash = (text: string) => text.replace(/(.)\/$/, '$1');

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/**
 * Returns true when a URL matches a pattern. The form of the pattern selects the part of the URL that is compared: `/order/*` the path,
 * `?step=paid` each query parameter, `#/cart*` the hash, any other pattern the whole URL without query and hash. `*` matches any text. A
 * trailing slash is ignored.
 */
export const isUrlMatch = (pattern: string, address: string): boolean => {
  const [, origin = '', path = '', query = '', hash = ''] =
    /^(\w+:\/\/[^/?#]*)([^?#]*)\??([^#]*)(.*)$/s.exec(address) ?? [];
  if (pattern.startsWith('?')) {
    const [name = '', wanted = '*'] = pattern.slice(1).split(/=(.*)/);
    const values = query.split('&').map((each) => each.split(/=(.*)/).map(decode));
    return values.some(([key, value = '']) => key === name && isLike(wanted, value));
  }
  if (pattern.startsWith('#')) return isLike(pattern, hash);
  const text = pattern.startsWith('/') ? path || '/' : origin + path;
  return isLike(withoutSlash(pattern), withoutSlash(text));
};

/** Addresses that run a script, leave the site, or carry something past a check of their scheme. */

/** Schemes that must never become a link. */
const SCHEMES = ['javascript:xss()', 'data:text/html,<script>xss()</script>', 'vbscript:xss()'];

/** Puts something into the scheme that parsers of addresses drop, decode or skip. */
const DISGUISES: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => address.toUpperCase().replace('XSS', 'xss'),
  (address) => ` ${address}`,
  (address) => `\u0001${address}`,
  (address) => `${address.slice(0, 4)}\t${address.slice(4)}`,
  (address) => `${address.slice(0, 4)}\n${address.slice(4)}`,
  (address) => `${address.slice(0, 4)}\r\n${address.slice(4)}`,
  (address) => address.replace(':', '&colon;'),
  (address) => address.replace(':', '&#58;'),
  (address) => `&#x${address.charCodeAt(0).toString(16)};${address.slice(1)}`,
  (address) => address.replace(':', '\u200b:'),
  (address) => `\ufeff${address}`,
];

export const schemes: readonly string[] = [
  ...SCHEMES.flatMap((address) => DISGUISES.map((disguise) => disguise(address))),
  'javascript://%0axss()',
  'javascript://x.example/%0d%0axss()//',
  'javascript:void(0)',
  "javascript:'<script>xss()</script>'",
  'jar:javascript:xss()!/',
  'view-source:javascript:xss()',
  'feed:javascript:xss()',
  'blob:null/00000000-0000-4000-8000-000000000000',
  'filesystem:http://localhost/temporary/x.html',
  'file:///etc/passwd',
  'about:blank',
  'intent://x#Intent;scheme=javascript;end',
  'ftp://evil.invalid/x',
  'ws://evil.invalid/',
];

/** Addresses of other sites, and paths that resolve to something unexpected. The pattern of the schema lets some of them through. */
export const places: readonly string[] = [
  '//evil.invalid/x',
  '/\\evil.invalid/x',
  '\\\\evil.invalid\\x',
  '///evil.invalid',
  '/\t/evil.invalid/x',
  './javascript:xss()',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '/redirect?to=javascript:xss()',
  '/a#javascript:xss()',
  'x/javascript:xss()',
  'https://evil.invalid/<script>xss()</script>',
  'https://user:pass@evil.invalid/',
  'https://localhost@evil.invalid/',
  'https://evil.invalid\u3002example/',
  'https://xn--80ak6aa92e.invalid/',
  'https://[::1',
  'https://a.example:99999/',
  'http://evil.invalid/?a=1&b=2',
  'https://evil.invalid/\u202egnp.exe',
  'https://',
  'mailto:a@b.example?cc=c@d.example&body=%0d%0aBcc:e@f.example',
  'tel:+1;phone-context=evil.invalid',
];

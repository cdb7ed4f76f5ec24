import { type HostilePage, script } from './hostilePage.ts';

const OLD_ARRAY_FROM = `Array.from = function (list) {
  var out = [];
  for (var i = 0; i < ((list && list.length) || 0); i++) out[i] = list[i];
  return out;
};`;

/** Names of options, surveys, questions, occasions and events, which a page may have put on every object. */
const OUR_NAMES = [
  'collector',
  'metric',
  'trigger',
  'targeting',
  'frequency',
  'surveys',
  'theme',
  'mode',
  'consent',
  'locale',
  'key',
  'report',
  'history',
  'debug',
  'brand',
  'title',
  'low',
  'high',
  'thanks',
  'style',
  'target',
  'subject',
  'properties',
  'force',
  'resume',
  'anchor',
  'prefill',
  'takeFocus',
  'experiment',
  'sampling',
  'respondent',
  'traits',
  'role',
  'context',
  'privacyUrl',
  'placement',
  'presentation',
  'transport',
  'present',
  'beforeShow',
  'beforeSend',
  'isEligible',
  'onError',
  'onDelivery',
  'onUndeliverable',
  'storage',
  'now',
  'id',
  'type',
  'name',
  'version',
  'group',
  'scope',
  'touchpoint',
  'variant',
  'labels',
  'lead',
  'titleUs',
  'max',
  'min',
  'offset',
  'translations',
  'followUp',
  'questions',
  'segment',
  'issue',
  'place',
  'release',
  'body',
  'headers',
];
const pollute = (value: string) => script(`for (const name of ${JSON.stringify(OUR_NAMES)}) ${value}`);

export const builtinPages: readonly HostilePage[] = [
  {
    name: 'a library replaced Array.from and gave arrays a toJSON, like Prototype.js',
    head: script(`${OLD_ARRAY_FROM}
      Array.prototype.toJSON = function () { return '[' + this.map(JSON.stringify).join(', ') + ']'; };
      Array.prototype.entries = Array.prototype.toArray = function () { return this.slice(); };
      Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
      Object.prototype.hasFlag = function () { return false; };
      Function.prototype.bind = function () { return this; };`),
    everywhere: true,
  },
  {
    name: 'a library replaced Array.from with one that wraps a value, like MooTools',
    head: script(`Array.from = function (item) {
      return item == null ? [] : typeof item.length === 'number' && typeof item !== 'string' ? Array.prototype.slice.call(item) : [item];
    };
    Array.prototype.include = Array.prototype.contains = function () {};
    Object.merge = Object.append = function () {};`),
  },
  {
    name: 'zone.js patched promises, timers and listeners',
    libraries: ['zone.js/bundles/zone.umd.js'],
    everywhere: true,
  },
  {
    name: 'Object.assign copies nothing',
    head: script('Object.assign = function (target) { return target; };'),
  },
  {
    name: 'getters with our names are on every object',
    head: pollute(
      'Object.defineProperty(Object.prototype, name, { get() { return undefined; }, set(value) { Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true }); } });',
    ),
  },
  {
    name: 'functions with our names are on every object',
    head: pollute(
      'Object.defineProperty(Object.prototype, name, { value() { return this; }, writable: true, configurable: true });',
    ),
    everywhere: true,
  },
  {
    name: 'data with our names are on every object, also in loops over its keys',
    head: pollute("Object.prototype[name] = 'polluted';"),
  },
  { name: 'core-js 2 patched the built-ins', libraries: ['core-js/client/shim.js'] },
  { name: 'core-js 3 patched the built-ins', libraries: ['core-js-bundle/index.js'] },
  {
    name: 'the prototypes of built-ins are frozen',
    head: script(
      'for (const each of [Object, Array, Function, Promise, Map, Set, String]) Object.freeze(each.prototype);',
    ),
  },
];

// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Meanings, Node } from './node.ts';

/** What keys mean, wherever they stand. What is left to a later table means anything. */
export const meanings: Meanings = [
  ['collector privacyUrl', [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))']],
  ['key group event subject role type', [2, 80, 1, '^[\\w.:-]+$']],
  ['brand id target thanks title low high accountId', [2, 500, 1]],
  ['locale', [8, [2, 500, 1], [0, 'check']]],
  ['mode', 'auto live preview test off'],
  ['consent', 'granted pending denied'],
  ['persistence', 'local memory'],
  ['wire', 'simple cloudevents'],
  ['report history debug targeting frequency priority sampling experiment', [0, 'rules']],
  ['metric', 'nps csat ces'],
  ['trigger', [8, 'load manual', [6, 'event'], [0, 'rules']]],
  ['presentation', [8, 'popover inline', [0, 'extras']]],
  ['placement', [8, 'bottom-end bottom-start top-end top-start', [0, 'extras']]],
  ['offset endings closeAfter translations minLength labels icons segments', [0, 'extras']],
  ['askLater required', [1]],
  ['followUp', [8, [1], [6, 'title titleBySegment required minLength maxLength']]],
  ['style', [8, 'number', [0, 'extras']]],
  ['variant', [8, 'ces2 ease5', [0, 'extras']]],
  ['traits', [9, [2, 80, 1, '^[\\w.:-]+$'], [8, [2, 500, 1], [3], [1]]]],
];
/** What all other keys mean. */
export const other: Node = [0, 'check'];
export const settingsNode: Node = [
  6,
  'collector key brand locale theme colorScheme mode consent persistence wire redact context preload report history debug',
  1,
];
export const surveyNode: Node = [
  6,
  'id metric version group trigger targeting frequency priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style labels icons variant questions',
  1,
  [['id', [2, 80, 1, '^[\\w.:-]+$']]],
];
export const respondentNode: Node = [6, 'id accountId role traits'];
export const subjectNode: Node = [6, 'type id', 2];

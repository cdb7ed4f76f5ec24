// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Meanings, Node } from './node.ts';

/** What keys mean, wherever they stand; what means anything is left to the whole table. */
export const meanings: Meanings = [
  ['collector privacyUrl', [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))']],
  ['key id event group subject role type', [2, 80, 1, '^[\\w.:-]+$']],
  ['brand journeyStage intent target thanks title low high accountId', [2, 500, 1]],
  ['colorScheme', 'light dark auto'],
  ['mode', 'auto live preview test off'],
  ['consent', 'granted pending denied'],
  ['persistence', 'local memory'],
  ['wire', 'simple cloudevents'],
  ['preload', 'idle trigger'],
  ['version', [3, 4000, 0, 1]],
  ['trigger', [8, 'load manual', [6, 'event where scroll exit idle click delay cancelOn expires']]],
  ['delay', [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$']],
  ['scope', 'relational transactional'],
  ['touchpoint', [6, 'id journeyStage intent', 1]],
  ['askLater required', [1]],
  ['followUp', [8, [1], [6, 'title titleBySegment required minLength maxLength']]],
  ['variant', 'ces2 ease5 ces1'],
  ['metric', 'nps csat ces'],
  ['traits', [9, '^[\\w.:-]+$', [8, [2, 500, 1], [3], [1]]]],
  ['', [0]],
];
export const settingsNode: Node = [
  6,
  'collector key brand locale theme colorScheme mode consent persistence wire context preload report history debug',
  1,
];
export const surveyNode: Node = [
  8,
  [
    6,
    'id metric version trigger targeting frequency group priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style labels icons variant',
    2,
  ],
  [
    6,
    'id questions version trigger targeting frequency group priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style labels icons variant',
    2,
  ],
];
export const respondentNode: Node = [6, 'id accountId role traits', 0, { id: [2, 500, 1] }];
export const subjectNode: Node = [6, 'type id', 2, { id: [2, 500, 1] }];
export const propertiesNode: Node = [9, '^[\\w.:-]+$', [8, [2, 500, 1], [3], [1]]];

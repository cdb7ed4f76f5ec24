// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Meanings, Node } from './node.ts';

/** What the fields of the rules mean, wherever they stand. */
export const meanings: Meanings = [
  ['trigger', [8, 'load manual', [6, 'event where scroll exit idle click delay cancelOn expires']]],
  ['event id', [2, 80, 1, '^[\\w.:-]+$']],
  [
    'where traits',
    [
      9,
      [2, 80, 1, '^[\\w.:-]+$'],
      [8, [8, [2, 500, 1], [3], [1]], [5, 50, 1, [8, [2, 500, 1], [3], [1]]], [6, 'min max not known']],
    ],
  ],
  ['min max', [3]],
  ['not', [8, [8, [2, 500, 1], [3], [1]], [5, 50, 1, [8, [2, 500, 1], [3], [1]]]]],
  ['known debug', [1]],
  ['scroll', [10, 100, 1, 1]],
  ['exit', [4, true]],
  ['idle delay expires', [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$']],
  ['click title low high thanks', [2, 500, 1]],
  ['cancelOn', [5, 20, 1, [2, 80, 1, '^[\\w.:-]+$']]],
  ['targeting', [6, 'url notUrl traits devices locales referrers roles']],
  ['url notUrl locales roles', [5, 50, 1, [2, 500, 1]]],
  ['devices', [5, 3, 1, 'phone tablet desktop']],
  ['referrers', [5, 5, 1, 'direct internal search social other']],
  ['frequency', [6, 'clocks']],
  ['clocks', [9, [2, 80, 1, '^[\\w.:-]+$'], [8, [4, false], [6, 'per displayed answered dismissed snoozed times', 1]]]],
  ['per', 'survey subject metric group scope touchpoint all'],
  ['displayed answered dismissed snoozed', [2, 80, 0, '^(\\d{1,8}(ms|mo|[smhdwy])|visit|ever)$']],
  ['times', [10, 1000, 1, 1]],
  ['sampling', [10, 1, 0]],
  ['experiment', [6, 'id variants', 2]],
  ['variants', [5, 8, 2, [6, 'id weight title low high thanks', 1]]],
  ['weight', [10, 1000, 0]],
  ['priority', [10, 1000, -1000, 1]],
  ['report', 'decisions'],
  ['history', 'collector'],
];
/** What all other keys mean. */
export const other: Node = [0, 'rules'];
export const rulesNode: Node = [6, 'trigger targeting frequency sampling experiment priority report history debug'];

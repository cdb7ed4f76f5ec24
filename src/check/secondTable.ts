// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Meanings, Node } from './node.ts';

/** What keys mean, wherever they stand. The first table has the meanings that it checks completely; the inside of the rules has a table of its own. */
export const meanings: Meanings = [
  [
    'locale',
    [
      8,
      [2, 500, 1],
      [
        9,
        [2, 80, 1, '^[\\w.:-]+$'],
        [8, [2, 500, 1], [9, [2, 80, 1, '^[\\w.:-]+$'], [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]]]]],
      ],
    ],
  ],
  ['theme', [8, 'ink tide clay iris contrast', [2, 80, 0, '^#([\\da-fA-F]{3}){1,2}$'], [6, 'accent', 1]]],
  ['accent', [2, 80, 0, '^#([\\da-fA-F]{3}){1,2}$']],
  ['colorScheme', 'light dark auto'],
  ['redact', 'pii'],
  ['context', [6, 'touchpoint channel experiment resolution', 0, [['experiment', [6, 'id variant', 2]]]]],
  ['touchpoint', [6, 'id journeyStage intent', 1]],
  ['id variant', [2, 80, 1, '^[\\w.:-]+$']],
  [
    'resolution',
    [6, 'ticketId agent team queue category timeToResolutionMs firstResponseMs handleTimeMs firstContact'],
  ],
  ['timeToResolutionMs firstResponseMs handleTimeMs', [10, 1000000000000, 0]],
  ['firstContact multiple other', [1]],
  ['preload', 'idle trigger'],
  ['version minLength maxLength', [10, 4000, 0, 1]],
  ['trigger', [0, 'rules']],
  ['scope', 'relational transactional'],
  ['presentation', 'popover inline modal banner anchored tab'],
  ['placement', 'bottom-end bottom-start top-end top-start bottom top start end'],
  ['offset', [6, 'x y']],
  ['x y', [10, 400, 0, 1]],
  ['endings', [5, 8, 1, [6, 'segments thanks link']]],
  ['segments', [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult']],
  ['link', [6, 'url label', 2]],
  ['url', [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))']],
  ['closeAfter', [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$']],
  [
    'translations',
    [
      9,
      [2, 80, 1, '^[\\w.:-]+$'],
      [
        9,
        [2, 80, 1, '^[\\w.:-]+$'],
        [
          8,
          [2, 500, 1],
          [
            9,
            [2, 80, 1, '^[\\w.:-]+$'],
            [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]], [9, [2, 80, 1, '^[\\w.:-]+$'], [2, 500, 1]]],
          ],
        ],
      ],
    ],
  ],
  ['titleBySegment', [6, 'promoter passive detractor satisfied neutral dissatisfied easy difficult']],
  ['min', [4, 1]],
  ['max', [4, 10]],
  ['style', 'number'],
  ['labels', [5, 7, 2, [2, 500, 1]]],
  ['icons', [5, 11, 1, [2, 16, 1]]],
  [
    'questions',
    [
      5,
      20,
      1,
      [
        7,
        'type',
        {
          nps: [6, 'type id title low high required min max style', 0, [['min', [4, 0]]]],
          csat: [
            6,
            'type id title low high required min max style labels icons',
            0,
            [
              ['max', [4, 5]],
              ['style', 'number label star emoji'],
            ],
          ],
          ces: [
            6,
            'type id title low high required variant min max style labels icons',
            0,
            [
              ['variant', 'ces2 ease5 ces1'],
              ['max', [4, 5, 7]],
              ['style', 'number label emoji'],
            ],
          ],
          rating: [
            6,
            'title min max polarity type id low high required style labels icons',
            4,
            [
              ['min', [10, 99, -10, 1]],
              ['max', [10, 100, -9, 1]],
              ['style', 'number label star emoji thumb'],
            ],
          ],
          text: [6, 'type id required segments title titleBySegment minLength maxLength'],
          choice: [6, 'title options type id required segments multiple other', 2],
          email: [6, 'type title id required segments'],
          consent: [6, 'title type id required segments', 1],
        },
      ],
    ],
  ],
  ['polarity', 'higher_is_better lower_is_better'],
  ['options', [5, 20, 2, [6, 'id label', 2]]],
];
/** What all other keys mean. */
export const other: Node = [2, 500, 1];
export const settingsNode: Node = [
  6,
  'collector key brand locale theme colorScheme mode consent persistence wire redact context preload report history debug',
  1,
];
export const surveyNode: Node = [
  7,
  'metric',
  {
    nps: [
      6,
      'id metric version group trigger targeting frequency priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style',
      1,
      [['min', [4, 0]]],
    ],
    csat: [
      6,
      'id metric version group trigger targeting frequency priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style labels icons',
      1,
      [
        ['max', [4, 5]],
        ['style', 'number label star emoji'],
      ],
    ],
    ces: [
      6,
      'id metric version group trigger targeting frequency priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp variant min max style labels icons',
      1,
      [
        ['variant', 'ces2 ease5 ces1'],
        ['max', [4, 5, 7]],
        ['style', 'number label emoji'],
      ],
    ],
  },
  [
    6,
    'id questions version group trigger targeting frequency priority sampling experiment subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater',
    2,
  ],
];
export const contextNode: Node = [
  6,
  'touchpoint channel experiment resolution',
  0,
  [['experiment', [6, 'id variant', 2]]],
];
export const respondentNode: Node = [6, 'id accountId role traits', 0, [['id', [2, 500, 1]]]];
export const subjectNode: Node = [6, 'type id', 2, [['id', [2, 500, 1]]]];

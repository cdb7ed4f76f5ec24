// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Meanings, Node } from './check.ts';

/** What keys mean, wherever they stand. */
export const meanings: Meanings = [
  ['collector privacyUrl', [2, 500, 1, '^(https?:\\/\\/|\\.{0,2}\\/|[\\w-]+([/.?]|$))']],
  ['key id variant event subject', [2, 80, 1, '^[\\w.:-]+$']],
  [
    'brand locale journeyStage intent channel ticketId agent team queue category nonce target thanks title low high promoter passive detractor satisfied neutral dissatisfied easy difficult accountId',
    [2, 500, 1],
  ],
  ['theme', [4, 'ink']],
  ['colorScheme', [4, 'light', 'dark', 'auto']],
  ['mode', [4, 'auto', 'live', 'preview', 'test', 'off']],
  ['consent', [4, 'granted', 'pending', 'denied']],
  ['context', [6, 'touchpoint channel experiment resolution']],
  ['touchpoint', [6, 'id! journeyStage intent']],
  ['experiment', [6, 'id! variant!']],
  [
    'resolution',
    [6, 'ticketId agent team queue category timeToResolutionMs firstResponseMs handleTimeMs firstContact'],
  ],
  ['timeToResolutionMs firstResponseMs handleTimeMs', [3, 0, 1000000000000]],
  ['firstContact askLater required', 1],
  ['preload', [4, 'idle', 'trigger']],
  ['metric type', [4, 'nps']],
  ['version minLength maxLength', [3, 0, 4000, 1]],
  ['trigger', [8, [4, 'load', 'manual'], [6, 'event delay']]],
  ['delay', [2, 80, undefined, '^\\d{1,8}(ms|[smhdw])$']],
  ['scope', [4, 'relational', 'transactional']],
  ['presentation', [4, 'popover', 'inline']],
  ['placement', [4, 'bottom-end', 'bottom-start', 'top-end', 'top-start']],
  ['followUp', [8, 1, [6, 'title titleBySegment required minLength maxLength']]],
  ['titleBySegment', [6, 'promoter passive detractor satisfied neutral dissatisfied easy difficult']],
  ['min', [4, 1]],
  ['max', [4, 10]],
  ['style', [4, 'number', 'label']],
  ['labels', [5, [2, 500, 1], 7, 2]],
  [
    'questions',
    [
      5,
      [
        7,
        'type',
        {
          nps: [6, 'type! id title low high required min max style', { min: [4, 0], style: [4, 'number'] }],
          csat: [6, 'type! id title low high required min max style labels', { type: [4, 'csat'], max: [4, 5] }],
          ces: [
            6,
            'type! id title low high required variant min max style labels',
            { type: [4, 'ces'], variant: [4, 'ces2', 'ease5', 'ces1'], max: [4, 5, 7] },
          ],
          rating: [
            6,
            'type! id title! low high required min! max! polarity! style labels',
            { type: [4, 'rating'], min: [3, -10, 99, 1], max: [3, -9, 100, 1] },
          ],
          text: [6, 'type! id title titleBySegment required minLength maxLength', { type: [4, 'text'] }],
        },
      ],
      5,
      1,
    ],
  ],
  ['polarity', [4, 'higher_is_better', 'lower_is_better']],
  ['traits', [9, '^[\\w.:-]+$', [8, [2, 500, 1], [3], 1]]],
];
export const settingsNode: Node = [
  6,
  'collector! key brand locale theme colorScheme mode consent context preload nonce',
];
export const surveyNode: Node = [
  7,
  'metric',
  {
    nps: [
      6,
      'metric! id! version trigger subject scope touchpoint presentation placement target brand thanks privacyUrl askLater title low high followUp min max style',
      { min: [4, 0], style: [4, 'number'] },
    ],
    csat: [
      6,
      'metric! id! version trigger subject scope touchpoint presentation placement target brand thanks privacyUrl askLater title low high followUp min max style labels',
      { metric: [4, 'csat'], max: [4, 5] },
    ],
    ces: [
      6,
      'metric! id! version trigger subject scope touchpoint presentation placement target brand thanks privacyUrl askLater title low high followUp variant min max style labels',
      { metric: [4, 'ces'], variant: [4, 'ces2', 'ease5', 'ces1'], max: [4, 5, 7] },
    ],
  },
  [
    6,
    'id! version trigger subject scope touchpoint presentation placement target brand thanks privacyUrl askLater questions!',
  ],
];
export const contextNode: Node = [6, 'touchpoint channel experiment resolution'];
export const respondentNode: Node = [6, 'id accountId traits', { id: [2, 500, 1] }];
export const subjectNode: Node = [6, 'type! id!', { type: [2, 80, 1, '^[\\w.:-]+$'], id: [2, 500, 1] }];
export const propertiesNode: Node = [9, '^[\\w.:-]+$', [8, [2, 500, 1], [3], 1]];

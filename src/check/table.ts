// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Node } from './check.ts';

const n0: Node = [2, 200, 1];
const n1: Node = [4, 'nps'];
const n2: Node = [2, 500, 1];
const n3: Node = [4, 'ces'];
const n4: Node = [4, 'csat'];
const n5: Node = [3, 0, 4000, 1];
const n6: Node = [3, 1, 4000, 1];
const n7: Node = [4, 'number'];
const n8: Node = [3, 1, 1000000, 1];
const n9: Node = [5, [2, 80, 1], 7, 2];
const n10: Node = [3, 0, 1000000000000];
const n11: Node = [4, 'number', 'label'];
const n12: Node = [2, 80, 1, '^[\\w.:-]+$'];
const n13: Node = [4, 'popover', 'inline'];
const n14: Node = [4, 'ces2', 'ease5', 'ces1'];
const n15: Node = [4, 'relational', 'transactional'];
const n16: Node = [9, '^[\\w.:-]+$', [8, [2, 500], [3], 1]];
const n17: Node = [4, 'bottom-end', 'bottom-start', 'top-end', 'top-start'];
const n18: Node = [2, 2000, 1, '^(https?:\\/\\/|\\/|\\.\\/|\\.\\.\\/|[\\w-])'];
const n19: Node = [6, { id: n12, journeyStage: [2, 80, 1], intent: [2, 80, 1] }, 'id'];
const n20: Node = [8, [4, 'load', 'manual'], [6, { event: n12, delay: [2, 12, undefined, '^\\d+(ms|s|m|h|d|w)$'] }]];
const n21: Node = [
  6,
  { promoter: n2, passive: n2, detractor: n2, satisfied: n2, neutral: n2, dissatisfied: n2, easy: n2, difficult: n2 },
];
const n22: Node = [8, 1, [6, { title: n2, titleBySegment: n21, required: 1, minLength: n5, maxLength: n6 }]];
const n23: Node = [
  6,
  {
    touchpoint: n19,
    channel: [2, 80, 1],
    experiment: [6, { id: n12, variant: n12 }, 'id variant'],
    resolution: [
      6,
      {
        ticketId: n0,
        agent: n0,
        team: n0,
        queue: n0,
        category: n0,
        timeToResolutionMs: n10,
        firstResponseMs: n10,
        handleTimeMs: n10,
        firstContact: 1,
      },
    ],
  },
];

export const settingsNode: Node = [
  6,
  {
    collector: n18,
    key: n12,
    brand: [2, 80, 1],
    locale: [2, 35, 2],
    theme: [4, 'ink'],
    colorScheme: [4, 'light', 'dark', 'auto'],
    mode: [4, 'auto', 'live', 'preview', 'test', 'off'],
    consent: [4, 'granted', 'pending', 'denied'],
    context: n23,
    preload: [4, 'idle', 'trigger'],
    nonce: [2, 200],
  },
  'collector',
];
export const surveyNode: Node = [
  7,
  'metric',
  {
    nps: [
      6,
      {
        metric: n1,
        id: n12,
        version: n8,
        trigger: n20,
        subject: n12,
        scope: n15,
        touchpoint: n19,
        presentation: n13,
        placement: n17,
        target: n0,
        brand: [2, 80, 1],
        thanks: n2,
        privacyUrl: n18,
        askLater: 1,
        title: n2,
        low: [2, 80, 1],
        high: [2, 80, 1],
        followUp: n22,
        min: [4, 0],
        max: [4, 10],
        style: n7,
      },
      'metric id',
    ],
    csat: [
      6,
      {
        metric: n4,
        id: n12,
        version: n8,
        trigger: n20,
        subject: n12,
        scope: n15,
        touchpoint: n19,
        presentation: n13,
        placement: n17,
        target: n0,
        brand: [2, 80, 1],
        thanks: n2,
        privacyUrl: n18,
        askLater: 1,
        title: n2,
        low: [2, 80, 1],
        high: [2, 80, 1],
        followUp: n22,
        min: [4, 1],
        max: [4, 5],
        style: n11,
        labels: n9,
      },
      'metric id',
    ],
    ces: [
      6,
      {
        metric: n3,
        id: n12,
        version: n8,
        trigger: n20,
        subject: n12,
        scope: n15,
        touchpoint: n19,
        presentation: n13,
        placement: n17,
        target: n0,
        brand: [2, 80, 1],
        thanks: n2,
        privacyUrl: n18,
        askLater: 1,
        title: n2,
        low: [2, 80, 1],
        high: [2, 80, 1],
        followUp: n22,
        variant: n14,
        min: [4, 1],
        max: [4, 5, 7],
        style: n11,
        labels: n9,
      },
      'metric id',
    ],
  },
  [
    6,
    {
      id: n12,
      version: n8,
      trigger: n20,
      subject: n12,
      scope: n15,
      touchpoint: n19,
      presentation: n13,
      placement: n17,
      target: n0,
      brand: [2, 80, 1],
      thanks: n2,
      privacyUrl: n18,
      askLater: 1,
      questions: [
        5,
        [
          7,
          'type',
          {
            nps: [
              6,
              {
                type: n1,
                id: n12,
                title: n2,
                low: [2, 80, 1],
                high: [2, 80, 1],
                required: 1,
                min: [4, 0],
                max: [4, 10],
                style: n7,
              },
              'type',
            ],
            csat: [
              6,
              {
                type: n4,
                id: n12,
                title: n2,
                low: [2, 80, 1],
                high: [2, 80, 1],
                required: 1,
                min: [4, 1],
                max: [4, 5],
                style: n11,
                labels: n9,
              },
              'type',
            ],
            ces: [
              6,
              {
                type: n3,
                id: n12,
                title: n2,
                low: [2, 80, 1],
                high: [2, 80, 1],
                required: 1,
                variant: n14,
                min: [4, 1],
                max: [4, 5, 7],
                style: n11,
                labels: n9,
              },
              'type',
            ],
            rating: [
              6,
              {
                type: [4, 'rating'],
                id: n12,
                title: n2,
                low: [2, 80, 1],
                high: [2, 80, 1],
                required: 1,
                min: [3, -10, 99, 1],
                max: [3, -9, 100, 1],
                polarity: [4, 'higher_is_better', 'lower_is_better'],
                style: n11,
                labels: n9,
              },
              'type title min max polarity',
            ],
            text: [
              6,
              { type: [4, 'text'], id: n12, title: n2, titleBySegment: n21, required: 1, minLength: n5, maxLength: n6 },
              'type',
            ],
          },
        ],
        5,
        1,
      ],
    },
    'id questions',
  ],
];
export const contextNode: Node = n23;
export const respondentNode: Node = [6, { id: n0, accountId: n0, traits: n16 }];
export const subjectNode: Node = [6, { type: n12, id: n0 }, 'type id'];
export const propertiesNode: Node = n16;

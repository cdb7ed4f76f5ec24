// Generated from src/schema by `npm run generate`. A test holds it to the schemas.
import type { Node } from './node.ts';

/** With what `table.ts` lets pass. */
export const surveyInsideNode: Node = [
  7,
  'metric',
  {
    nps: [
      6,
      'id metric version trigger subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style',
      1,
      {
        presentation: 'popover inline modal banner anchored tab',
        placement: 'bottom-end bottom-start top-end top-start bottom top start end',
        offset: [6, 'x y', 0, { x: [3, 400, 0, 1], y: [3, 400, 0, 1] }],
        endings: [
          5,
          8,
          1,
          [
            6,
            'segments thanks link',
            0,
            {
              segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'],
              link: [
                6,
                'url label',
                2,
                { url: [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))'], label: [2, 500, 1] },
              ],
            },
          ],
        ],
        closeAfter: [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$'],
        translations: [
          9,
          '^[\\w.:-]+$',
          [
            9,
            '^[\\w.:-]+$',
            [
              8,
              [2, 500, 1],
              [9, '^[\\w.:-]+$', [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]], [9, '^[\\w.:-]+$', [2, 500, 1]]]],
            ],
          ],
        ],
        followUp: [
          8,
          [1],
          [
            6,
            'title titleBySegment required minLength maxLength',
            0,
            {
              titleBySegment: [
                6,
                'promoter passive detractor satisfied neutral dissatisfied easy difficult',
                0,
                {
                  promoter: [2, 500, 1],
                  passive: [2, 500, 1],
                  detractor: [2, 500, 1],
                  satisfied: [2, 500, 1],
                  neutral: [2, 500, 1],
                  dissatisfied: [2, 500, 1],
                  easy: [2, 500, 1],
                  difficult: [2, 500, 1],
                },
              ],
              minLength: [3, 4000, 0, 1],
              maxLength: [3, 4000, 0, 1],
            },
          ],
        ],
        min: [4, 0],
        max: [4, 10],
        style: 'number',
      },
    ],
    csat: [
      6,
      'id metric version trigger subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp min max style labels icons',
      1,
      {
        presentation: 'popover inline modal banner anchored tab',
        placement: 'bottom-end bottom-start top-end top-start bottom top start end',
        offset: [6, 'x y', 0, { x: [3, 400, 0, 1], y: [3, 400, 0, 1] }],
        endings: [
          5,
          8,
          1,
          [
            6,
            'segments thanks link',
            0,
            {
              segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'],
              link: [
                6,
                'url label',
                2,
                { url: [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))'], label: [2, 500, 1] },
              ],
            },
          ],
        ],
        closeAfter: [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$'],
        translations: [
          9,
          '^[\\w.:-]+$',
          [
            9,
            '^[\\w.:-]+$',
            [
              8,
              [2, 500, 1],
              [9, '^[\\w.:-]+$', [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]], [9, '^[\\w.:-]+$', [2, 500, 1]]]],
            ],
          ],
        ],
        followUp: [
          8,
          [1],
          [
            6,
            'title titleBySegment required minLength maxLength',
            0,
            {
              titleBySegment: [
                6,
                'promoter passive detractor satisfied neutral dissatisfied easy difficult',
                0,
                {
                  promoter: [2, 500, 1],
                  passive: [2, 500, 1],
                  detractor: [2, 500, 1],
                  satisfied: [2, 500, 1],
                  neutral: [2, 500, 1],
                  dissatisfied: [2, 500, 1],
                  easy: [2, 500, 1],
                  difficult: [2, 500, 1],
                },
              ],
              minLength: [3, 4000, 0, 1],
              maxLength: [3, 4000, 0, 1],
            },
          ],
        ],
        min: [4, 1],
        max: [4, 5],
        style: 'number label star emoji',
        labels: [5, 7, 2, [2, 500, 1]],
        icons: [5, 11, 1, [2, 16, 1]],
      },
    ],
    ces: [
      6,
      'id metric version trigger subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater title low high followUp variant min max style labels icons',
      1,
      {
        presentation: 'popover inline modal banner anchored tab',
        placement: 'bottom-end bottom-start top-end top-start bottom top start end',
        offset: [6, 'x y', 0, { x: [3, 400, 0, 1], y: [3, 400, 0, 1] }],
        endings: [
          5,
          8,
          1,
          [
            6,
            'segments thanks link',
            0,
            {
              segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'],
              link: [
                6,
                'url label',
                2,
                { url: [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))'], label: [2, 500, 1] },
              ],
            },
          ],
        ],
        closeAfter: [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$'],
        translations: [
          9,
          '^[\\w.:-]+$',
          [
            9,
            '^[\\w.:-]+$',
            [
              8,
              [2, 500, 1],
              [9, '^[\\w.:-]+$', [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]], [9, '^[\\w.:-]+$', [2, 500, 1]]]],
            ],
          ],
        ],
        followUp: [
          8,
          [1],
          [
            6,
            'title titleBySegment required minLength maxLength',
            0,
            {
              titleBySegment: [
                6,
                'promoter passive detractor satisfied neutral dissatisfied easy difficult',
                0,
                {
                  promoter: [2, 500, 1],
                  passive: [2, 500, 1],
                  detractor: [2, 500, 1],
                  satisfied: [2, 500, 1],
                  neutral: [2, 500, 1],
                  dissatisfied: [2, 500, 1],
                  easy: [2, 500, 1],
                  difficult: [2, 500, 1],
                },
              ],
              minLength: [3, 4000, 0, 1],
              maxLength: [3, 4000, 0, 1],
            },
          ],
        ],
        min: [4, 1],
        max: [4, 5, 7],
        style: 'number label emoji',
        labels: [5, 7, 2, [2, 500, 1]],
        icons: [5, 11, 1, [2, 16, 1]],
      },
    ],
  },
  [
    6,
    'id questions version trigger subject scope touchpoint presentation placement offset target brand thanks endings closeAfter translations privacyUrl askLater',
    2,
    {
      presentation: 'popover inline modal banner anchored tab',
      placement: 'bottom-end bottom-start top-end top-start bottom top start end',
      offset: [6, 'x y', 0, { x: [3, 400, 0, 1], y: [3, 400, 0, 1] }],
      endings: [
        5,
        8,
        1,
        [
          6,
          'segments thanks link',
          0,
          {
            segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'],
            link: [
              6,
              'url label',
              2,
              { url: [2, 500, 1, '^(https?://|\\.{0,2}/|[\\w-]+([/.?]|$))'], label: [2, 500, 1] },
            ],
          },
        ],
      ],
      closeAfter: [2, 80, 0, '^\\d{1,8}(ms|[smhdw])$'],
      translations: [
        9,
        '^[\\w.:-]+$',
        [
          9,
          '^[\\w.:-]+$',
          [
            8,
            [2, 500, 1],
            [9, '^[\\w.:-]+$', [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]], [9, '^[\\w.:-]+$', [2, 500, 1]]]],
          ],
        ],
      ],
      questions: [
        5,
        20,
        1,
        [
          7,
          'type',
          {
            nps: [
              6,
              'type id title low high required min max style',
              0,
              { min: [4, 0], max: [4, 10], style: 'number' },
            ],
            csat: [
              6,
              'type id title low high required min max style labels icons',
              0,
              {
                min: [4, 1],
                max: [4, 5],
                style: 'number label star emoji',
                labels: [5, 7, 2, [2, 500, 1]],
                icons: [5, 11, 1, [2, 16, 1]],
              },
            ],
            ces: [
              6,
              'type id title low high required variant min max style labels icons',
              0,
              {
                min: [4, 1],
                max: [4, 5, 7],
                style: 'number label emoji',
                labels: [5, 7, 2, [2, 500, 1]],
                icons: [5, 11, 1, [2, 16, 1]],
              },
            ],
            rating: [
              6,
              'title min max polarity type id low high required style labels icons',
              4,
              {
                min: [3, 99, -10, 1],
                max: [3, 100, -9, 1],
                polarity: 'higher_is_better lower_is_better',
                style: 'number label star emoji thumb',
                labels: [5, 7, 2, [2, 500, 1]],
                icons: [5, 11, 1, [2, 16, 1]],
              },
            ],
            text: [
              6,
              'type id required segments title titleBySegment minLength maxLength',
              0,
              {
                segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'],
                titleBySegment: [
                  6,
                  'promoter passive detractor satisfied neutral dissatisfied easy difficult',
                  0,
                  {
                    promoter: [2, 500, 1],
                    passive: [2, 500, 1],
                    detractor: [2, 500, 1],
                    satisfied: [2, 500, 1],
                    neutral: [2, 500, 1],
                    dissatisfied: [2, 500, 1],
                    easy: [2, 500, 1],
                    difficult: [2, 500, 1],
                  },
                ],
                minLength: [3, 4000, 0, 1],
                maxLength: [3, 4000, 0, 1],
              },
            ],
            choice: [
              6,
              'title options type id required segments multiple other',
              2,
              {
                options: [5, 20, 2, [6, 'id label', 2, { label: [2, 500, 1] }]],
                segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'],
                multiple: [1],
                other: [1],
              },
            ],
            email: [
              6,
              'type title id required segments',
              0,
              { segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'] },
            ],
            consent: [
              6,
              'title type id required segments',
              1,
              { segments: [5, 8, 1, 'promoter passive detractor satisfied neutral dissatisfied easy difficult'] },
            ],
          },
        ],
      ],
    },
  ],
];
/** With what `table.ts` lets pass. */
export const settingsInsideNode: Node = [
  6,
  'collector key brand locale theme colorScheme mode consent persistence wire context preload',
  1,
  {
    locale: [
      8,
      [2, 500, 1],
      [9, '^[\\w.:-]+$', [8, [2, 500, 1], [9, '^[\\w.:-]+$', [8, [2, 500, 1], [5, 7, 2, [2, 500, 1]]]]]],
    ],
    theme: [8, 'ink tide clay iris', [6, 'accent', 1, { accent: [2, 80, 0, '^#([\\da-fA-F]{3}){1,2}$'] }]],
    context: [
      6,
      'touchpoint channel experiment resolution',
      0,
      {
        channel: [2, 500, 1],
        experiment: [6, 'id variant', 2, { variant: [2, 80, 1, '^[\\w.:-]+$'] }],
        resolution: [
          6,
          'ticketId agent team queue category timeToResolutionMs firstResponseMs handleTimeMs firstContact',
          0,
          {
            ticketId: [2, 500, 1],
            agent: [2, 500, 1],
            team: [2, 500, 1],
            queue: [2, 500, 1],
            category: [2, 500, 1],
            timeToResolutionMs: [3, 1000000000000, 0],
            firstResponseMs: [3, 1000000000000, 0],
            handleTimeMs: [3, 1000000000000, 0],
            firstContact: [1],
          },
        ],
      },
    ],
  },
];
/** With what `table.ts` lets pass. */
export const contextInsideNode: Node = [
  6,
  'touchpoint channel experiment resolution',
  0,
  {
    channel: [2, 500, 1],
    experiment: [6, 'id variant', 2, { variant: [2, 80, 1, '^[\\w.:-]+$'] }],
    resolution: [
      6,
      'ticketId agent team queue category timeToResolutionMs firstResponseMs handleTimeMs firstContact',
      0,
      {
        ticketId: [2, 500, 1],
        agent: [2, 500, 1],
        team: [2, 500, 1],
        queue: [2, 500, 1],
        category: [2, 500, 1],
        timeToResolutionMs: [3, 1000000000000, 0],
        firstResponseMs: [3, 1000000000000, 0],
        handleTimeMs: [3, 1000000000000, 0],
        firstContact: [1],
      },
    ],
  },
];

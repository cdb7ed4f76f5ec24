/** An article with an inline CSAT survey at its end. */
import type { Hono } from 'hono';
import type { Survey } from '../../../src/schema/index.ts';
import { html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import type { Layout } from '../layout.ts';

const STEPS: readonly (readonly [time: string, what: string])[] = [
  ['0:00', 'Rinse the paper, add 18 g of coffee and pour 50 g of water. Swirl once. It should rise like dough.'],
  ['0:45', 'Pour to 150 g in slow circles, from the middle outwards and back.'],
  ['1:30', 'Pour to 300 g. Keep the level even and stay off the paper.'],
  ['2:15', 'One gentle swirl, so that the bed settles flat.'],
  ['3:15', 'The last drops fall. Between three and three and a half minutes is right.'],
];

/** A CSAT question with stars and a follow-up for each segment. Only dissatisfied and neutral respondents are asked what was missing. */
const SURVEY: Survey = {
  id: 'guide-satisfaction',
  presentation: 'inline',
  target: '#rate-guide',
  askLater: false,
  privacyUrl: '/privacy',
  // The default caps `any` and `ignored` are off: every visitor of the demo should see this survey, also after the survey of an
  // order and after several displays without an answer. After an answer the survey does not appear for 30 days; "Start over" resets this.
  frequency: { clocks: { any: false, ignored: false } },
  questions: [
    { type: 'csat', style: 'star', title: 'How satisfied are you with this guide?' },
    {
      type: 'choice',
      id: 'missing',
      title: 'What did you miss?',
      segments: ['dissatisfied', 'neutral'],
      multiple: true,
      other: true,
      options: [
        { id: 'pictures', label: 'Pictures of each step' },
        { id: 'grind', label: 'How fine to grind for my grinder' },
        { id: 'amounts', label: 'Amounts for more than one cup' },
        { id: 'reasons', label: 'Why it is done that way' },
      ],
    },
    {
      type: 'choice',
      id: 'next',
      title: 'Which guide should we write next?',
      segments: ['satisfied'],
      other: true,
      options: [
        { id: 'espresso', label: 'Espresso at home' },
        { id: 'milk', label: 'Milk foam without a machine' },
        { id: 'cold-brew', label: 'Cold brew' },
      ],
    },
  ],
  endings: [
    {
      segments: ['satisfied'],
      thanks: 'Thank you. Enjoy your cup!',
      link: { url: '/products/guji-highland', label: 'The coffee we brew this way' },
    },
    { thanks: 'Thank you. We will put it into the next edition.' },
  ],
};

export const addGuide = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/guide/pour-over', (context) =>
    layout(context, {
      title: 'Pour-over without the fuss',
      survey: {
        id: SURVEY.id,
        attributes: {},
        definition: SURVEY,
        commands: [['setContext', { channel: 'web', touchpoint: { id: 'guide-pour-over', journeyStage: 'use' } }]],
      },
      main: html`<article class="guide">
<header>
<p class="eyebrow">Guide · 4 minutes</p>
<h1>Pour-over without the fuss</h1>
<p class="lead">You need a scale, a kettle with a thin spout and freshly ground coffee. The rest is pouring slowly.</p>
</header>
<img src="/images/guide.svg" alt="A mug, a dripper on a glass server half full of coffee, and a kettle" width="1000" height="460">
<h2>The recipe</h2>
<dl class="facts">
<div><dt>Coffee</dt><dd>18 g, ground like coarse sand</dd></div>
<div><dt>Water</dt><dd>300 g at 94 °C</dd></div>
<div><dt>Time</dt><dd>3:00 to 3:30</dd></div>
</dl>
<ol class="timeline">${STEPS.map(([time, what]) => html`<li><span class="time">${time}</span><p>${what}</p></li>`)}</ol>
<h2>When it does not taste right</h2>
<p><strong>Sour and thin?</strong> The water went through too fast. Grind a little finer, or pour in smaller circles.</p>
<p><strong>Bitter and dry?</strong> It took too long. Grind coarser, and stop the clock at three and a half minutes.</p>
<p><strong>Flat?</strong> Look at the roast date. After two months a coffee has said what it had to say.</p>
<p>We brew the <a href="/products/guji-highland">Guji Highland</a> this way every morning, with our <a href="/products/kettle">gooseneck kettle</a>.</p>
<div id="rate-guide" class="rate"></div>
</article>`,
    }),
  );
};

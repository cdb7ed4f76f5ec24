/** Formats the content of the debug panel as text for a bug report. */
import { toGateName, toReason } from '../../src/core/rules/gateWords.ts';
import { VERSION } from '../../src/core/session/version.ts';
import { EVENT_WORDS, type Fact } from './findings.ts';
import { toOpens, toValue } from './gateFacts.ts';
import type { Shown } from './Panel.tsx';
import { toMoment, toTime } from './times.ts';
import { toVerdict } from './verdict.ts';

const toLine = ([name, ...is]: Fact) =>
  `  ${name}: ${is.map((part) => (typeof part === 'string' ? part : toMoment(part))).join('')}`;

export const toReport = ({ explanations = [], who, queue, events, lookedAt }: Shown): string =>
  [
    `scorelet ${VERSION}, ${location.href}, ${new Date(lookedAt).toISOString()}`,
    ...explanations.flatMap((explanation) => {
      const { text, opensAt, opens } = toVerdict(explanation);
      const when = opensAt === undefined ? opens : toMoment(opensAt);
      return [
        '',
        `${explanation.survey}: ${text}${when ? ` Earliest: ${when}.` : ''}`,
        ...explanation.gates.map((gate) => {
          const value = toValue(gate);
          const opening = toOpens(gate);
          return [
            `  ${gate.open ? '[open]  ' : '[closed]'} ${toGateName(gate)}: ${toReason(gate)}`,
            ...(value ? [` ${gate.gate === 'clock' ? 'Last counted' : 'Is'}: ${value}.`] : []),
            ...(opening ? [` Opens: ${opening}.`] : []),
          ].join('');
        }),
      ];
    }),
    '',
    'Who is asked',
    ...who.map(toLine),
    '',
    'Waiting to be sent',
    ...queue.state.map(toLine),
    '',
    'Events since the panel was opened',
    ...events.map(
      ({ name, survey, at, mark }) => `  ${toTime(at)} ${EVENT_WORDS[name]}: ${survey}${mark && ` (${mark})`}`,
    ),
  ].join('\n');

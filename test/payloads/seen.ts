import { toExpected } from './expected.ts';

/** One text that a respondent sees or hears, that the markup of a prompt has, or that an event carries. */
export interface Seen {
  /** The place of the text, such as `0 answered/section[0]/div[0]/p[0] @aria-label`. */
  readonly where: string;
  readonly text: string;
}

/** The most problems that one document reports. */
const MOST_PROBLEMS = 5;

/** An address is checked by what a click would open. */
export const isAddress = ({ where }: Seen): boolean => where.endsWith(' @href');

const cut = (text: string | undefined): string => JSON.stringify(text?.slice(0, 120)) ?? 'nothing';

/** Lists where the texts differ from those that markers left, with the payloads in place of the markers. */
export const compare = (seen: readonly Seen[], templates: readonly Seen[], texts: readonly string[]): string[] => {
  const problems: string[] = [];
  const wanted = templates
    .map((template) => ({
      template,
      place: toExpected(template.where, texts),
      expected: toExpected(template.text, texts),
    }))
    .filter(({ template, expected }) => expected !== '' || template.text === '');
  if (seen.length !== wanted.length) problems.push(`${seen.length} texts, expected ${wanted.length}`);
  for (const [index, { template, place, expected }] of wanted.entries()) {
    const { where, text } = seen[index] ?? { where: 'nowhere', text: '' };
    if (where === place && (isAddress(template) || text === expected)) continue;
    problems.push(`${where}: ${cut(text)}, expected ${cut(expected)}${where === place ? '' : ` at ${place}`}`);
    if (problems.length > MOST_PROBLEMS) break;
  }
  return problems;
};

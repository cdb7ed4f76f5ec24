/** The response of `/api/results`. It contains all data of the results page. */
import type {
  DisplayPolicy,
  Estimate,
  Instrument,
  IntervalEstimate,
  ScoreReport,
  Segment,
} from '../../src/score/index.ts';
import type { Filters } from './filters.ts';

export interface Choice {
  readonly value: string;
  readonly responses: number;
}

export interface Exit {
  readonly kind: 'completed' | 'dismissed' | 'snoozed' | 'abandoned' | 'open';
  /** The reason of a dismissal; `null` for other kinds. */
  readonly reason: string | null;
  readonly responses: number;
}

export interface Funnel {
  readonly displayed: number;
  /** Displays that were half visible for a second, or that were answered. */
  readonly viewed: number;
  readonly answered: number;
  readonly completed: number;
  /** How the displays ended. The counts add up to `displayed`. */
  readonly exits: readonly Exit[];
  /** `answered` divided by `viewed`. */
  readonly responseRate: IntervalEstimate | null;
}

/** A score with its number of answers. `score` is `null` when there are fewer than five answers. */
export interface Scored {
  readonly n: number;
  readonly policy: DisplayPolicy;
  readonly score: Estimate | null;
}

export interface Point extends Scored {
  /** The first day of the period in the chosen time zone. */
  readonly date: string;
}

export interface GroupRow extends Scored {
  /** `null` when the events do not contain the value. */
  readonly value: string | null;
  /** Comparison with all other answers. `null` unless both sides have 30 answers and the interval of the difference excludes 0. */
  readonly comparedWithRest: 'higher' | 'lower' | null;
}

export interface ResolutionRow extends Scored {
  /** The time to resolution in hours. `toHours` is `null` for the last range, which has no upper end. */
  readonly fromHours: number;
  readonly toHours: number | null;
  readonly mean: Estimate | null;
}

/** The wording of a question as it was displayed. */
export interface Wording {
  readonly title: string;
  readonly low: string;
  readonly high: string;
  readonly locale: string;
  /** The style of the scale, for example `number`, `star` or `emoji`. */
  readonly style: string;
  readonly answers: number;
}

/** The answers to one instrument. Scores of different instruments are not comparable, so each has its own block. */
export interface Block extends Scored {
  readonly id: string;
  readonly instrument: Instrument;
  readonly metric: string;
  /** The question's id when a survey asks the same instrument twice, so that no respondent counts twice in a block. */
  readonly question: string | null;
  /** True when the question came after another score. `viewed` then includes respondents who left before they saw it. */
  readonly isLater: boolean;
  readonly surveys: readonly string[];
  readonly scopes: readonly string[];
  readonly styles: readonly string[];
  readonly wordings: readonly Wording[];
  readonly name: ScoreReport['name'];
  readonly unit: ScoreReport['unit'];
  readonly mean: Estimate | null;
  readonly boxes: ScoreReport['boxes'];
  readonly distribution: ScoreReport['distribution'];
  /** Number of viewed displays that asked this question. */
  readonly viewed: number;
  readonly responseRate: IntervalEstimate | null;
  /** `null` when there are fewer than 30 answers. */
  readonly trend: readonly Point[] | null;
  readonly groups: readonly GroupRow[];
  /** Scores by time to resolution. For CSAT and CES only; `null` when no event contains the time. */
  readonly resolution: readonly ResolutionRow[] | null;
}

/** Answers with an invalid instrument, for example an "NPS" on 1–10. They are stored and exported, but not scored. */
export interface Unscorable {
  readonly label: string;
  readonly answers: number;
  readonly reason: string;
}

/** An option of a choice question that at least one respondent chose. */
export interface Reason {
  readonly id: string;
  /** The displayed labels, most frequent first. Each language and wording has its own label. */
  readonly labels: readonly string[];
  readonly answers: number;
  /** Share of the respondents who answered the question. `null` when there are fewer than five. */
  readonly share: IntervalEstimate | null;
}

/** The text of the option "Other" in one response. */
interface OtherReason {
  readonly text: string;
  readonly time: string;
  readonly segment: Segment | null;
}

/** The answers to one choice question of one version of a survey. */
export interface Reasons {
  readonly survey: string;
  readonly version: number;
  readonly question: string;
  readonly wordings: readonly Pick<Wording, 'title' | 'locale' | 'answers'>[];
  /** True when respondents could choose several options. The shares can then add up to more than 100 %. */
  readonly multiple: boolean;
  /** Number of responses that answered the question. */
  readonly n: number;
  readonly policy: DisplayPolicy;
  /** Most frequent first, "Other" last. Options that no respondent chose are missing, because events contain only chosen options. */
  readonly options: readonly Reason[];
  /** Newest first; limited by the filter `comments`. */
  readonly others: readonly OtherReason[];
  readonly otherCount: number;
}

/** A gate that was closed when a page decided not to show a survey. */
export interface ClosedGate {
  /** A `GateName` of the schema, or a gate that this version does not know. */
  readonly gate: string;
  /** The name of the frequency cap or trait; `null` for other gates. */
  readonly name: string | null;
  /** Number of decisions in which the gate was closed. */
  readonly times: number;
  /** Number of decisions in which it was the only closed gate. */
  readonly alone: number;
}

/** Decisions of pages with `report: 'decisions'`. They count decisions, not respondents: a page decides at every trigger. */
export interface Suppressions {
  /** Number of decisions in which every gate was open. */
  readonly eligible: number;
  /** Number of decisions in which at least one gate was closed. */
  readonly suppressed: number;
  /** Most frequent first. */
  readonly gates: readonly ClosedGate[];
}

/** The e-mail address and the consents of one response. */
export interface Contact {
  readonly email: string | null;
  /** The wording of each given consent. Empty without consent. */
  readonly agreed: readonly string[];
}

export interface Comment {
  /** `null` when the respondent left an address, but no text. */
  readonly text: string | null;
  readonly contact: Contact | null;
  /** The wording of the question as it was displayed. */
  readonly title: string;
  readonly time: string;
  readonly survey: string;
  readonly score: number | null;
  readonly max: number | null;
  readonly segment: Segment | null;
  /** True when the score moved to another segment after the respondent began to write. */
  readonly segmentChanged: boolean;
  readonly subject: string | null;
  readonly touchpoint: string | null;
  readonly locale: string;
  readonly isTest: boolean;
}

export interface Excluded {
  readonly test: number;
  readonly preview: number;
  readonly automation: number;
  /** Responses with at least one of the three flags. */
  readonly responses: number;
}

export interface Report {
  readonly filters: Filters;
  readonly surveys: readonly Choice[];
  readonly touchpoints: readonly Choice[];
  readonly funnel: Funnel;
  readonly blocks: readonly Block[];
  readonly unscorable: readonly Unscorable[];
  readonly reasons: readonly Reasons[];
  readonly suppressions: Suppressions;
  readonly comments: readonly Comment[];
  readonly commentCount: number;
  /** Flagged responses. They are left out of all numbers above, unless the filter `include=test` is set. */
  readonly excluded: Excluded;
  readonly generatedAt: string;
}

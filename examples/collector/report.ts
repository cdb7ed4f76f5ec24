/** What `/api/results` answers, and all that the results page knows. */
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
  /** Why it was dismissed. */
  readonly reason: string | null;
  readonly responses: number;
}

export interface Funnel {
  readonly displayed: number;
  /** At least half in sight for a second, or answered: an answer is the better proof of a look. */
  readonly viewed: number;
  readonly answered: number;
  readonly completed: number;
  /** What became of every display; adds up to `displayed`. */
  readonly exits: readonly Exit[];
  /** Answered of viewed. */
  readonly responseRate: IntervalEstimate | null;
}

/** A score as far as its number of answers carries it: `score` is `null` below five. */
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
  /** `null` where the events did not say. */
  readonly value: string | null;
  /** Against all the other answers; only where both sides have thirty and the interval of the difference excludes 0. */
  readonly comparedWithRest: 'higher' | 'lower' | null;
}

export interface ResolutionRow extends Scored {
  /** Hours, from and up to; `null` is open. */
  readonly fromHours: number;
  readonly toHours: number | null;
  readonly mean: Estimate | null;
}

/** The question as somebody read it. */
export interface Wording {
  readonly title: string;
  readonly low: string;
  readonly high: string;
  readonly locale: string;
  /** How the scale was drawn: numbers, stars, faces. */
  readonly style: string;
  readonly answers: number;
}

/** The answers to one instrument. Two instruments are two blocks: their numbers mean different things. */
export interface Block extends Scored {
  readonly id: string;
  readonly instrument: Instrument;
  readonly metric: string;
  /** Set where one survey asks the instrument twice: answers of one person to two questions are no two people. */
  readonly question: string | null;
  /** Whether it came only after another score: who left before it was never asked, but is in `viewed`. */
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
  /** Displays that were viewed and asked this. */
  readonly viewed: number;
  readonly responseRate: IntervalEstimate | null;
  /** `null` below thirty answers. */
  readonly trend: readonly Point[] | null;
  readonly groups: readonly GroupRow[];
  /** For CSAT and CES where the events say how long a case took. */
  readonly resolution: readonly ResolutionRow[] | null;
}

/** Answers that are kept and exported, but whose instrument contradicts itself: an "NPS" on 1–10. */
export interface Unscorable {
  readonly label: string;
  readonly answers: number;
  readonly reason: string;
}

/** One option of a choice as far as somebody chose it. */
export interface Reason {
  readonly id: string;
  /** The words it was chosen by, the most frequent first: other languages and wordings have their own. */
  readonly labels: readonly string[];
  readonly answers: number;
  /** Of those who answered the question, with its interval; `null` below five. */
  readonly share: IntervalEstimate | null;
}

/** What was written beside "Other". */
export interface OtherReason {
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
  /** Whether more than one could be chosen: then the shares add up to more than 100 %. */
  readonly multiple: boolean;
  /** Who answered it. */
  readonly n: number;
  readonly policy: DisplayPolicy;
  /** Most chosen first, "Other" last. What nobody chose is not among them: no event has told of it. */
  readonly options: readonly Reason[];
  /** Newest first, as many as comments are shown. */
  readonly others: readonly OtherReason[];
  readonly otherCount: number;
}

/** One thing that stood between a survey and a respondent. */
export interface ClosedGate {
  /** A `GateName` of the schema, or one that this version does not know. */
  readonly gate: string;
  /** Of a clock. */
  readonly name: string | null;
  readonly times: number;
  /** How often nothing else was in the way. */
  readonly alone: number;
}

/** What pages posted that report their decisions: not by people, a page decides with every trigger. */
export interface Suppressions {
  /** How often nothing was in the way. */
  readonly eligible: number;
  /** How often something was. */
  readonly suppressed: number;
  /** Most frequent first. */
  readonly gates: readonly ClosedGate[];
}

/** Who may be written to, and what they agreed to in the same response. */
export interface Contact {
  readonly email: string | null;
  /** The words of each consent that was given. Empty: none was. */
  readonly agreed: readonly string[];
}

export interface Comment {
  /** `null` where somebody left an address and wrote nothing. */
  readonly text: string | null;
  readonly contact: Contact | null;
  /** The wording it answers, as it was shown. */
  readonly title: string;
  readonly time: string;
  readonly survey: string;
  readonly score: number | null;
  readonly max: number | null;
  readonly segment: Segment | null;
  /** The score moved to another segment after the text was begun. */
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
  /** Responses with any of the three. */
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
  /** Kept out of everything above, or with `include=test` part of it. */
  readonly excluded: Excluded;
  readonly generatedAt: string;
}

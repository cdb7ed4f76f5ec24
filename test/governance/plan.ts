/** The parameters of a simulated world, drawn from its seed. */
import { createRandom, type Random } from '../simulation/random.ts';
import type { PlannedSurvey } from './oracle.ts';
import { drawSurveys, PLANS } from './planSurveys.ts';

export interface Person {
  readonly id: string;
  readonly role?: string;
  readonly traits: { readonly plan: string };
}

export interface Plan {
  readonly seed: number;
  readonly random: Random;
  /** The respondents' time zone. */
  readonly zone: string;
  /** The start of the simulation in milliseconds since 1970. */
  readonly epoch: number;
  readonly surveys: readonly PlannedSurvey[];
  readonly people: readonly Person[];
  readonly devices: readonly {
    readonly name: string;
    readonly kind: 'desktop' | 'phone' | 'tablet';
    readonly languages: readonly string[];
    readonly hasLocks: boolean;
    readonly keeps: boolean;
  }[];
  readonly visits: number;
  readonly decisions: boolean;
  readonly history: 'none' | 'fast' | 'slow' | 'late' | 'fails';
  readonly veto: 'none' | 'quick' | 'slow' | 'late' | 'throws';
  /** How the host's `isEligible` behaves: it refuses a survey, or throws. */
  readonly predicate: 'none' | 'refuses' | 'throws';
  readonly consent: 'granted' | 'moody';
  /** How the devices' clocks are set. */
  readonly clocks: 'right' | 'forward' | 'both';
  /** True when respondents dismiss most prompts, so that pauses grow. */
  readonly unwilling: boolean;
  /** True when a hundred people use one device. */
  readonly crowd: boolean;
  /** True when all prompts are inline and people open several tabs at once. Inline prompts take no lock, so all tabs ask. */
  readonly twins: boolean;
}

/** A survey that every page shows when it loads, without a lock. */
const toTwin = ({ subject: _, trigger: __, ...survey }: PlannedSurvey): PlannedSurvey => ({
  ...survey,
  presentation: 'inline',
});

export const planWorld = (seed: number): Plan => {
  const random = createRandom(seed);
  const governed = random.chance(0.75);
  const twins = seed % 49 === 3;
  const languages = () =>
    random.pick<readonly string[]>([['en-US', 'en'], ['de-AT'], ['fil-PH', 'fil'], ['fr-CA', 'fr']]);
  return {
    seed,
    random,
    zone: random.pick(['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo']),
    epoch: Date.UTC(2026, random.whole(0, 11), random.whole(1, 28), random.whole(0, 23), random.whole(0, 59)),
    surveys: twins ? drawSurveys(random, governed).slice(0, 2).map(toTwin) : drawSurveys(random, governed),
    people: Array.from({ length: random.whole(1, 4) }, (_, index) => ({
      id: `p${index + 1}`,
      ...(random.chance(0.2) && { role: random.pick(['agent', 'agent-trainee', 'customer'] as const) }),
      traits: { plan: random.pick(PLANS) },
    })),
    devices: Array.from({ length: random.whole(1, 3) }, (_, index) => ({
      name: `d${index + 1}`,
      kind: random.pick(['desktop', 'desktop', 'phone', 'tablet'] as const),
      languages: languages(),
      hasLocks: random.chance(0.75),
      keeps: random.chance(0.92),
    })),
    visits: random.whole(5, 18),
    decisions: governed && random.chance(0.4),
    history: random.chance(0.3) ? random.pick(['fast', 'fast', 'slow', 'late', 'fails']) : 'none',
    veto: random.chance(0.2) ? random.pick(['quick', 'slow', 'late', 'throws']) : 'none',
    predicate: random.chance(0.15) ? random.pick(['refuses', 'throws']) : 'none',
    // Tabs of one device with different consents are a case of their own.
    consent: random.chance(0.12) && !twins ? 'moody' : 'granted',
    clocks: random.chance(0.2) ? random.pick(['forward', 'both']) : 'right',
    unwilling: seed % 6 === 0,
    crowd: random.chance(0.02),
    twins,
  };
};

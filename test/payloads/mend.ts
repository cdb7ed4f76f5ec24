/** Adds to a partial document what the rules between fields ask for, which a JSON Schema cannot express. */
import { isObject, type Json, type JsonObject } from './jsonSchema.ts';

const listOf = (value: Json | undefined): readonly (Json | undefined)[] => (Array.isArray(value) ? value : []);
const present = (value: Json | undefined): JsonObject[] => listOf(value).filter(isObject);

/** The number of points of a scale. CES gets the scale of five points. */
const POINTS = 5;

const pad = (value: Json | undefined): Json => Array.from({ length: POINTS }, (_, at) => listOf(value)[at] ?? `p${at}`);

/** Gives a scored question, or a survey in the short form, as many labels and icons as points. */
const mendScale = (fields: JsonObject): JsonObject => {
  const kind = fields.metric ?? fields.type;
  const { labels, icons } = fields;
  return {
    ...fields,
    ...(kind === 'ces' && { variant: 'ease5' }),
    ...(kind === 'rating' && { min: 1, max: POINTS, polarity: 'higher_is_better' }),
    ...(labels !== undefined && { labels: pad(labels), style: 'label' }),
    ...(icons !== undefined && { icons: pad(icons), style: 'emoji' }),
  };
};

const mendQuestion = (question: JsonObject): JsonObject => {
  if (question.type !== 'choice') return mendScale(question);
  const options = [0, 1].map((at) => ({
    id: `o${at}`,
    label: `o${at}`,
    ...(listOf(question.options)[at] as JsonObject),
  }));
  return { ...question, options, other: true };
};

/** One question of each kind. */
const ALL_QUESTIONS: readonly JsonObject[] = [
  { type: 'nps' },
  { type: 'text', minLength: 2 },
  { type: 'csat', style: 'emoji', labels: ['p0', 'p1', 'p2', 'p3', 'p4'] },
  {
    type: 'choice',
    title: 'Which?',
    options: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
    other: true,
  },
  { type: 'rating', title: 'Well?', min: 0, max: 1, polarity: 'higher_is_better', style: 'thumb' },
  { type: 'email', required: true },
  { type: 'consent', title: 'May we answer?' },
];

/** Surveys that need every word of a locale. Used by documents whose slots are in no survey. */
const ALL_SURVEYS: readonly JsonObject[] = [
  { id: 's0', metric: 'nps', privacyUrl: '/privacy' },
  { id: 's1', metric: 'csat', style: 'label' },
  { id: 's2', metric: 'ces' },
  { id: 's3', metric: 'ces', variant: 'ease5', style: 'emoji' },
  { id: 's4', metric: 'ces', variant: 'ces1' },
  { id: 's5', questions: ALL_QUESTIONS },
  { id: 's6', metric: 'nps', presentation: 'tab' },
];

/** The questions of a survey, with a score before a question whose title depends on it. */
const mendQuestions = (questions: readonly JsonObject[]): Json => {
  const needsScore = questions.some(({ titleBySegment }) => titleBySegment !== undefined);
  const mended = questions.map(mendQuestion);
  return needsScore && questions[0]?.type === 'text' ? [{ type: 'nps' }, ...mended] : mended;
};

const mendTrigger = (trigger: Json): Json =>
  isObject(trigger) && trigger.where !== undefined ? { event: 'a', ...trigger } : trigger;

/** Draws the first variant for every respondent. */
const mendExperiment = (experiment: Json): Json => {
  if (!isObject(experiment)) return experiment;
  const [first] = present(experiment.variants);
  return {
    ...experiment,
    variants: [
      { id: 'v0', ...first },
      { id: 'v1', weight: 0 },
    ],
  };
};

const mendSurvey = (survey: JsonObject, index: number): JsonObject => ({
  id: `s${index}`,
  ...mendScale(survey),
  ...(survey.trigger !== undefined && { trigger: mendTrigger(survey.trigger) }),
  ...(survey.experiment !== undefined && { experiment: mendExperiment(survey.experiment) }),
  ...(survey.metric === undefined && {
    questions: survey.questions === undefined ? ALL_QUESTIONS : mendQuestions(present(survey.questions)),
  }),
});

/** Fills in what a partial document lacks beyond its required fields. `others` are the surveys of a document whose slots are in none. */
export const mend = (partial: JsonObject, others = ALL_SURVEYS): JsonObject => {
  const options = isObject(partial.options) ? partial.options : {};
  const surveys = listOf(options.surveys).flatMap((survey, index) =>
    isObject(survey) ? [mendSurvey(survey, index)] : [],
  );
  return {
    ...partial,
    options: { collector: '/collect', ...options, surveys: surveys.length > 0 ? surveys : others },
  };
};

import type { Survey } from '../../../schema/index.ts';
import { isMetric } from '../../../schema/instruments.ts';

/** Returns a survey with the wording of one variant of its experiment. When the variant does not exist, returns the survey unchanged. */
export const toVariant = (survey: Survey, variantId: string | undefined): Survey => {
  const variant = survey.experiment?.variants.find(({ id }) => id === variantId);
  if (!variant) return survey;
  const { id: _, weight: __, title, low, high, ...around } = variant;
  const words = { title, low, high };
  const said = Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined));
  if (!('questions' in survey)) return { ...survey, ...around, ...said };
  const first = survey.questions.findIndex(({ type }) => isMetric(type));
  return {
    ...survey,
    ...around,
    questions: survey.questions.map((question, index) => (index === first ? { ...question, ...said } : question)),
  } as Survey;
};

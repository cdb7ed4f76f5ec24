import { isScored, type NormalQuestion, type NormalSurvey } from '../normalSurvey.ts';
import { own } from './own.ts';

type Words = Readonly<Record<string, unknown>>;

const sentence = (words: unknown, key: string): string | undefined => {
  const value = own(words, key);
  return typeof value === 'string' ? value : undefined;
};

/** The fields of a question that contain one translatable string. */
const WORDINGS = ['title', 'low', 'high'];

/** Returns true when a translation may replace this field with this value. A translation must not change the meaning of an answer. */
const isWording = (question: NormalQuestion, key: string, value: unknown): boolean => {
  // If the number of labels differs, the labels would be assigned to the wrong points.
  if (key === 'labels') return isScored(question) && (value as []).length === question.max - question.min + 1;
  return key === 'titleBySegment' || (WORDINGS.includes(key) && typeof value === 'string');
};

/** Translates the wording of a question. The translation lists option labels by option id. */
const translateQuestion = (question: NormalQuestion, words: unknown): NormalQuestion => {
  if (!words || typeof words !== 'object') return question;
  const { options: labels, ...rest } = words as Words & { options?: Words };
  const known = Object.fromEntries(Object.entries(rest).filter(([key, value]) => isWording(question, key, value)));
  const options = question.type === 'choice' && {
    options: question.options.map((option) => ({ ...option, label: sentence(labels, option.id) ?? option.label })),
  };
  return { ...question, ...known, ...options } as NormalQuestion;
};

/**
 * Translates a survey into the language of a language tag such as `pt-BR`. Uses the translation for the full tag, or else the one for the
 * language alone. Strings without a translation do not change.
 */
export const translate = (survey: NormalSurvey, tag: string): NormalSurvey => {
  const { translations, endings } = survey;
  const words = own(translations, tag) ?? own(translations, tag.replace(/-.*/, ''));
  if (!words) return survey;
  return {
    ...survey,
    thanks: sentence(words, 'thanks') ?? survey.thanks,
    endings: endings?.map((ending, index) => {
      const said = own(own(words, 'endings'), `${index}`);
      const thanks = sentence(said, 'thanks') ?? ending.thanks;
      const link = ending.link && { ...ending.link, label: sentence(said, 'label') ?? ending.link.label };
      return { ...ending, thanks, link };
    }),
    questions: survey.questions.map((question) => translateQuestion(question, own(words, question.id))),
  };
};

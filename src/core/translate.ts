import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';

type Words = Readonly<Record<string, unknown>>;

const own = (words: unknown, key: string): unknown =>
  words && Object.hasOwn(words, key) ? (words as Words)[key] : undefined;

/** Puts the words of a question in place; those of options stand under the options' ids. */
const translateQuestion = (question: NormalQuestion, words: unknown): NormalQuestion => {
  if (!words || typeof words !== 'object') return question;
  const { options: labels, ...rest } = words as Words & { options?: Words };
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => WORDS.includes(key)));
  const options = question.type === 'choice' && {
    options: question.options.map((option) => ({ ...option, label: own(labels, option.id) ?? option.label })),
  };
  return { ...question, ...known, ...options } as NormalQuestion;
};

/** What is wording in a question: a translation can't change what an answer means. */
const WORDS = ['title', 'titleBySegment', 'low', 'high', 'labels'];

/**
 * Says a survey in the language of a tag, as far as it is translated: by the tag itself, then by its language. What has no
 * translation stays as it is.
 */
export const translate = (survey: NormalSurvey, tag: string): NormalSurvey => {
  const { translations, endings } = survey;
  const words = own(translations, tag) ?? own(translations, tag.replace(/-.*/, ''));
  if (!words) return survey;
  return {
    ...survey,
    thanks: (own(words, 'thanks') as string | undefined) ?? survey.thanks,
    endings: endings?.map((ending, index) => {
      const said = own(own(words, 'endings'), `${index}`);
      const thanks = (own(said, 'thanks') as string | undefined) ?? ending.thanks;
      const link = ending.link && { ...ending.link, label: (own(said, 'label') as string) ?? ending.link.label };
      return { ...ending, thanks, link };
    }),
    questions: survey.questions.map((question) => translateQuestion(question, own(words, question.id))),
  };
};

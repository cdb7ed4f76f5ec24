import type { Locale } from '../schema/locale.ts';

export const locale: Locale = {
  tag: 'zh-CN',
  dir: 'ltr',
  nps: {
    title: '您有多大可能向朋友或同事推荐{brand}？',
    titleUs: '您有多大可能向朋友或同事推荐我们？',
    low: '完全不可能',
    high: '极有可能',
  },
  csat: {
    title: '您对{brand}的使用体验满意程度如何？',
    titleUs: '总体而言，您对本次体验的满意程度如何？',
    labels: ['非常不满意', '不满意', '一般', '满意', '非常满意'],
  },
  ces2: {
    lead: '您在多大程度上同意以下说法？',
    title: '{brand}让我能够轻松解决问题。',
    titleUs: '该公司让我能够轻松解决问题。',
    labels: ['非常不同意', '不同意', '有些不同意', '既不同意也不反对', '有些同意', '同意', '非常同意'],
  },
  ease5: {
    title: '今天通过{brand}办理事务的难易程度如何？',
    titleUs: '今天通过我们办理事务的难易程度如何？',
    labels: ['非常困难', '困难', '一般', '容易', '非常容易'],
  },
  ces1: {
    title: '为了处理您的请求，您本人需要付出多少努力？',
    low: '非常少',
    high: '非常多',
  },
  followUp: {
    generic: '您给出该评分的主要原因是什么？',
    promoter: '您最喜欢哪些方面？',
    passive: '怎样能让您的体验更好？',
    detractor: '我们在哪些方面可以做得更好？',
    satisfied: '您最喜欢哪些方面？',
    dissatisfied: '我们在哪些方面可以做得更好？',
    easy: '是什么让过程变得容易？',
    difficult: '是什么让过程变得困难？',
  },
  ui: {
    submit: '提交',
    close: '关闭',
    thanks: '感谢您的反馈！',
    optional: '选填',
    required: '必填',
    errorRequired: '请回答此问题。',
    errorTooLong: '您的回答过长，字数上限：{max}',
    errorTooShort: '您的回答过短，最少字数：{min}',
    surveyLabel: '反馈调查',
    opened: '已打开一份简短的自愿调查。',
    later: '稍后再问',
    charsLeft: '剩余字数：{count}',
    scaleHint: '评分范围为 {min} 到 {max}。{min}：{low}。{max}：{high}。',
    privacy: '隐私',
  },
};

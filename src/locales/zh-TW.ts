import type { Locale } from '../schema/locale.ts';

export const locale: Locale = {
  tag: 'zh-TW',
  dir: 'ltr',
  nps: {
    title: '您有多大可能會向朋友或同事推薦{brand}？',
    titleUs: '您有多大可能會向朋友或同事推薦我們？',
    low: '完全不可能',
    high: '極有可能',
  },
  csat: {
    title: '您對{brand}的使用體驗滿意程度如何？',
    titleUs: '整體而言，您對這次體驗的滿意程度如何？',
    labels: ['非常不滿意', '不滿意', '普通', '滿意', '非常滿意'],
  },
  ces2: {
    lead: '您對以下敘述的同意程度為何？',
    title: '{brand}讓我能夠輕鬆解決問題。',
    titleUs: '該公司讓我能夠輕鬆解決問題。',
    labels: ['非常不同意', '不同意', '有點不同意', '既不同意也不反對', '有點同意', '同意', '非常同意'],
  },
  ease5: {
    title: '今天透過{brand}處理事務的難易程度如何？',
    titleUs: '今天透過我們處理事務的難易程度如何？',
    labels: ['非常困難', '困難', '普通', '容易', '非常容易'],
  },
  ces1: {
    title: '為了處理您的需求，您本人需要付出多少心力？',
    low: '非常少',
    high: '非常多',
  },
  followUp: {
    generic: '您給予此評分的主要原因是什麼？',
    promoter: '您最喜歡哪些部分？',
    passive: '怎麼做能讓您的體驗更好？',
    detractor: '我們在哪些方面可以做得更好？',
    satisfied: '您最喜歡哪些部分？',
    dissatisfied: '我們在哪些方面可以做得更好？',
    easy: '是什麼讓過程變得容易？',
    difficult: '是什麼讓過程變得困難？',
  },
  ui: {
    submit: '送出',
    close: '關閉',
    thanks: '感謝您的意見回饋！',
    optional: '選填',
    required: '必填',
    errorRequired: '請回答此問題。',
    errorTooLong: '您的回答過長，字數上限：{max}',
    errorTooShort: '您的回答過短，最少字數：{min}',
    surveyLabel: '意見調查',
    opened: '已開啟一份簡短的自願性問卷。',
    later: '稍後再問',
    charsLeft: '剩餘字數：{count}',
    scaleHint: '評分範圍為 {min} 到 {max}。{min}：{low}。{max}：{high}。',
    privacy: '隱私權',
  },
};

import type { Locale } from '../../answering/types.ts';
import type { QuestionGroup } from '../../misses/types.ts';
import type { misses as zhMisses } from '../zh-CN/misses.ts';

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const madeOf = (made: QuestionGroup['madeOf']): string =>
  made.kind === 'foundUseless' ? 'answered, found useless' : 'not answered';
const languages: Record<Locale, string> = { 'zh-CN': ', in Chinese', en: '' };
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const misses: typeof zhMisses = {
  useful: '👍 Useful',
  useless: '👎 Not useful',
  thanks: 'Thank you, good to know.',
  thanksToast: 'Thank you!',
  passedOn: 'I see. I have noted this question for the office staff; once they answer, I will tell you here.',
  passedOnToast: 'Noted',
  couldNotPassOn:
    'Thank you for telling me. Many of your questions still wait for the staff; please ask the office directly about this one.',
  tooOld: 'This button no longer works. Please send your question again and I will answer it once more.',
  noted: 'I have noted this question for the office staff; once they answer, I will tell you here.',

  tooMany:
    'Many of your questions still wait for the staff, so this one was not noted; please ask the office directly.',

  told: (p) => `You asked: “${p.question}”. The office answers:`,
  repeatedMark: '(sent again) ',
  officeAnswer: 'Answer of the office',
  byStaff: 'office staff',

  markWords: {
    电话: 'a telephone number',
    邮箱: 'a mail address',
    信用代码: 'a credit code',
    号码: 'a number',
    链接: 'a link',
    账号: 'an account',
    企业: 'a company',
    姓名: 'somebody',
    地址: 'an address',
    金额: 'an amount',
  },

  list: {
    none: 'No questions are waiting for an answer.',
    title: (p) =>
      `${p.count === 1 ? '1 question waits' : `${p.count} questions wait`} for an answer, the most asked first:`,
    row: (p) =>
      `${p.id}. ${p.text}\n(asked ${times(p.count)}, ${madeOf(p.madeOf)}${languages[p.locale]}${p.otherPackId === null ? '' : `, of the pack ${p.otherPackId}`})`,
    more: (p) => `${p.count} more are not listed.`,
    how: 'Answer: /answer number text. End it with --keep and whoever asks so from now on gets this answer. Nothing to answer: /dismiss number.',
  },
  answer: {
    usage:
      'Please add the number and the answer, for example: /answer 3 Yes, please bring your business licence to the counter. Numbers are in /questions.',
    notOpen: (p) => `There is no open question ${p.id}; it may have been answered already. See /questions.`,
    tooLong: (p) => `The answer is too long; please use at most ${p.most} characters.`,
    namesSomebody:
      'The answer seems to name a company, a contact or a credit code. It goes to everybody who asked, so please take that out and send it again; nothing has been sent.',
    done: (p) => `Question ${p.id} is answered: “${p.question}”.`,
    toTell: (p) =>
      [
        p.toTell === 0
          ? 'Nobody who asked can be told in private.'
          : `I will tell ${people(p.toTell)} in private.`,
        p.unreachable === 0 ? '' : ` ${people(p.unreachable)} never wrote to me in private or blocked me.`,
      ].join(''),
    kept: (p) =>
      `Whoever asks so from now on gets this answer, marked as the answer of the office (no. ${p.id}). What the notice states always comes first. To take it back: /revoke ${p.id}.`,
  },
  dismiss: {
    usage: 'Please add the number, for example: /dismiss 3. Numbers are in /questions.',
    done: (p) => `Question ${p.id} is closed without an answer; nobody is told.`,
  },
  revoke: {
    none: 'No answers of the office are in use.',
    usage: (p) => `Answers of the office in use; take one back with /revoke number:\n${p.rows.join('\n')}`,
    row: (p) => `${p.id}. ${p.question}\nAnswer: ${p.text}`,
    notFound: (p) => `There is no answer of the office no. ${p.id} in use.`,
    done: (p) => `Answer of the office no. ${p.id} is withdrawn and no longer used.`,
  },

  cli: {
    describe: 'questions that wait for the staff: list, answer, close, withdraw',
    list: 'list the questions that wait (default)',
    json: 'print JSON',
    answer: 'answer a question and tell those who asked it',
    dismiss: 'close a question without an answer',
    kept: 'list the answers of the office in use',
    revoke: 'withdraw an answer of the office',
    id: 'number, see questions or questions kept',
    text: 'the answer',
    keep: 'use this answer whenever the question is asked again',
    columns: ['No.', 'Asked', 'Language', 'Outcome', 'Question'],
    keptColumns: ['No.', 'Date', 'Question', 'Answer'],
    outcome: madeOf,
    ofPack: (p) => (p.otherPackId === null ? '' : `[${p.otherPackId}] `),
    badId: (p) => `The number must be a number, not "${p.given}".`,
    noText: 'Please give the answer.',
    notOpen: (p) =>
      `There is no open question ${p.id}; it may have been answered already. Those that wait: tongbao questions.`,
    notFound: (p) =>
      `There is no answer of the office no. ${p.id} in use. Those in use: tongbao questions kept.`,
    told: 'Those who asked are told by the running tongbao (npm start); when it does not run, at its next start.',
    dismissed: (p) => `Question ${p.id} is closed without an answer.`,
    keptAs: (p) =>
      `Whoever asks so from now on gets this answer, marked as the answer of the office (no. ${p.id}). To withdraw it: tongbao questions revoke ${p.id}.`,
  },
};

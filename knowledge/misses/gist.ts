import { normalize } from '../answering/text/normalize.ts';
import { withoutContactClauses } from './shown-question.ts';

/** The text without punctuation and the many ways of typing it. */
export const formOf = (text: string): string => normalize(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Said to be polite or to begin with; nothing is asked by it. */
const courtesies =
  /请问一?下?|请教一?下?|咨询一?下?|(?:你|您|大家)好|哈喽|在吗|早上好|下午好|老师|亲|麻烦(?:问|帮|你|您)?一?下?|想?问一?下|想问|问个问题|我想(?:问|知道|了解)?|想(?:知道|了解)|帮忙|(?:非常|十分)?(?:谢谢|感谢)(?:你|您)?|辛苦了?|急+|在线等|\b(?:hello|hi|hey|dear sirs?|please|pls|thanks?(?: you)?|excuse me|could you tell me|can you tell me|i(?:'d| would) like to (?:know|ask)|i want to (?:know|ask))\b/gu;

/** The question in plain words, as the language model is to read it: without marks, greetings and thanks. */
export function plainOf(text: string): string {
  const asked = withoutContactClauses(text).replace(/〔[^〔〕]{1,6}〕/gu, '');
  const plain = normalize(asked)
    .replace(courtesies, '')
    .replace(/^[\s,.!?;:、。]+|[\s,.!;:、。]+$/g, '');
  return plain === '' ? normalize(text) : plain;
}

/** Ways of asking the same, said in one way. */
const sameWays: readonly [RegExp, string][] = [
  [/某?(?:公司|企业)名?略?(?=能|可|的)|某人/g, ''],
  [/(.)[不没]\1/gu, '$1'],
  [/可以|可否|能否|能够|是否可以|行不行|好不好/g, '能'],
  [/多长时间|多少天|几天之?内?|多少时间|多久之?内?|多少日|几个?工作日/g, '多久'],
  [/什么时候|什么时间|哪一?天|何日|几号/g, '何时'],
  [/如何|怎样|咋样?|怎么样|怎么办理|怎么弄|怎么办|怎么去|要怎么|该怎么|应该怎么/g, '怎么'],
  [/为何|为啥|怎么回事|什么原因/g, '为什么'],
  [/哪里|哪儿|何处|什么地方/g, '哪'],
  [/什么人|哪位|哪个人/g, '谁'],
  [/多少钱|什么价格|什么价/g, '多少钱'],
  [/买家|客户|进口商/g, '买方'],
  [/买方信用限额|信用限额/g, '买方限额'],
  [/遗失|丢失|弄丢|不见了?/g, '丢'],
  [/损坏|弄坏|坏掉/g, '坏'],
  [/补办|补领|补发/g, '补'],
  [/出了?险以?后?|出险以?后/g, '出险'],
  [/教一?教|教教|指导/g, '教'],
  [/[吗呢啊呀吧了么呗哈嘛的]/g, ''],
  [/现在|目前|到底|究竟|一下|具体|应该|必须|一定|这个|那个|大概|一般|还|都|就|那|得/g, ''],
];
const people = /我们|我司|我公司|咱们?|本公司|我方|我|你们|您们|贵公司|贵司|您|你/g;
/** Here it counts who does it: 我们付 is not 你们付. */
const whoCounts = /付|交钱|交费|缴|出钱|承担|负责|赔/;

/** A question by its content: without courtesies and filler, its ways of asking said in one way. */
export function gistOf(text: string): string {
  const form = plainOf(text).replace(/[^\p{L}\p{N}]+/gu, '');
  const same = sameWays.reduce((rest, [way, one]) => rest.replace(way, one), form);
  const gist = whoCounts.test(same) ? same : same.replace(people, '');
  return gist === '' ? form : gist;
}

/** What is asked of a matter: how, how long, when, how much, who, where, why; nothing of these is yes or no. */
export const askedOf = (gist: string): string =>
  (/怎么|多久|何时|多少|谁|哪|为什么|什么|howmuch|howlong|how|when|who|where|why|what/.exec(gist) ?? [''])[0];

/** The content alone, without the words that ask. */
export const coreOf = (gist: string): string =>
  gist.replace(/怎么|多久|何时|多少|谁|哪|为什么|什么|能|要|会|有没有|是不是|是否/g, '');

export const figuresOf = (gist: string): string => (gist.match(/\d+/g) ?? []).sort().join();
export const deniesOf = (gist: string): boolean => /[不没]|无法|cannot|cant|dont/.test(gist);

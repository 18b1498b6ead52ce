import { askingConcepts } from './concepts/asking.ts';
import { smalltalkOf, withoutCourtesies } from './smalltalk.ts';

const asks = new RegExp(askingConcepts.question.join('|'));

export const asksSomething = (text: string): boolean => asks.test(text);

/** More questions than this in one message are for a person. */
const partLimit = 4;

/** Words that open a further question; the comma before them is optional. */
const connective =
  /[,，、 ]*(?:还有(?:一?个问题|就是|一点|,|，|:)?|另外(?:再)?(?:问)?(?:一下)?|以及|顺便(?:再)?(?:问)?(?:一?下|一句)?|再(?:问|请教)(?:一?下|一个)?|其次|第[二三四](?:个问题)?[,，、:：.]?|\band also\b|\balso,? |\band (?=how|what|where|when|who|why|can|do|is)|\bbesides,? |\bby the way,? )[,，:： ]*/;

function sentences(text: string): string[] {
  return text
    .split(/(?<=[?？])|[;；\n]+|(?<=[。!！])/)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function byConnective(sentence: string): string[] {
  const pieces = sentence.split(connective).map((piece) => piece.trim());
  const whole = pieces.every((piece) => piece.length >= 3 && asks.test(piece));
  return whole ? pieces : [sentence];
}

/**
 * The questions of one message. A statement belongs to the question after it ("我们去年出口45万。能参加吗？"), or
 * before it when none follows. Courtesies are dropped.
 */
export function splitQuestions(text: string): string[] {
  const parts: string[] = [];
  let preamble = '';
  for (const sentence of sentences(text).flatMap(byConnective)) {
    const bare = withoutCourtesies(sentence);
    if (bare.length === 0 || smalltalkOf(bare) !== null) continue;
    if (asks.test(bare)) {
      parts.push(preamble === '' ? bare : `${preamble} ${bare}`);
      preamble = '';
    } else preamble = preamble === '' ? bare : `${preamble} ${bare}`;
  }
  if (preamble !== '') {
    const last = parts.pop();
    parts.push(last === undefined ? preamble : `${last} ${preamble}`);
  }
  return parts.slice(0, partLimit);
}

/** The last clause of several that asks, with enough words to stand alone; null when there is none. */
export function askingClause(text: string): string | null {
  const clauses = text.split(/[,，。.;；!！]+/).map((clause) => clause.trim());
  if (clauses.length < 2) return null;
  return clauses.findLast((clause) => clause.length >= 5 && asks.test(clause)) ?? null;
}

/** Characters; what is longer tells a story, and its clauses belong together. */
const longestListed = { chinese: 10, other: 45 };

/** The clauses of a list of short questions with commas between, two to four; null where one of them asks nothing. */
export function askingClauses(text: string): string[] | null {
  const clauses = text.split(/[,，、]/).map((clause) => clause.trim());
  if (clauses.length < 2 || clauses.length > partLimit) return null;
  const longest = /\p{Script=Han}/u.test(text) ? longestListed.chinese : longestListed.other;
  const fits = (clause: string): boolean =>
    clause.length >= 3 && clause.length <= longest && asks.test(clause);
  return clauses.every(fits) ? clauses : null;
}

/** A last day that the asker names; it must be said that the notice names none. */
const namedDay =
  /((听说|说是?|好像|因为|但是?|可是?|而且|不过)?(就|马上|眼看|快)?(要|到)?((本|这|下)?(周|星期|礼拜)[一二三四五六日天末]|今天|明天|后天|大后天|月底|月末|年底|\d+ ?[号日]|\d+月\d+[号日]?)[^,，。.!！?？]{0,6}?(截止|最后(一天|期限)|到期(?!.{0,2}(付|收))|前(必须|要|得|就?要)?(办|弄|搞|确认|投|提交|完成)(完|好|掉|保)?)(日期?|时间)?(了|呢|啊|的)*|\b(the )?deadline (is|on) [a-z0-9 ]{2,14}|\bdue (on )?(mon|tues|wednes|thurs|fri|satur|sun)day|\b(by|before|until) (mon|tues|wednes|thurs|fri|satur|sun|to)day|\b(and )?(i|we) have a deadline[a-z ]*)/;

/** The message without the last day that it names, and the words that name it; null when it names none. */
export function splitNamedDay(text: string): { rest: string; day: string } | null {
  const day = namedDay.exec(text)?.[0];
  if (day === undefined) return null;
  const rest = text.replace(day, ' ').replace(/^[\s,，]+|[\s,，]+$/g, '');
  return /[\p{L}\p{N}]{2}/u.test(rest) ? { rest, day } : null;
}

/** Two halves of "A 和 B 是多少", each of which may be a question of its own; null when there is no such joint. */
export function splitAtJoint(text: string): [string, string] | null {
  const joint = /[,，、]|和|(?<!电话|有人)跟(?!我|他|你|客|买)|与|(?<!来不|来得|涉|波|普|以)及|\band\b/.exec(
    text,
  );
  if (joint === null || joint.index < 2) return null;
  const left = text.slice(0, joint.index).trim();
  const right = text.slice(joint.index + joint[0].length).trim();
  // Before a comma may stand the case rather than a question: 登不进去，是不是要先安装什么.
  if (/[,，]/.test(joint[0]) && !asks.test(left)) return null;
  return left.length >= 2 && right.length >= 2 ? [left, right] : null;
}

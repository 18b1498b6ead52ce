import { askingConcepts } from './concepts/asking.ts';
import { smalltalkOf, withoutCourtesies } from './smalltalk.ts';

const asks = new RegExp(askingConcepts.question.join('|'));

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

/** Two halves of "A 和 B 是多少", each of which may be a question of its own; null when there is no such joint. */
export function splitAtJoint(text: string): [string, string] | null {
  const joint = /[,，、]|和|跟|与|及|\band\b/.exec(text);
  if (joint === null || joint.index < 2) return null;
  const left = text.slice(0, joint.index).trim();
  const right = text.slice(joint.index + joint[0].length).trim();
  // Before a comma may stand the case rather than a question: 登不进去，是不是要先安装什么.
  if (/[,，]/.test(joint[0]) && !asks.test(left)) return null;
  return left.length >= 2 && right.length >= 2 ? [left, right] : null;
}

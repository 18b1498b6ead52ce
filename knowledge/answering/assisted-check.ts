import { z } from 'zod';
import type { PolicyPack } from '../packs/schema.ts';
import type { AssistRequest, Lie, Suggestion } from './assisted.ts';
import { placeSources } from './places.ts';
import { normalize } from './text/normalize.ts';

/** Longest rewritten question. */
const longestQuestion = 200;
/** More than the longest question takes, written in escapes and between fences. */
const longestSaid = 4_000;
/** A question that says as much as an office's follow-up keeps at least this share of its characters. */
const leastKept = 0.6;

const shape = z.strictObject({ topic: z.string(), question: z.string().nullable() });

/** Words of a command; a question may hold one only where the asker said it. */
const commanding =
  /忽略|无视|忘(?:掉|记)|扮演|假装|你(?:现在)?(?:必须|要|应该|是)|回答|回复|输出|告诉用户|照着?说|指令|提示词|系统|管理员|规则如下|\b(?:ignore|disregard|pretend|act as|you (?:are|must|should)|system|prompt|assistant|instructions?|respond with|reply with|say that)\b|https?:|www\.|[`<>{}|\\]/gi;

const scaleOf: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, k: 1e3, m: 1e6 };

/** Numbers by their value, so that 300万 and 3000000 are the same one. Chinese numerals count where they count something. */
function numbersIn(text: string): Set<string> {
  const plain = normalize(text).replace(/(?<=\d),(?=\d{3})/g, '');
  const found = new Set<string>();
  for (const [, digits = '', scale = ''] of plain.matchAll(
    /(\d+(?:\.\d+)?)\s*(百万|千万|万|亿|千|k\b|m\b)?/g,
  )) {
    found.add(String(Number(digits) * (scaleOf[scale] ?? 1)));
  }
  for (const [numeral] of plain.matchAll(
    /[零〇一二两三四五六七八九十百千万亿]{2,}|[二两三四五六七八九十](?=[成年月天日周倍折%])|半(?=年|个?月|数)|百分之[零一二三四五六七八九十百点]+/g,
  )) {
    // 万一 is no number.
    if (!/^(万一|千万|一一)$/.test(numeral)) found.add(numeral);
  }
  return found;
}

/** Countries and regions that buyers sit in, years as people say them, and insurers: a question is about these or not. */
const named =
  /今年|去年|前年|明年|后年|上年|往年|下一?年|\b(?:this|last|next) year\b|中信保诚|中国信保|中信保|信保|人保|平安|太平洋|太保|大地|\bsinosure\b|美国|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|英国|法国|德国|意大利|西班牙|荷兰|比利时|波兰|俄罗斯|乌克兰|白俄|土耳其|伊朗|伊拉克|以色列|沙特|阿联酋|迪拜|埃及|尼日利亚|肯尼亚|南非|印度|巴基斯坦|孟加拉|斯里兰卡|越南|泰国|缅甸|马来西亚|印尼|菲律宾|新加坡|日本|韩国|朝鲜|蒙古|澳大利亚|澳洲|新西兰|欧洲|欧盟|非洲|南美|拉美|中东|东南亚/gi;

export type CheckAssist = (request: AssistRequest, said: string) => Suggestion | Lie;

export function createAssistCheck(pack: PolicyPack): CheckAssist {
  const { other, own } = placeSources(pack);
  const places = new RegExp([...own, ...other].join('|'), 'g');
  const namesIn = (text: string): Set<string> => {
    const plain = normalize(text);
    return new Set([...(plain.match(places) ?? []), ...(plain.match(named) ?? [])]);
  };

  /** Null when nothing is wrong with the rewritten question. */
  const lieOf = (rewritten: string, { question, turns }: AssistRequest): Lie | null => {
    if (Array.from(rewritten).length > longestQuestion) return 'tooLong';
    if (/[\p{Cc}\p{Cf}\p{Co}\uFFFD]/u.test(rewritten) || rewritten.trim() === '') return 'unprintable';
    const said = [question, ...turns.map((turn) => turn.question)].join('\n');
    if ((rewritten.match(commanding) ?? []).some((word) => !said.includes(word))) return 'instruction';
    const [numbers, names] = [numbersIn(rewritten), namesIn(rewritten)];
    if (!holds(numbers, numbersIn(question))) return 'numberLost';
    if (!holds(numbersIn(said), numbers)) return 'numberInvented';
    if (!holds(names, namesIn(question))) return 'nameLost';
    if (!holds(namesIn(said), names)) return 'nameInvented';
    return shareKept(question, rewritten) < leastKept ? 'wordsLost' : null;
  };

  return (request, said) => {
    if (said.length > longestSaid) return 'tooLong';
    const parsed = shape.safeParse(parseJson(said));
    if (!parsed.success) return parseJson(said) === undefined ? 'notJson' : 'wrongShape';
    const topic = request.offered.find((id) => id === parsed.data.topic) ?? null;
    if (topic === null && parsed.data.topic !== 'none') return 'notOffered';
    const { question } = parsed.data;
    if (question !== null && request.turns.length === 0) {
      // To repeat the question is harmless; it says nothing new.
      return question.trim() === request.question.trim() ? { topic, question: null } : 'rewroteUnasked';
    }
    const lie = question === null ? null : lieOf(question, request);
    return lie ?? { topic, question };
  };
}

const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((entry) => all.has(entry));

/** Undefined for what is no JSON. Some models put it between fences, which is no lie. */
function parseJson(said: string): unknown {
  const bare = said.trim().replace(/^```(?:json)?(?=\s)|```$/g, '');
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    return undefined;
  }
}

/** Words that only lean on what was said before need not be kept. */
const filler =
  /那么?|呢|吗|么|的|了|呀|啊|如果|要是|假如|怎么办?|这个?|它|\b(?:and|or|then|what|how|about|if|it|that|this|the|is|are)\b/g;

/** The share of what the question says that the rewritten one says too: Han characters, and words of letters. */
function shareKept(question: string, rewritten: string): number {
  const unitsOf = (text: string): string[] =>
    normalize(text)
      .replace(filler, ' ')
      .match(/\p{Script=Han}|[a-z\d]+/gu) ?? [];
  const units = unitsOf(question);
  const there = new Set(unitsOf(rewritten));
  return units.length === 0 ? 1 : units.filter((unit) => there.has(unit)).length / units.length;
}

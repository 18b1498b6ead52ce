import { chineseNumber, numeralCharacters } from './chinese-numbers.ts';
import type { EligibilityGiven } from './types.ts';

type Value = NonNullable<EligibilityGiven['exportValue']>;
type Currency = Value['currency'];

export interface MoneyFound {
  /** Null for an amount that leaves open how much it is: 两百多万, 30万以上. */
  value: Value | null;
  index: number;
}

const arabic = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+`;
const unit = String.raw`(?:[千百十仟佰拾]?[万萬]|亿|千|(?:w|k|million|mil|mn|m|thousand)(?=usd|us\$|rmb|[^a-z]|$))`;
const amount = String.raw`(?:(?:${arabic})\s*(?:${unit})?(?:(?:${arabic})\s*千(?!万))?|[${numeralCharacters}]+)`;
const usd = String.raw`us\s*dollars?|usd?\s*\$|usd|\$|美元|美金|美刀|美钞|刀(?![具片剪叉])|美(?![国洲])|(?<!hong kong |canadian |australian )dollars?|bucks?`;
const cny = String.raw`人民币|rmb|cny|¥|yuan|元|块钱?`;
const others = String.raw`欧元|欧(?!洲)|英镑|日元|日币|港币|港元|澳元|加元|eur|euros?|gbp|hkd|jpy|aud|cad|€|£`;
const anyCurrency = String.raw`${others}|${usd}|${cny}`;

const loose = String.raw`(?:大概|大约|(?<![合签])约|差不多|将近|接近|(?<![最附])近|about|around|roughly|approximately|nearly|almost|~)`;
const openBefore = String.raw`(?:不到|不足|低于|少于|超过|超|高于|大于|多于|至少|最多|不超过|不低于|under|below|over|above|more than|less than|at least|at most|up to|几|[上数](?=[百千万亿]))`;
const openAfter = String.raw`(?:多|来|几|余)`;
const openLast = String.raw`(?:以上|以下|以内|之内|多(?!少)|不到|出头|\+|or more|or less)`;
const rangeJoin = String.raw`(?:\s*(?:-|–|—|~|～|到|至|to)\s*)`;

const pattern = new RegExp(
  [
    String.raw`(?<range>(?:${arabic}|[${numeralCharacters}]+)\s*(?:${unit})?${rangeJoin})?`,
    String.raw`(?<openBefore>${openBefore}\s*(?:了)?)?(?<loose>${loose}\s*)?`,
    String.raw`(?:(?<before>${anyCurrency})\s*(?:(?<loose2>${loose})\s*)?)?`,
    String.raw`(?<![\d.]|(?<!usd?|rmb|cny)[a-z])(?<amount>${amount})(?<openMid>${openAfter}\s*(?:${unit})?)?`,
    String.raw`(?:\s*(?<tail>左右|上下))?\s*(?:元(?=美|人民币))?(?<after>${anyCurrency})?`,
    String.raw`\s*(?<tail2>左右|上下)?(?<openLast>${openLast})?`,
    String.raw`(?<spread>${rangeJoin}(?:${anyCurrency})?\s*(?:\d|[${numeralCharacters}]))?`,
  ].join(''),
  'giu',
);

/** What follows a number that is no money: a year, days, per cent, pieces, and a first or a half of something. */
const notMoney =
  /^\s*(?:年|月|日|号|天|个|%|％|成|家|票|单|次|人|倍|点|件|套|台|箱|吨|公斤|千克|只|双|条|米|支|瓶|包|days?\b|years?\b|percent\b|(?:pcs|pieces|units|sets|pairs|cartons|tons|kg|kilos|metres|meters)\b)/iu;

/** Amounts of money in a text that `normalise` made plain, in order. A bare number counts only when it is the whole text. */
export function findMoney(text: string): MoneyFound[] {
  const found: MoneyFound[] = [];
  for (const match of text.matchAll(pattern)) {
    const { groups } = match;
    const said = groups?.['amount'];
    if (groups === undefined || said === undefined) continue;
    const currency = currencyOf(groups['before'] ?? groups['after']);
    const open = [
      groups['range'],
      groups['openBefore'],
      groups['openMid'],
      groups['openLast'],
      groups['spread'],
    ];
    const number = amountOf(said);
    const rest = text.slice(match.index + match[0].length);
    const marked =
      currency !== 'unstated' || hasUnit(said) || /[多来余几].*[万萬亿]/u.test(groups['openMid'] ?? '');
    const alone = match[0].trim() === text.trim() && number !== null && number >= 10_000;
    if (!marked && !alone) continue;
    if (currency === 'unstated' && (number === null || notMoney.test(rest))) continue;
    const isOpen = open.some((o) => o !== undefined) || number === null;
    if (isOpen) {
      found.push({ value: null, index: match.index });
      continue;
    }
    const approximate = [groups['loose'], groups['loose2'], groups['tail'], groups['tail2']].some(
      (l) => l !== undefined,
    );
    found.push({
      value: { amount: number, currency, ...(approximate ? { approximate: true } : {}) },
      index: match.index,
    });
  }
  return found;
}

/** Units that are money's alone: 5k and 5m are as likely pieces and metres, 千万 without a digit is "by all means". */
const hasUnit = (said: string): boolean =>
  /[万萬亿]|w$|million|mil$/iu.test(said.trim()) && !/^[百佰千仟万萬亿]/u.test(said.trim());

function currencyOf(word: string | undefined): Currency {
  if (word === undefined) return 'unstated';
  const is = (source: string): boolean => new RegExp(`^(?:${source})$`, 'iu').test(word);
  if (is(others)) return 'other';
  return is(cny) ? 'CNY' : 'USD';
}

const exponents: readonly (readonly [RegExp, number])[] = [
  [/^[千仟][万萬]$/u, 7],
  [/^[百佰][万萬]$/u, 6],
  [/^[十拾][万萬]$/u, 5],
  [/^(?:[万萬]|w)$/iu, 4],
  [/^亿$/u, 8],
  [/^(?:million|mil|mn|m)$/iu, 6],
  [/^(?:k|thousand|千|仟)$/iu, 3],
  [/^(?:百|佰)$/u, 2],
];

/** Decimal shifts instead of multiplication: 29.9999万 is 299999, not a hair beside it. */
function amountOf(said: string): number | null {
  const plain = said.replaceAll(',', '').trim();
  const mixed = /^(\d*\.?\d+)\s*([^\d\s.]+)?(?:(\d*\.?\d+)\s*千)?$/u.exec(plain);
  if (mixed === null) return chineseNumber(plain);
  const [, number = '', name, thousands] = mixed;
  const exponent = name === undefined ? 0 : exponents.find(([p]) => p.test(name))?.[1];
  if (exponent === undefined) return null;
  const main = Number(`${number}e${exponent}`);
  return thousands === undefined ? main : main + Number(`${thousands}e3`);
}

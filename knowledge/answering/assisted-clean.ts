import { loosePatterns, marks, patterns } from '../misses/personal-patterns.ts';

/** Beyond what the office keeps to itself no question may hold: forms that are now and then nobody's, too. */
const further: readonly (readonly [RegExp, string])[] = [
  [/(?<=〔电话〕)\s?[-转]\s?\d{1,6}/g, ''],
  [/(?<![0-9A-Za-z])(?=(?:[^\d\s]*\d){6})[0-9A-Z]{15,20}(?![0-9A-Za-z])/gi, marks.code],
  [/[\p{Script=Han}\w（）()·]{2,30}?(?:股份|集团|有限|责任|进出口|外贸|贸易)+公司/gu, marks.firm],
  [
    /\b[A-Z][\w&.'-]*(?:\s+[A-Z][\w&.'-]*){0,5},?\s+(?:Co\.?,?\s*Ltd|Ltd|Inc|LLC|Corp|GmbH|S\.?A)\b\.?/g,
    marks.firm,
  ],
  [/(?<=(?:我叫|名叫|姓名是?[:：]?|名字是?[:：]?)\s*)[A-Z]\w+(?:\s[A-Z]\w+)?/gu, marks.person],
  [
    /(?!江苏)[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭郎鲁韦马方任袁柳史唐薛雷贺汤罗安常傅康余顾孟黄萧尹姚邵汪毛戴宋茅庞熊纪项董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡霍万柯管卢莫裴陆翁甘][\p{Script=Han}]{0,2}(?=先生|女士|小姐|老师|经理|主任|会计|总(?![额计共是]))/gu,
    marks.person,
  ],
  [
    /[\p{Script=Han}]{2,8}(?:路|街|大道|巷)\d+(?:号|弄)(?:[\p{Script=Han}\d-]{0,12}(?:室|楼|栋|座))?/gu,
    marks.address,
  ],
];

/** A question may turn on an amount, however many figures it has. */
const currency = /^\s*(?:万|亿|美元|美金|欧元|人民币|元|块|刀|usd|eur|rmb|dollars?)/i;
const currencySign = /[$€¥]\s?$/;

const isMoney = (found: string, at: number, text: string): boolean =>
  /^[\d ]+$/.test(found) &&
  (currency.test(text.slice(at + found.length)) || currencySign.test(text.slice(0, at)));

/** None of the patterns has groups, so that what is given beside the match is its place and the whole text. */
const without = (text: string, [pattern, mark]: readonly [RegExp, string]): string =>
  text.replace(pattern, (found: string, at: number, whole: string) =>
    isMoney(found, at, whole) ? found : mark,
  );

/** Names that a text to be sent may not hold. */
export interface NamesToRemove {
  /** Firms that the asker is linked to; removed also in the short forms in which people say them. */
  own: readonly string[];
  /** Other firms and people that the office knows, in the forms given. */
  others: readonly string[];
}

/** What is left of a firm's name without its place, its trade and its legal form, and the two characters it ends with. */
function shortForms(name: string): string[] {
  const core = name
    .replace(/[（(].*?[）)]/g, '')
    .replace(/^(?:.{2,3}省)?(?:.{2,4}市)?(?:.{1,4}(?:区|县))?/u, '')
    .replace(/(?:股份|集团)?(?:有限)?(?:责任)?(?:公司|厂)$/u, '')
    .replace(
      /(?:国际|对外|进出口|贸易|外贸|工贸|商贸|实业|科技|电子|机械|纺织|服装|家具|食品|化工|工艺品|集团)+$/u,
      '',
    );
  // 江苏锦程 is called 锦程.
  return core.length === 4 ? [core, core.slice(2)] : [core];
}

/** One character is no name. */
const shortestName = 2;

/**
 * The text without what tells who asks: phones, mail addresses, numbers of people and firms, accounts, addresses and
 * names. More is removed than from what the office keeps for itself, since this leaves the house; amounts of money stay,
 * since a question may turn on them.
 */
export function cleanForSending(text: string, { own, others }: NamesToRemove): string {
  let clean = text.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  const names = [...own, ...own.flatMap(shortForms), ...others]
    .map((name) => name.normalize('NFKC').trim())
    .filter((name) => name.length >= shortestName)
    .sort((a, b) => b.length - a.length);
  for (const name of names) clean = clean.replaceAll(name, marks.firm);
  return [...patterns, ...loosePatterns, ...further].reduce(without, clean).trim();
}

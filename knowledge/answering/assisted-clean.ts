/** What a person or a firm can be told by, as people type it into a chat. Each gives way to a word in brackets. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/\S+|\bwww\.\S+/gi, '[网址]'],
  [/[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+/g, '[邮箱]'],
  // A resident's number first: it is as long as a credit code.
  [/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, '[证件号]'],
  [/(?<![0-9A-Za-z])(?=(?:[^\d\s]*\d){6})[0-9A-Z]{15,20}(?![0-9A-Za-z])/gi, '[信用代码]'],
  [/(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)/g, '[电话]'],
  [/(?<!\d)(?:\+?86[-\s]?)?\(?0\d{2,3}\)?[-\s]?\d{7,8}(?:[-转]\d{1,6})?(?!\d)/g, '[电话]'],
  [/(?<![\d$])\+\d[\d\s-]{6,16}\d(?!\d)/g, '[电话]'],
  [/[零〇一二三四五六七八九幺]{7,}/g, '[号码]'],
  [/((?:微信|wechat|vx|wx|qq|扣扣)号?\s*(?:是|[:：])?\s*)[a-z\d_-]{5,20}/gi, '$1[账号]'],
  // Long numbers are somebody's, unless they are money.
  [
    /(?<![\d.$€])\d(?:[ -]?\d){7,}(?![\d.]|\s*(?:万|亿|美元|美金|欧元|人民币|元|块|刀|usd|eur|rmb|dollars?))/gi,
    '[号码]',
  ],
  [/[\p{Script=Han}\w（）()·]{2,30}?(?:股份|集团|有限|责任|进出口|外贸|贸易)+公司/gu, '[公司]'],
  [
    /\b[A-Z][\w&.'-]*(?:\s+[A-Z][\w&.'-]*){0,5},?\s+(?:Co\.?,?\s*Ltd|Ltd|Inc|LLC|Corp|GmbH|S\.?A)\b\.?/g,
    '[公司]',
  ],
  [
    /((?:我叫|名叫|姓名是?[:：]?|名字是?[:：]?|\bmy name is\s))\s*(?:\p{Script=Han}{2,4}|[A-Z]\w+(?:\s[A-Z]\w+)?)/giu,
    '$1[姓名]',
  ],
  [
    /(?!江苏)[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭郎鲁韦马方任袁柳史唐薛雷贺汤罗安常傅康余顾孟黄萧尹姚邵汪毛戴宋茅庞熊纪项董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡霍万柯管卢莫裴陆翁甘][\p{Script=Han}]{0,2}(?=先生|女士|小姐|老师|经理|主任|会计|总(?![额计共是]))/gu,
    '[姓名]',
  ],
  [
    /[\p{Script=Han}]{2,8}(?:路|街|大道|巷)\d+(?:号|弄)(?:[\p{Script=Han}\d-]{0,12}(?:室|楼|栋|座))?/gu,
    '[地址]',
  ],
];

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
  for (const name of names) clean = clean.replaceAll(name, '[名称]');
  for (const [pattern, word] of patterns) clean = clean.replace(pattern, word);
  return clean.trim();
}

/** What stands in a stored question for what was taken out. */
export const marks = {
  phone: '〔电话〕',
  mail: '〔邮箱〕',
  code: '〔信用代码〕',
  number: '〔号码〕',
  link: '〔链接〕',
  account: '〔账号〕',
  firm: '〔企业〕',
  person: '〔姓名〕',
  address: '〔地址〕',
  amount: '〔金额〕',
} as const;

/** 2021-2022, 2022-03-15: years and days are no numbers of anybody. */
const noDate =
  '(?!(?:19|20)\\d\\d[ -](?:(?:19|20)\\d\\d|(?:0?[1-9]|1[0-2])[ -](?:0?[1-9]|[12]\\d|3[01]))(?!\\d))';
const accountLead =
  '(?:微信|[薇威]信|v信|wechat|weixin|whats\\s?app|(?<![a-z])[vw]x|(?<![a-z])[vq](?=[:：])|qq|扣扣|q号|支付宝|钉钉|飞书|抖音|telegram|skype)';
const papers = '(?:合同|发票|订单|保单|投保单|提单|运单|报关单|单证|护照|证件|工号)';

/** Told by their form. The order matters: a credit code holds digits that look like a telephone number. */
export const patterns: readonly [RegExp, string][] = [
  [/\b(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；）]+/giu, marks.link],
  [/[\w.+-]+\s?(?:@|#|[([（]at[)\]）])\s?[\w-]+(?:\.[\w-]+)+/gi, marks.mail],
  [
    /(?<![\w@.-])(?:[a-z\d-]+\.)+(?:com|cn|net|org|io|cc|top|xyz|shop|info)(?:\/[^\s\p{Script=Han}，。；）]*)?(?![\w.])/giu,
    marks.link,
  ],
  [/(?<!\d)\d{17}[\dxX](?![\dA-Za-z])/g, marks.number],
  [/(?<![0-9A-Za-z])[0-9A-HJ-NP-RTUWXY]{2}(?:[ -]?[0-9A-HJ-NP-RTUWXY]){15,16}(?![0-9A-Za-z])/g, marks.code],
  [/(?<![0-9a-z])[0-9a-hj-np-rtuwxy]*\d[0-9a-hj-np-rtuwxy]{16,17}(?![0-9a-z])/g, marks.code],
  [
    new RegExp(`(?<=${accountLead}\\s*(?:号码?|id|是|为|[:：])*\\s*)(?!〔)[a-z\\d][\\w-]{4,}`, 'gi'),
    marks.account,
  ],
  [/(?<![\w.])@[a-z]\w{4,}/gi, marks.account],
  [
    new RegExp(
      `(?<=${papers}(?:编?号码?|no\\.?)?(?:是|为|[:：])?\\s*)(?!(?:19|20)\\d\\d(?:\\D|$)|[\\d,.]+\\s?(?:[万亿美元欧天份张个笔%]|usd|rmb))(?=[a-z\\d-]*\\d{3})[a-z\\d][a-z\\d-]{3,}`,
      'gi',
    ),
    marks.number,
  ],
  // Parts of a credit code, passports, invoices: letters among four figures or more, but for amounts such as 450000usd.
  [
    /(?<![a-z\d])(?=[\d-]*[a-z])(?=(?:[a-z-]*\d){4})(?!(?:us|usd|rmb|cny|eur|hkd|iso|hs|gb)[- ]?\d+(?![a-z\d-]))(?!\d+[a-z]{1,4}(?![a-z\d-]))[a-z\d][a-z\d-]{6,}(?![a-z\d])/gi,
    marks.number,
  ],
  [/(?<=\p{Script=Han})[A-Z]\d[A-Z\d]{4}(?![A-Za-z\d])/gu, marks.number],
  [/(?<=尾号(?:是|为|[:：])?\s*)[\dA-Z]{3,6}/gi, marks.number],
  // Cards: before telephone numbers, which four groups of four also look like.
  [/(?<![\d.])\d(?:[ -]?\d){15,}(?![\d.])/g, marks.number],
  [/(?<!\w)\+\s?\d[\d ().-]{7,}\d/g, marks.phone],
  [/(?<!\d)(?:86[-. ]?)?1[3-9]\d(?:[ .·—–-]?\d){8}(?!\d)/g, marks.phone],
  [/(?<!\d)[(（]?0\d{2,3}[)）]?[ .—–-]{0,2}\d{3,4}[ .—–-]?\d{4}(?!\d)/g, marks.phone],
  [/(?<!\d)[48]00[- ]?\d{3}[- ]?\d{4}(?!\d)/g, marks.phone],
  [/[零〇一二三四五六七八九幺]{7,}/g, marks.phone],
  [/(?<![\d.])\d(?:[ -]?\d){11,}(?![\d.])/g, marks.number],
  [new RegExp(`(?<![\\d.])${noDate}\\d{3,4}[- ]\\d{4}(?!\\d)`, 'g'), marks.phone],
  // Cards, accounts, customs and policy numbers; no amount of a small exporter has so many figures.
  [new RegExp(`(?<![\\d.])${noDate}\\d(?:[ -]?\\d){7,}(?![\\d.])`, 'g'), marks.number],
  [/(?<=(?:我叫|我名叫|本人叫|联系人是?|姓名是?|名字是)[:：]?\s*)\p{Script=Han}{2,4}/gu, marks.person],
  [/(?<=\bmy name is )[a-z]+(?: [a-z]+)?/gi, marks.person],
];

const surname =
  '[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛闫段雷黎史陶贺顾毛郝龚邵万戴严莫孔汤]';
const ends = '(?=[，,。.;；!！?？\\s]|能|可|想|怎|的|说|让|$)';

/** Likely to tell of somebody, and no loss in a question; staff may well write 请找王经理 in an answer. */
export const loosePatterns: readonly [RegExp, string][] = [
  [
    /(?:(?![我们在到去住])\p{Script=Han}){2,4}(?:路|街|大道|巷)\s?\d+\s?号(?:[\dA-Za-z-]+(?:号?楼|室|栋|幢|座|层|单元))*/gu,
    marks.address,
  ],
  [
    new RegExp(
      `(?<=^|[，,。\\s]|我是|我叫|找|联系|叫|请|给|和|跟|财务|法人|老板)${surname}(?:总|经理|女士|先生|小姐|会计|主任|老板)`,
      'gu',
    ),
    marks.person,
  ],
  [new RegExp(`(?<=法人(?:代表)?(?:是|叫|[:：])?)${surname}\\p{Script=Han}{1,2}${ends}`, 'gu'), marks.person],
  [/(?<=我姓)\p{Script=Han}/gu, marks.person],
  [/(?<=\b(?:[Tt]his is|I am|I'm) )[A-Z][a-z]+ [A-Z][a-z]+/g, marks.person],
  [
    new RegExp(
      `(?<=(?:(?:公司|企业|单位|厂|店)(?:名字?|名称|全称)(?:是|叫|为|[:：])|(?:公司|厂|店)名?叫)\\s*)(?!什么|谁|哪|怎|不)\\p{Script=Han}{2,20}?${ends}`,
      'gu',
    ),
    marks.firm,
  ],
  [
    new RegExp(
      `(?<=我们是|我司是?|我公司是?|我是|咱们是|这里是|帮)(?!一[家个]|做|个体|外贸|小|中小|新|传统|普通|民营|国有|外资|(?:\\p{Script=Han}{0,6}(?:加工|生产)))\\p{Script=Han}{3,14}?(?:厂|集团|工贸|商行|经营部|科技|商贸|实业|服饰|贸易)${ends}`,
      'gu',
    ),
    marks.firm,
  ],
  [
    /\b(?:(?!(?:can|could|we|is|are|our|the|for|does|of|my|hello|hi|if|and|company|a|an|from|with|buyer|customer)\b)[\w&.-]+\s+){1,4}(?:co\.?,?\s*ltd|ltd|inc|llc|corp|gmbh|plc|s\.r\.l)\b\.?/gi,
    marks.firm,
  ],
];

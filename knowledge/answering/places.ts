import type { PolicyPack } from '../packs/schema.ts';

/** Provinces and the cities and districts that exporters name most, under their province. */
const places: Record<string, string> = {
  北京: 'beijing',
  天津: 'tianjin',
  上海: 'shanghai|沪|浦东',
  重庆: 'chongqing',
  河北: 'hebei|石家庄|唐山|保定|廊坊|沧州',
  山西: 'shanxi|太原|大同',
  辽宁: 'liaoning|沈阳|大连|营口',
  吉林: 'jilin|长春',
  黑龙江: 'heilongjiang|哈尔滨|绥芬河',
  江苏: 'jiangsu|南京|无锡|徐州|常州|苏州|南通|连云港|淮安|盐城|扬州|镇江|泰州|宿迁|昆山|张家港|江阴|常熟|太仓',
  浙江: 'zhejiang|杭州|宁波|温州|义乌|嘉兴|绍兴|金华|台州|湖州|慈溪|余姚|永康|舟山|ningbo|hangzhou|yiwu|wenzhou',
  安徽: 'anhui|合肥|芜湖|马鞍山|滁州',
  福建: 'fujian|福州|厦门|泉州|晋江|莆田|xiamen|fuzhou',
  江西: 'jiangxi|南昌|九江|景德镇|赣州',
  山东: 'shandong|济南|青岛|烟台|潍坊|临沂|威海|淄博|qingdao',
  河南: 'henan|郑州|洛阳|许昌',
  湖北: 'hubei|武汉|宜昌|wuhan',
  湖南: 'hunan|长沙|株洲|浏阳',
  广东: 'guangdong|广州|深圳|东莞|佛山|珠海|中山|惠州|汕头|湛江|江门|guangzhou|shenzhen|dongguan',
  广西: 'guangxi|南宁|柳州|桂林',
  海南: 'hainan|海口|三亚',
  四川: 'sichuan|成都|绵阳|chengdu',
  贵州: 'guizhou|贵阳',
  云南: 'yunnan|昆明',
  西藏: 'tibet|拉萨',
  陕西: 'shaanxi|西安',
  甘肃: 'gansu|兰州',
  青海: 'qinghai|西宁',
  宁夏: 'ningxia|银川',
  新疆: 'xinjiang|乌鲁木齐|霍尔果斯',
  内蒙古: 'inner mongolia|内蒙|呼和浩特|包头|满洲里',
  香港: 'hong ?kong|(?<![a-z])hk(?![a-z])',
  澳门: 'macau|macao',
  台湾: 'taiwan|台北',
};

/** A port, customs house or road that only carries the goods says nothing of where the firm sits. */
export const inTransit = '(?!.{0,3}(港(?!公司|企业)|口岸|海关|出运|发货|报关|装船|起运|走货|路))';

/** Also destinations of exports, so a buyer there is no sign of where the firm sits. */
const overseas = new Set(['香港', '澳门', '台湾']);

/** Regular expression sources for places outside the pack's province, and inside it. */
export function placeSources(pack: PolicyPack): { other: string[]; own: string[] } {
  const other: string[] = [];
  const own: string[] = [...pack.cities, ...pack.provinceAliases].map((name) => name.toLowerCase());
  for (const [province, aliases] of Object.entries(places)) {
    const names = `${province}|${aliases}`;
    const isOwn = pack.provinceAliases.some((alias) => province === alias || alias.startsWith(province));
    if (isOwn) own.push(names);
    else if (overseas.has(province))
      other.push(
        `(?<!出口到|发往|卖到|出到|发到|运到|出口去|经|做)(?:${names})(?!的?(客户|买家|银行|买方|抬头|名义|公司(?:不|签|名义|抬头)|那边的(客户|单)))`,
      );
    else other.push(`(?:${names})${inTransit}`);
  }
  other.push(
    '外省',
    '(其他|其它|别的|另外的)(省|城市|地方|地区的?(政策|统保|企业))',
    '全国(各地|都|统一|的)',
    '\\bother provinces?\\b',
    '外地(企业|公司|的)',
  );
  return { other, own };
}

/** What a programme rules; said of a year, it is the year of the programme and not that of exports. */
export const ruled =
  '统保|政策|通知|规定|赔付|赔偿|赔多少|赔几成|最高赔|最多赔|保额|信用期|账期|承保|保费|收费|费用|条件|门槛|资格|参保|投保|标准|流程|怎么办理';
const ruledMatter = new RegExp(ruled);
const ofExports =
  /出口|报关|外销|外贸额|业绩|流水|营业|销售|做了|做满|万|million|美元|美金|刀|\busd\b|export/;

const digits = '零一二三四五六七八九';
/** 二三年 is 2023 where a programme or exports of it are spoken of, and otherwise two or three years. */
const spokenYear = new RegExp(
  `(?<![零〇一二两三四五六七八九十百千几做干了近快])([一二])([零〇一二三四五六七八九])年(?=度|的|${ruled}|出口|小微)`,
  'g',
);
/** 二三年 as 2023年. */
export const yearsInDigits = (text: string): string =>
  text.replace(
    spokenYear,
    (_all, ten: string, one: string) => `20${digits.indexOf(ten)}${Math.max(0, digits.indexOf(one))}年`,
  );

/** The first calendar year named as the year of a policy or of exports that the pack does not treat, or null. */
export function otherYear(said: string, pack: PolicyPack): number | null {
  const text = yearsInDigits(said);
  const founded = /(成立|注册|开业|创办|建厂|出生|founded|established|since)/;
  const pattern =
    /(?<!\d)(?:(20\d\d)(?!\d|万|美元|元|个|单|天|家| ?号| ?usd)|([012]\d)(?=年(?:度|的|政策|统保|出口|小微|标准|新|版|保|投|参|赔|做|还|有|是|[,，]|$)))/g;
  for (const found of text.matchAll(pattern)) {
    const year = found[1] === undefined ? 2000 + Number(found[2]) : Number(found[1]);
    const around = text.slice(Math.max(0, found.index - 8), found.index + 14);
    if (
      founded.test(around) ||
      (found[2] !== undefined && /(做了|干了|有|快)$/.test(text.slice(0, found.index)))
    )
      continue;
    const exportYear =
      year === pack.eligibility.baseYear &&
      !/年度?的?(统保|政策|保单|标准|版|通知|赔|小微)/.test(around) &&
      (ofExports.test(text) || !ruledMatter.test(around));
    if (year !== pack.policyYear && !exportYear) return year;
  }
  return null;
}

const comingYear = ['明年', '下一?年度?', '新一年度', '来年', '\\bnext year\\b'];
/** 去年 alone is mostly the year of the exports or of one's own policy; these speak of the programme of that year. */
const pastRuled =
  '参保条件|参保资格|参保门槛|政策|通知|规定|赔付比例|赔付率|赔付标准|最高赔|最多赔|赔多少|赔几成|信用期|账期|承保|保费|收费|费用|条件|门槛|标准|流程|统保的?(?:赔|比例|条件|门槛|标准|额度)';
const pastYear = [
  `(?:去年|上一?年度?|上年度?)度?(?:我们|咱们|我司)?的?(?:${pastRuled})`,
  `(?:比例|赔偿额|额度|门槛|标准|期限|政策)(?:去年|上一?年度?)(?:是|有)`,
  "\\blast year'?s? (?:payout|cap|maximum|ratio|policy|programme|notice|rules?|terms?)",
];

/** 明年, 下一年度 and the like: a policy year that the pack cannot know. */
export const nextYearSources = [
  ...comingYear,
  ...pastYear,
  '后年',
  `前年度?(?:我们|咱们|我司)?的?(?:${pastRuled})`,
  '往年',
  '历年',
  '以前年度',
  '前几年',
  '最新(的)?政策',
];

/** Words for the policy year after or before the one that is spoken of, as sources of regular expressions. */
export const relativeYears: readonly { by: 1 | -1; source: string }[] = [
  { by: 1, source: comingYear.join('|') },
  { by: -1, source: pastYear.join('|') },
];

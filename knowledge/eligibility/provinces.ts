import type { Locale } from '../answering/types.ts';
import type { PolicyPack } from '../packs/schema.ts';

/** Provinces, municipalities and regions: short form, suffix of the full form, English. */
const provinces: readonly (readonly [short: string, suffix: string, english: string])[] = [
  ['北京', '市', 'beijing'],
  ['天津', '市', 'tianjin'],
  ['河北', '省', 'hebei'],
  ['山西', '省', 'shanxi'],
  ['内蒙古', '自治区', 'inner mongolia'],
  ['辽宁', '省', 'liaoning'],
  ['吉林', '省', 'jilin'],
  ['黑龙江', '省', 'heilongjiang'],
  ['上海', '市', 'shanghai'],
  ['江苏', '省', 'jiangsu'],
  ['浙江', '省', 'zhejiang'],
  ['安徽', '省', 'anhui'],
  ['福建', '省', 'fujian'],
  ['江西', '省', 'jiangxi'],
  ['山东', '省', 'shandong'],
  ['河南', '省', 'henan'],
  ['湖北', '省', 'hubei'],
  ['湖南', '省', 'hunan'],
  ['广东', '省', 'guangdong'],
  ['广西', '壮族自治区', 'guangxi'],
  ['海南', '省', 'hainan'],
  ['重庆', '市', 'chongqing'],
  ['四川', '省', 'sichuan'],
  ['贵州', '省', 'guizhou'],
  ['云南', '省', 'yunnan'],
  ['西藏', '自治区', 'tibet'],
  ['陕西', '省', 'shaanxi'],
  ['甘肃', '省', 'gansu'],
  ['青海', '省', 'qinghai'],
  ['宁夏', '回族自治区', 'ningxia'],
  ['新疆', '维吾尔自治区', 'xinjiang'],
  ['香港', '特别行政区', 'hong kong'],
  ['澳门', '特别行政区', 'macao'],
  ['台湾', '省', 'taiwan'],
];

/** Cities that firms name instead of their province: all of Jiangsu's, and large ports and export places elsewhere. */
const cities: Record<string, readonly string[]> = {
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 张家港 江阴 常熟'.split(' '),
  浙江: '杭州 宁波 温州 绍兴 义乌 金华 嘉兴 湖州 台州 慈溪'.split(' '),
  广东: '广州 深圳 东莞 佛山 中山 珠海 汕头 惠州 江门'.split(' '),
  福建: '福州 厦门 泉州 漳州 晋江'.split(' '),
  山东: '济南 青岛 烟台 潍坊 威海 临沂'.split(' '),
  安徽: '合肥 芜湖 蚌埠 滁州'.split(' '),
  河北: '石家庄 保定 唐山'.split(' '),
  辽宁: '沈阳 大连'.split(' '),
  湖北: '武汉'.split(' '),
  湖南: '长沙'.split(' '),
  河南: '郑州'.split(' '),
  四川: '成都'.split(' '),
  陕西: '西安'.split(' '),
};

/**
 * The same in English. Names that two provinces share are left out: Taizhou is in Jiangsu and in Zhejiang. Suzhou is
 * also a smaller place in Anhui, but who writes it in English means the one of Jiangsu.
 */
const englishCities: Record<string, string> = {
  江苏: "nanjing|wuxi|xuzhou|changzhou|suzhou|nantong|lianyungang|huai['’ ]?an|yancheng|yangzhou|zhenjiang|suqian|kunshan|zhangjiagang|jiangyin|changshu|taicang",
  浙江: 'hangzhou|ningbo|wenzhou|shaoxing|yiwu|jinhua|jiaxing|huzhou|cixi',
  广东: 'guangzhou|shenzhen|dongguan|foshan|zhongshan|zhuhai|shantou|huizhou|jiangmen',
  福建: 'xiamen|quanzhou|zhangzhou|jinjiang',
  山东: 'jinan|qingdao|yantai|weifang|weihai|linyi',
  安徽: 'hefei|wuhu|bengbu|chuzhou',
  河北: 'shijiazhuang|baoding|tangshan',
  辽宁: 'shenyang|dalian',
  湖北: 'wuhan',
  湖南: 'changsha',
  河南: 'zhengzhou',
  四川: 'chengdu',
  陕西: "xi'an",
};

/** Not a firm's place: a port, a customs office, a buyer's town, the insurer's branch. */
const before = '(?<!到|去|往|从|经|发|运)';
const after = '(?!港|口岸|海关|机场|客户|买家|买方|仓|分公司|信保)';

const names = [...provinces.map(([short]) => short), ...Object.values(cities).flat()];
const chinese = new RegExp(
  `(?<not>不是|不在|非|不属于)?(?:在|属于)?${before}(?<name>${names.join('|')})${after}`,
  'u',
);
const englishNames = [...provinces.map((p) => p[2]), ...Object.values(englishCities)].join('|');
const english = new RegExp(
  String.raw`(?<!\b(?:to|via|through) )\b(?<not>not (?:in|from) )?(?<name>${englishNames})\b(?! (?:port|customs|airport|buyer|customer|client))`,
);
const elsewhere = /外省|别的省|其他省|其它省|省外/u;

/** The province that a sentence names as the firm's, in its short Chinese form; `非江苏` when it is denied; null when none. */
export function findProvince(text: string): string | null {
  const found = chinese.exec(text)?.groups ?? english.exec(text.toLowerCase())?.groups;
  if (found === undefined) return elsewhere.test(text) ? '外省' : null;
  const province = provinceOf(found['name'] ?? '');
  if (province === null) return null;
  return found['not'] === undefined ? province : `非${province}`;
}

/** Short Chinese form of a province or city; null for a place we do not know. */
function provinceOf(name: string): string | null {
  const plain = name.trim().toLowerCase();
  for (const [short, suffix, englishName] of provinces) {
    if ([short, `${short}${suffix}`, `${short}省`, `${short}市`, englishName].includes(plain)) return short;
    if (plain === `${englishName} province`) return short;
  }
  for (const [province, list] of Object.entries(englishCities)) {
    if (new RegExp(`^(?:${list})(?: city)?$`, 'u').test(plain)) return province;
  }
  const city = plain.replace(/市$/u, '');
  return Object.entries(cities).find(([, list]) => list.includes(city))?.[0] ?? null;
}

export const isProvinceName = (name: string): boolean => provinceOf(name) !== null || elsewhere.test(name);

/** A place as a firm named it, in the reader's language as far as we know it. */
export function placeName(name: string, locale: Locale): string {
  if (locale !== 'en') return name;
  const english = provinces.find(([short]) => short === provinceOf(name))?.[2];
  return english?.replace(/\b[a-z]/gu, (letter) => letter.toUpperCase()) ?? name;
}

/** The pack's province: as the source names it, or the first of its other names in Latin letters. */
export const provinceName = (pack: PolicyPack, locale: Locale): string =>
  (locale === 'en' ? pack.provinceAliases.find((name) => /^[a-z]/iu.test(name)) : undefined) ??
  pack.eligibility.province;

/** Whether a place as a firm named it is the pack's province or a city of it. */
export function isPackProvince(pack: PolicyPack, name: string): boolean {
  const plain = name.trim();
  const own = [pack.eligibility.province, pack.province, ...pack.provinceAliases].map((p) => p.toLowerCase());
  if (own.includes(plain.toLowerCase())) return true;
  if (pack.cities.includes(plain.replace(/市$/u, ''))) return true;
  const province = provinceOf(plain);
  return province !== null && own.includes(province);
}

import { policyPackSchema } from '../knowledge/packs/schema.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';

const places: Record<string, string> = {
  浙江: 'Zhejiang',
  安徽: 'Anhui',
  福建: 'Fujian',
  江西: 'Jiangxi',
  山东: 'Shandong',
  河南: 'Henan',
  湖北: 'Hubei',
  湖南: 'Hunan',
  广东: 'Guangdong',
  海南: 'Hainan',
  四川: 'Sichuan',
  贵州: 'Guizhou',
  云南: 'Yunnan',
  陕西: 'Shaanxi',
  甘肃: 'Gansu',
  青海: 'Qinghai',
  河北: 'Hebei',
  山西: 'Shanxi',
  辽宁: 'Liaoning',
  吉林: 'Jilin',
  黑龙江: 'Heilongjiang',
  北京: 'Beijing',
  上海: 'Shanghai',
  天津: 'Tianjin',
  重庆: 'Chongqing',
};

/** Packs to measure with, at most fifty: the base under other names, for two years, each with a ratio of its own. */
export function manyPacks(base: PolicyPack, count: number): PolicyPack[] {
  const [ownName = '', ownLatin = ''] = [/^\p{Script=Han}+$/u, /^[A-Za-z]+$/].map(
    (kind) => base.provinceAliases.filter((alias) => kind.test(alias)).sort((a, b) => a.length - b.length)[0],
  );
  return [base.policyYear, base.policyYear + 1]
    .flatMap((policyYear) => Object.entries(places).map(([name, latin]) => ({ policyYear, name, latin })))
    .slice(0, count)
    .map(({ policyYear, name, latin }, i) => {
      const renamed = JSON.stringify(base).replaceAll(ownName, name).replaceAll(ownLatin, latin);
      const pack = policyPackSchema.parse(JSON.parse(renamed));
      return {
        ...pack,
        id: `${latin.toLowerCase()}-${policyYear}`,
        policyYear,
        cities: [],
        eligibility: { ...pack.eligibility, baseYear: policyYear - 1 },
        payout: { ...pack.payout, ratioPercent: 21 + i },
      };
    });
}

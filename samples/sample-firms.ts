import { usccCheckCharacter } from '../knowledge/firms/uscc.ts';

/** Fictional firms: every name says so, and no place of registration has the number 329999. */
export interface SampleFirm {
  name: string;
  uscc: string;
  city: string;
  /** 万美元, as the list gives it. */
  value: string;
  contactName: string;
  contactPhone: string;
  listed: '是' | '否';
}

const trades = [
  '纺织',
  '机电',
  '玩具',
  '五金',
  '家居用品',
  '农产品',
  '服装',
  '化工',
  '电子',
  '木业',
  '箱包',
  '陶瓷',
  '塑料制品',
  '户外用品',
  '汽车配件',
  '食品',
  '医疗用品',
  '灯具',
  '文具',
  '园艺',
];
const surnames = '王李张刘陈杨黄赵吴周';

/** City and value in 万美元 of each firm of the clean list; the first is the trial's demo firm. */
const cleanRows: [city: string, value: string, listed: '是' | '否'][] = [
  ['淮安', '126.5', '是'],
  ['淮安', '30', '是'],
  ['淮安', '300', '是'],
  ['淮安', '45', '是'],
  ['淮安', '88.32', '是'],
  ['淮安', '210.75', '是'],
  ['淮安', '33.6', '是'],
  ['淮安', '157', '是'],
  ['淮安', '62.48', '是'],
  ['淮安', '299.99', '是'],
  ['淮安', '71.2', '是'],
  ['淮安', '104', '是'],
  ['淮安', '96.05', '是'],
  ['淮安', '240', '是'],
  ['淮安', '51.9', '是'],
  ['淮安', '183.4', '是'],
  ['淮安', '29.99', '否'],
  ['淮安', '300.01', '否'],
  ['淮安', '12', '否'],
  ['淮安', '75', '否'],
  ['南京', '260', '是'],
  ['苏州', '290.4', '是'],
  ['无锡', '199', '是'],
  ['徐州', '80', '是'],
  ['盐城', '64.7', '是'],
  ['宿迁', '38', '是'],
  ['连云港', '145.25', '是'],
  ['扬州', '520', '否'],
  ['南通', '110', '是'],
  ['泰州', '9.8', '否'],
];

/** Further firms that the sample with mistakes is made of. */
const mistakenRows: [city: string, value: string, listed: '是' | '否'][] = Array.from({ length: 24 }, () => [
  '淮安',
  '66.6',
  '是',
]);

function firm([city, value, listed]: (typeof cleanRows)[number], index: number): SampleFirm {
  const number = String(index + 1).padStart(4, '0');
  const first17 = `91329999MADEM${number}`;
  const round = index < trades.length ? '示例' : '演示';
  return {
    name: `${city}${round}${trades[index % trades.length] ?? ''}有限公司`,
    uscc: first17 + (usccCheckCharacter(first17) ?? ''),
    city,
    value,
    contactName: `${surnames[index % surnames.length] ?? ''}示例`,
    contactPhone: `13800000${String(101 + index)}`,
    listed,
  };
}

export const cleanFirms: SampleFirm[] = cleanRows.map(firm);
export const mistakenFirms: SampleFirm[] = mistakenRows.map((row, i) => {
  const made = firm(row, cleanRows.length + i);
  return {
    ...made,
    name: `${made.city}练习${trades[i % trades.length] ?? ''}${i < trades.length ? '示例' : '演示'}有限公司`,
  };
});

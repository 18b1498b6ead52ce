import type { SampleFirm } from './sample-firms.ts';

type Row = Omit<SampleFirm, 'listed'> & { listed: string; note: string };

/** A list in which each row shows one mistake, named in its last column; the last rows are right. */
export function listWithMistakes(firms: SampleFirm[]): { header: string[]; rows: string[][] } {
  let next = 0;
  const row = (note: string, change: (f: SampleFirm) => Partial<Row> = () => ({})): Row => {
    const firm = firms[next];
    if (firm === undefined) throw new Error('too few sample firms');
    next += 1;
    return { ...firm, note, ...change(firm) };
  };
  const last = (uscc: string): string => (uscc.endsWith('0') ? '1' : '0');
  const rows: Row[] = [
    row('没有企业名称', () => ({ name: '' })),
    row('没有信用代码', () => ({ uscc: '' })),
    row('信用代码少一位', (f) => ({ uscc: f.uscc.slice(0, 17) })),
    row('信用代码里有字母 O', (f) => ({ uscc: f.uscc.replace('0', 'O') })),
    row('校验码不对', (f) => ({ uscc: f.uscc.slice(0, 17) + last(f.uscc) })),
    row('信用代码被 Excel 变成数字', () => ({ uscc: '9.13299990000000E+17' })),
    row('不认识的城市', () => ({ city: '杭州' })),
    row('没有城市', () => ({ city: '' })),
    row('出口额不是数字', () => ({ value: '约六十万' })),
    row('出口额是负数', () => ({ value: '-66.6' })),
    row('出口额写的是人民币', () => ({ value: '430万元人民币' })),
    row('单元格是错误值', () => ({ value: '#REF!' })),
    row('是否在名单看不懂', () => ({ listed: '待定' })),
    row('没有填是否在名单', () => ({ listed: '' })),
  ];
  const twice = row('同一信用代码，内容不同');
  rows.push(twice, { ...twice, value: '99.9' });
  const same = row('完全相同的两行（只算一次）');
  rows.push(
    same,
    { ...same },
    row('没有出口额（提醒）', () => ({ value: '' })),
    row('电话不像电话（提醒）', () => ({ contactPhone: '12345' })),
    row('在名单内但出口额超出范围（提醒）', () => ({ value: '666' })),
    row('全角和小写的信用代码（可以导入）', (f) => ({ uscc: fullWidth(f.uscc.toLowerCase()) })),
    row('带省名和“市”字（可以导入）', () => ({ city: '江苏省淮安市' })),
    row('不在核准名单（可以导入）', () => ({ listed: '×' })),
  );
  const header = [
    '企业名称',
    '信用代码',
    '设区市',
    '2021年出口额(万美元)',
    '联系人',
    '手机',
    '是否在核准名单',
    '说明',
  ];
  return {
    header,
    rows: rows.map((r) => [r.name, r.uscc, r.city, r.value, r.contactName, r.contactPhone, r.listed, r.note]),
  };
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

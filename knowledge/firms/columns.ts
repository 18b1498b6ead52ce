import { bareHeader, columnsIn, plainHeader } from './header.ts';
import type { HeaderColumn } from './header.ts';
import type { Cell, ListField } from './types.ts';

/** Header names as they are met, after `plain`; the export value's is found by pattern, since it holds year and unit. */
const names: Record<Exclude<ListField, 'exportValue'>, readonly string[]> = {
  name: [
    '企业名称',
    '公司名称',
    '单位名称',
    '企业',
    '公司',
    '企业全称',
    '投保企业',
    '投保企业名称',
    '企业中文名称',
    'firm',
    'firmname',
    'company',
    'companyname',
    'name',
    'enterprisename',
  ],
  uscc: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '企业信用代码',
    '企业统一社会信用代码',
    '统一信用代码',
    '统一社会信用代码证号',
    '18位统一社会信用代码',
    'uscc',
    'usci',
    'creditcode',
    'unifiedsocialcreditcode',
    'socialcreditcode',
  ],
  city: [
    '城市',
    '市',
    '所在市',
    '所在城市',
    '所属市',
    '所属城市',
    '设区市',
    '所在设区市',
    '地市',
    '所属地市',
    '所在地市',
    '地级市',
    'city',
  ],
  contactName: ['联系人', '联系人姓名', '企业联系人', '经办人', 'contact', 'contactname', 'contactperson'],
  contactPhone: [
    '联系电话',
    '联系人电话',
    '联系人手机',
    '联系人手机号',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '电话号码',
    '联系方式',
    'phone',
    'phonenumber',
    'contactphone',
    'mobile',
    'tel',
    'telephone',
  ],
  listed: [
    '在核准名单',
    '是否在核准名单',
    '是否在名单',
    '是否在核准名单内',
    '在核准名单内',
    '是否在名单内',
    '核准名单',
    '在名单',
    '在名单内',
    '是否列入名单',
    '是否列入核准名单',
    'listed',
    'onapprovedlist',
    'approvedlist',
    'onlist',
  ],
};

/** Which field a header names, or null. */
export function fieldOf(header: string): ListField | null {
  const text = plainHeader(header);
  if (text === '') return null;
  if (
    /出口(?:总)?(?:额|金额|值)|export(?:s|value|volume|amount)|^export\b/u.test(text) &&
    !/增长|增速|同比|占比|比重|%|growth|排名/u.test(text)
  )
    return 'exportValue';
  const bare = bareHeader(header);
  const found = Object.entries(names).find(([, known]) => known.includes(bare));
  return found === undefined ? null : (found[0] as ListField);
}

/** The column that our own file of rejected rows adds. */
export const isReasonColumn = (header: string): boolean => ['原因', 'reason'].includes(plainHeader(header));

export const readHeader = (cells: Cell[]): HeaderColumn<ListField>[] => columnsIn(cells, fieldOf);

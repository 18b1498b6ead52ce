/** Domain words typed in pinyin without tones or spaces. Longest match wins. */
const words: Record<string, string> = {
  peifubili: '赔付比例',
  peifu: '赔付',
  peichang: '赔偿',
  bili: '比例',
  zuigao: '最高',
  zuiduo: '最多',
  pei: '赔',
  toubao: '投保',
  canbao: '参保',
  tongbao: '统保',
  baodan: '保单',
  baofei: '保费',
  baoxian: '保险',
  chengbao: '承保',
  fanwei: '范围',
  fengxian: '风险',
  danyichuangkou: '单一窗口',
  chuangkou: '窗口',
  danchuang: '单窗',
  xiaowei: '小微',
  xinbao: '信保',
  zhongguoxinbao: '中国信保',
  farenka: '法人卡',
  dukaqi: '读卡器',
  denglu: '登录',
  dengbushang: '登不上',
  mima: '密码',
  shimingrenzheng: '实名认证',
  shiming: '实名',
  lianxiren: '联系人',
  dianhua: '电话',
  lianxi: '联系',
  danzheng: '单证',
  querentoubao: '确认投保',
  queren: '确认',
  zhizhang: '制章',
  gaizhang: '盖章',
  yinzhang: '印章',
  gongzhang: '公章',
  xieyi: '协议',
  qianyue: '签约',
  qianshu: '签署',
  shouquan: '授权',
  tijiao: '提交',
  zhangqi: '账期',
  xinyongqi: '信用期',
  xinyong: '信用',
  qixian: '期限',
  tuihui: '退回',
  tuidan: '退单',
  xuzhuan: '续转',
  xubao: '续保',
  jiechu: '解除',
  shoufei: '收费',
  feiyong: '费用',
  mianfei: '免费',
  zige: '资格',
  tiaojian: '条件',
  chukoue: '出口额',
  chukou: '出口',
  mingdan: '名单',
  liulanqi: '浏览器',
  xinbutianxia: '信步天下',
  yaoqingma: '邀请码',
  qunhao: '群号',
  qun: '群',
  liucheng: '流程',
  wangzhi: '网址',
  caozuo: '操作',
  maijia: '买家',
  kehu: '客户',
  pochan: '破产',
  tuoqian: '拖欠',
  jushou: '拒收',
  lipei: '理赔',
  suopei: '索赔',
  xiane: '限额',
  tuishui: '退税',
  daikuan: '贷款',
  zenme: '怎么',
  zenmeban: '怎么办',
  zenyang: '怎样',
  shenme: '什么',
  shisha: '是啥',
  nali: '哪里',
  zaina: '在哪',
  duoshao: '多少',
  keyi: '可以',
  neng: '能',
  bu: '不',
  ma: '吗',
  shi: '是',
  women: '我们',
  yao: '要',
  qian: '钱',
  nihao: '你好',
  xiexie: '谢谢',
  tianqi: '天气',
};

const byLength = Object.keys(words).sort((a, b) => b.length - a.length);

function readPinyin(letters: string): string | null {
  let at = 0;
  let out = '';
  while (at < letters.length) {
    const word = byLength.find((candidate) => letters.startsWith(candidate, at));
    if (word === undefined) return null;
    out += words[word] ?? '';
    at += word.length;
  }
  return out;
}

/** Runs of Latin words that read wholly as pinyin of the field's words become Chinese; English stays as it is. */
export function readPinyinRuns(text: string): string {
  return text.replace(/[a-z]{2,}(?: [a-z]{2,})*/g, (run) => {
    const whole = readPinyin(run.replaceAll(' ', ''));
    // Words of three letters and fewer (ma, bu, shi) are no evidence of pinyin on their own.
    return whole !== null && run.length > 3 ? whole : run;
  });
}

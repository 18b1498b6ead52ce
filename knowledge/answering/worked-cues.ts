/** Tells the loss or the exports of a question from its other amounts. In doubt an amount is neither: then no line is said. */

const number = String.raw`(?:usd|us\$|rmb|[$¥€])?\s*(?:\d(?![\d.]*\s*[%％成])|[零一二两三四五六七八九十百千几]+(?:[万亿元块美刀]|点))`;

/** One of these words stands right before an amount (合同金额10万) or right after it (10万的合同). */
function amountOf(words: readonly string[], english: readonly string[]): RegExp {
  const zh = words.join('|');
  const en = `\\b(?:${english.join('|')})s?\\b`;
  const units = String.raw`(?:\d\s*[万千百亿wk]*|[万千百亿])\s*(?:美元|美金|刀|元|块|人民币|usd|rmb|us dollars?|dollars?|million)?`;
  return new RegExp(
    [
      String.raw`(?:${zh})[^\s\d，,。;；:：?？!！]{0,5}\s*[:：]?\s*${number}`,
      String.raw`${units}\s*的\s*(?:${zh})`,
      String.raw`${en}(?: (?!lost|loss)[a-z]+){0,3} ?[:：]? ?${number}`,
      String.raw`${units} (?:in |of |worth of )?${en}`,
    ].join('|'),
    'iu',
  );
}

/** Money that is neither what a firm exported nor what it lost. */
const otherMoney = amountOf(
  [
    '合同(?!货款)',
    '注册资[本金]',
    '营业额',
    '营收',
    '流水',
    '销售额?',
    '产值',
    '利润',
    '资产',
    '保额',
    '投保额?',
    '保险金额?',
    '授信',
    '贷款',
    '融资',
    '保费',
    '单价',
    '运费',
    '退税',
    '税款?',
    '罚款',
    '工资',
    '进口额?',
    '内销',
    '[定订]金',
    '预付款?',
    '预收款?',
    '首付款?',
  ],
  [
    'contracts?',
    'registered capital',
    'capital',
    'turnover',
    'revenue',
    'sales',
    'profit',
    'assets?',
    'sum insured',
    'insured(?: amount| value)?',
    'coverage',
    'loan',
    'premium',
    'freight',
    'tax',
    'import',
    'imported',
    'deposit',
    'down payment',
    'prepaid',
    'prepayment',
    'advance',
  ],
);

const lostMoney =
  /赔|拖欠|欠款|损失|货款|尾款|余款|发票|货值|订单|这票|一票|这单|一单|这批|一批|一笔|这笔|每柜|\b(?:claim|owes?|lost|loss|order|invoice|shipment|unpaid|balance)\b/iu;

/** The amount is of something else than a year's exports. */
export const isNotExports = (text: string): boolean =>
  lostMoney.test(text) ||
  otherMoney.test(text) ||
  /注册资[本金]|营业额|营收|利润|进口|\b(?:premium|revenue|turnover|profit|imports?|capital)\b/iu.test(text);

const lossCue =
  /亏|损|破产|拖欠|欠|拒收|收不回|没收回|收不到|没付|不付|不给|跑路|倒闭|赔多少|赔几|怎么赔|赔付多少|能赔|\b(?:loss|losses|lose|lost|losing|owe[sd]?|owing|bust|bankrupt|bankruptcy|insolven\w+|unpaid|(?:not|never|doesn't|didn't|won't|hasn't) (?:pay|paid)|defaults?|defaulted|refus\w+)\b/iu;

/** An amount that is to be paid out, or a limit: 能赔10万吗, 最高15万. */
const paidOut = new RegExp(
  [
    String.raw`(?:最高|最大|最多|封顶|上限|限额|额度|出口额|年出口|出口总额)[^，,。;；?？]{0,8}${number}`,
    String.raw`出口了?\s*${number}`,
    String.raw`赔(?:付|偿|款)?(?:到|给|了|出)?(?:我们?|你们?|他们?)?(?:的?是)?\s*${number}`,
    String.raw`(?<!not |never |n['’]t )\b(?:pays?|paid|get|receive|reimburse|compensate|maximum|max|cap|limit|exports?|exported)(?: us| me| out| of| is| back| were| was)* *${number}`,
  ].join('|'),
  'iu',
);

/** Only some of it is lost, and it is not said how much that is. */
const partly =
  /一半|三分之|四分之|部分|[定订]金|预付|预收|首付|\b(?:half|part of|partly|a third|deposit|prepaid|prepayment|in advance|down payment)\b/iu;
/** What is left, which is then what is lost. */
const remainder =
  /尾款|余款|剩|余下|其余|没付的|未付的|\b(?:remaining|remainder|balance|rest|outstanding|unpaid|left)\b/iu;

/** The one amount of the text is a loss, or what a buyer has not paid. */
export const isLoss = (text: string): boolean =>
  lossCue.test(text) &&
  !otherMoney.test(text) &&
  !paidOut.test(text) &&
  (!partly.test(text) || remainder.test(text));

/** 两个买家各损失10万: how many there are is not worked out, and the amount of one is not the loss. */
export const isPerOne = (text: string): boolean =>
  /各自?(?!种|类|国|地|项|位|方面)|分别|每(?:个|家|票|笔|单|人|次|一)(?!保单)|均(?:损|亏)|\b(?:each|every|apiece|respectively|per (?:buyer|shipment|order|invoice))\b/iu.test(
    text,
  );

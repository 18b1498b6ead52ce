/** Small concepts that cues need beside the main vocabularies. */
export const linkConcepts = {
  who: ['谁', '哪位', '哪个人', '\\bwho\\b', '\\bwhom\\b'],
  give: ['给(我|个)', '发(我|一下|给|个|下)', '要个', '要一个', '告诉', '\\bgive\\b', '\\bsend\\b'],
  have: ['有(没有)?', '\\bhave\\b', '\\bis there\\b'],
  leave: ['留'],
  afterReading: ['(看|读|阅|核对|查看|阅读)(完|好|过|了)[^,。]{0,8}(点|按|提交|怎么|然后|之后|以后)'],
  exportWord: ['出口(?!信用|额|退|企业)', '\\bexports?\\b'],
  allOf: ['都', '全部', '所有', '自动', '每', '\\ball\\b', '\\bevery\\b'],
  email: ['邮箱', '(?<![a-z])e-?mail'],
  pay: ['付', '支付', '交', '\\bpay\\b'],
  freeWord: ['免费', '不要钱', '白送', '\\bfree\\b'],
  // 资金的 losses that only look like fees.
  fundsLoss: ['欠款', '货款', '付款期'],
  guards: [
    '保障(我们|企业|公司)?(什么|啥|哪些|哪方面)',
    '(都|主要|具体|到底)?(保|管|赔)(些)?(什么|啥|哪些|哪几)(情况|风险|东西|损失|内容)?(?!国家|业务|地区|订单)',
    '什么(情况|损失)(下)?(能|可以|会|才)?(赔|保|管)',
    '\\bwhat (does|is|are|do) .{0,20}(cover|protect)',
  ],
  risksAsked: ['(哪些|什么)(情况|风险|损失)'],
  goodsReturn: ['退货', '货.{0,3}退', '退税', '退保', '退款'],
  dueWords: ['逾期', '到期'],
  cardTerms: ['账期', '信用期'],
  ratioNumber: ['比例', '几成', '百分', '几个点', '\\bpercent', '\\bratio\\b'],
  coverTrade: ['出口.{0,4}合同', '贸易合同', '(跟|和|与)(客户|买家|老外).{0,4}签'],
  policyPaperConfirm: ['保单.{0,3}确认函'],
  policyHelp: ['咨询', '问', '联系'],
} satisfies Record<string, string[]>;

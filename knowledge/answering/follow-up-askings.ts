import type { FollowUpKind } from './follow-up-frames.ts';

const lead = '^(?:那么?|那就|这样|请问|嗯|哦|然后|如果|要是|假如|万一|又|还|还是)*[,， ]*';
const trail = '(?:了|呢|啊|呀|哦|的话|的)*$';
const whole = (inner: string): RegExp => new RegExp(`${lead}(?:${inner})${trail}`);

/** Whole messages that ask something of a matter that they do not name. */
const chinese: readonly (readonly [FollowUpKind, RegExp])[] = [
  [
    'exceeded',
    whole(
      '(?:超|超过|超出|大于|高于|多|超标)(?:了|的|这个(?:数|期限|额度|天数|金额)?|期限|天数|标准|额度|上限|一点|的部分)*(?:怎么办|怎么处理|会怎么样|会怎样|行吗|可以吗|行不行|赔吗|还赔吗|保吗|还保吗)?',
    ),
  ],
  [
    'below',
    whole(
      '(?:不够|不到|没到|没达到|达不到|低于|少于|不足)(?:了|的|这个(?:数)?|标准)*(?:怎么办|怎么处理|会怎么样|行吗|可以吗|能参加吗)?',
    ),
  ],
  [
    'notMet',
    whole(
      '(?:不符合|不满足|不具备|不在|不在名单里?|没在|没有)(?:了|的|条件|资格)*(?:怎么办|怎么处理|会怎么样|行吗|可以吗)?',
    ),
  ],
  [
    'howLong',
    whole(
      '(?:大概|一般|需要|要|得|得要|大约|等|要等|还要)*(?:多久|多长时间|几天|多少天|多少时间)(?:能|可以|会|才)*(?:好|完|下来|出来|办好|搞定|到账|拿到|有结果|批)?',
    ),
  ],
  [
    'howMuch',
    whole(
      '(?:大概|一般|一共|需要|需|要|得|会|还要)*(?:多少钱?|花多少钱?|交多少钱?|收费|花钱|交钱|付费|费用|钱)(?:吗|么|不|是多少|多少)?',
    ),
  ],
  [
    'most',
    whole(
      '(?:有没有|有|是)*(?:最高|最多|最大|最长|至多|顶多|上限|封顶|最高限额)(?:的|是|能|可以|到|不超过)*(?:多少|几|多久|几天|多少天|多少钱|到哪)?(?:钱|天|美元)?(?:吗|么|没有)?|(?:最多|最高)(?:能|可以)?到多少',
    ),
  ],
  [
    'least',
    whole(
      '(?:有没有|有|是)*(?:最低|最少|最小|最短|至少|起码|下限|起点)(?:的|是|要|得|到)*(?:多少|几|多久|几天|多少天|多少钱)?(?:钱|天|美元)?(?:吗|么|没有)?',
    ),
  ],
  [
    'raised',
    whole(
      '(?:还|可以|可不可以|能|能不能|是否可以)*(?:再)?(?:延长|提高|增加|放宽|调高|加高|多一点|长一点|高一点)(?:一点|一些|点)?(?:吗|么|不)?',
    ),
  ],
  [
    'when',
    whole(
      '(?:是|到|在|要|截止到|截至|最晚|大概|具体)*(?:什么时候|啥时候|何时|哪天|几号|几月份?|什么时间)(?:能|可以|会|才)*(?:弄|办|做|好|完|截止|结束|开始|到账|赔|下来|有结果)*(?:为止)?',
    ),
  ],
  [
    'device',
    whole(
      '(?:我|我们)*(?:可不可以|可以|能不能|能)?(?:用|在|拿)?(?:手机|平板|ipad)(?:上|端)?(?:也)?(?:能不能|可不可以|能|可以|行)*(?:弄|操作|办|做|搞|点|用)*(?:吗|么|不|不行|行不行)?',
    ),
  ],
  [
    'papers',
    whole(
      '(?:都|需要|要|得|还要|我|我们)*(?:准备|带|交|提供|提交)(?:些|一些|点)?(?:什么|哪些|啥)(?:材料|资料|东西|文件)?|(?:要|需要|有)?(?:什么|哪些|啥)(?:材料|资料)',
    ),
  ],
  [
    'whose',
    whole(
      '(?:要|应该|该|是|可以|我|我们)*(?:填|写|留|用|填写)?(?:谁|哪个人|什么人)的?(?:电话|手机|手机号|名字|姓名|号码|信息)?',
    ),
  ],
  [
    'mistake',
    whole(
      '(?:我|我们|不小心|刚才|刚刚)*(?:点|填|弄|选|写|按|搞|输)错(?:了)?(?:怎么办|咋办|怎么改|能改吗|可以改吗|可以重来吗|能重来吗|怎么弄)?',
    ),
  ],
  [
    'why',
    whole('(?:这是|是|又是)?(?:为什么|为啥|为何|怎么会这样|什么原因|凭什么)(?:会?这样|会?这么规定|啊)?'),
  ],
  [
    'where',
    whole(
      '(?:要|应该|该|我|我们|具体)*(?:在|去|到|从)?(?:哪|哪里|哪儿|什么地方)(?:可以|能|去)?(?:看|看到|查|查看|找|找到|点|点击|办|弄|操作|下载|下|填|填写|进|进去|申请|搞|做)?(?:到)?|(?:会|要)?(?:怎么|如何)通知(?:我们|企业)?|(?:会)?通知(?:我们|企业)?吗',
    ),
  ],
  [
    'who',
    whole(
      '(?:要|应该|该|可以|我|我们)*(?:找谁|问谁|联系谁|找哪个|打谁的电话|打(?:什么|哪个)电话|电话(?:是)?多少|不会(?:弄|做|操作)?(?:的话)?(?:找|问)谁)',
    ),
  ],
  [
    'how',
    whole(
      '(?:要|应该|该|我|我们|具体|到底)*(?:怎么|如何|怎样|咋)(?:办|弄|操作|做|填|看|搞|处理|整|申请|点|查|下载|用|安装)?',
    ),
  ],
  ['join', whole('(?:要|应该|该|可以|我|我们|具体|到底)*(?:怎么|如何|怎样|咋)(?:参加|加入|加|参与)')],
  [
    'failed',
    whole(
      '(?:我|我们|这边|一直|老是|总是)*(?:不行|弄不了|弄不好|打不开|点不了|点不动|点了没反应|没反应|加不进去|加不上|加不了|进不了|装不上|下载不了|注册不了|失败|不成功|登不上|进不去|报错|出错|卡住)(?:了)?(?:怎么办|咋办|怎么弄)?',
    ),
  ],
  [
    'next',
    whole(
      '(?:然后|接下来|接着|之后|后面|下一步|再下一步|完了以后|弄完|做完|办完|弄好|做好|这步做完)(?:了|以后|之后)?(?:怎么办|怎么弄|怎么做|干什么|干嘛|做什么|是什么|该做什么)?',
    ),
  ],
  [
    'details',
    whole(
      '(?:能|可以|请|麻烦)*(?:再)?(?:具体|详细|仔细)(?:一?点|说说|讲讲|说一?下|讲一?下|说明|些)?(?:吗)?|(?:再)?(?:展开)?(?:说说|讲讲)|(?:是)?真的(?:吗|假的)?|确定(?:吗|是这样吗)?|(?:你)?(?:确定|肯定)吗',
    ),
  ],
];

const opening = '^(?:and |but |so |then |ok |okay |well )*';
const said = (inner: string): RegExp => new RegExp(`${opening}(?:${inner})(?: then| exactly| please)?$`);

const english: readonly (readonly [FollowUpKind, RegExp])[] = [
  [
    'exceeded',
    said(
      "(?:what )?(?:happens )?if (?:it|that|this|we|ours|mine|they)(?:'s| is| are| goes| go| has| have| export| sell)?(?: a (?:bit|little))?(?: (?:even|still|much))? ?(?:exceeds?|over|more|above|longer|beyond|higher|bigger|larger|greater)(?: than)?(?: (?:it|that|this|the (?:limit|maximum|cap)))?",
    ),
  ],
  [
    'below',
    said(
      "(?:what )?(?:happens )?if (?:it|that|this|we|ours|mine)(?:'s| is| are| goes| export| have)?(?: a (?:bit|little))? ?(?:less|below|lower|under|shorter|smaller|fewer)(?: than)?(?: (?:it|that|this|the (?:limit|minimum)))?",
    ),
  ],
  [
    'most',
    said(
      "(?:what(?:'s| is) )?(?:at most|at the most|the most|(?:the )?max(?:imum)?|(?:the )?upper limit|the limit|the cap)|up to (?:how much|what|how many days)|is there (?:a|any) (?:limit|cap|maximum)",
    ),
  ],
  ['least', said("(?:what(?:'s| is) )?(?:at least|at the least|(?:the )?min(?:imum)?|the least|the lowest)")],
  [
    'raised',
    said(
      '(?:can|could|may) (?:it|that|this|we) (?:be )?(?:raised?|extend(?:ed)?|increased?|made longer)(?: it| that)?|(?:any|a) longer',
    ),
  ],
  ['howLong', said('how (?:long|many days)(?: (?:does|will|would) (?:it|that|this) take)?')],
  [
    'when',
    said(
      '(?:by|until|till)? ?when(?: (?:is|does|do|will|can) (?:it|that|this|we|i)(?: (?:be )?(?:paid|end|start|begin|due|done|ready|happen))?)?',
    ),
  ],
  [
    'howMuch',
    said(
      'how much(?: (?:is it|does (?:it|that) cost|is that|is paid|will be paid|do (?:we|i) (?:get|pay)))?|does (?:it|that) cost(?: (?:anything|money))?|(?:is (?:it|that)|really) free|any (?:fee|fees|cost|charge)',
    ),
  ],
  [
    'device',
    said(
      '(?:can|could|may) (?:i|we) (?:use|do (?:it|that|this) (?:on|with|from)|work on) (?:my|a|the|our) ?(?:mobile|cell)? ?(?:phone|mobile|tablet|ipad)|(?:does (?:it|that) work )?on (?:my|a|the) (?:mobile )?(?:phone|tablet|mobile)',
    ),
  ],
  [
    'papers',
    said(
      'what (?:papers|documents|materials)?(?: )?(?:do (?:i|we) need|should (?:i|we) prepare|is needed|are needed)',
    ),
  ],
  ['whose', said('whose(?: (?:phone|number|name|phone number))?')],
  [
    'mistake',
    said(
      '(?:what )?(?:if )?(?:i|we) (?:made a mistake|clicked wrong|(?:filled|typed|got|entered|put) (?:it|that) (?:in )?wrong)',
    ),
  ],
  ['why', said('why(?: (?:is that|so|not))?|how come')],
  [
    'where',
    said(
      'where(?: (?:is (?:it|that|this)(?: shown)?|(?:do|can|could|should) (?:i|we) (?:find|see|do|check|click|download|get|go|look)(?: (?:for )?(?:it|that|this))?))?',
    ),
  ],
  [
    'who',
    said(
      'whom? (?:do|can|should) (?:i|we) (?:ask|call|contact|write to|talk to)(?: (?:about (?:it|that|this)))?|whom?',
    ),
  ],
  [
    'how',
    said(
      'how(?: (?:do|can|should) (?:i|we) (?:do|register|use|get|download|install)(?: (?:it|that|this)(?: in)?| in)?)?',
    ),
  ],
  [
    'failed',
    said("(?:what if )?(?:it|that) (?:fails|failed|does not work|doesn't work|did not work|didn't work)"),
  ],
  [
    'next',
    said(
      "then|then what|what(?: happens)? next|what(?:'s| is) next|(?:the )?next step|after that|what (?:do|should) (?:i|we) do next",
    ),
  ],
  [
    'details',
    said(
      'more details|tell me more|more|details|really|are you sure|is that (?:so|true)|can you explain(?: (?:it|that))?',
    ),
  ],
];

/** What of its matter a message asks that does not name it, or null. `said` is normalised and without end marks. */
export const askingOf = (message: string, isEnglish: boolean): FollowUpKind | null =>
  (isEnglish ? english : chinese).find(([, pattern]) => pattern.test(message))?.[0] ?? null;

/** How people ask where their own application stands. What the rule is, or how another firm fares, is no such question. */

export const own = '(我们|我司|我公司|本公司|本企业|我方|我家|我这边|我厂|咱们?|俺们)';

/** What somebody has handed in, by the names that it goes by. */
const matter =
  '(投保单|投保申请|参保申请|续转申请|续转|申请单|申请|单子|资料|材料|保单|投保|参保|审核|审批|业务|手续)';
const outcome =
  '(通过|批准|批下来|批过|批复|批|过审|审核完|审批完|审核好|审完|审过|审好|审核|审批|办好|办完|办成|弄好|搞定|下来|生效|受理|成功|核准|投上|过|退回|退件|驳回|打回|拒|解除|收到)';
/** What is not done by the asker: 怎么不成功 is said of a page. */
const decided = '(通过|批准|批下来|批|过审|审核|审批|审完|审过|审|下来|生效|受理|核准|投上|过(?!期|来|去))';
const ended = '(没有?|吗|么|嘛|没呢|没啊|了没有?|不)';

/** Words that can be read in two ways are repeated a few times at most: beyond that a long row of them would take for ever. */
const chinese: readonly RegExp[] = [
  new RegExp(`^(现在|目前|${own}|的|${matter}){0,5}(是不是|是否)(已经)?(被|给)?${decided}了?(吗|呢)?$`),
  new RegExp(`(审核中|审批中|待审|没批|没过|没通过|没审完)还是(已经)?${decided}`),
  new RegExp(`^${own}?的?${matter}(现在|到底|已经)?(被|给)${outcome}了?${ended}$`),
  /到(哪|那|第?几|什么|啥)(一|个)?(步|环节|阶段|地步|程度|状态)|卡在(哪|第?几|什么|啥)/,
  /(办|走|做|进行|弄|审|搞|批|处理|申请)到(哪儿|哪里|哪了|哪啦|哪$)|^(我们|我司|现在|目前)*到哪(儿|里)?了$/,
  new RegExp(`(${own}|公司|企业).{0,12}(进度|进展|状态|情况(怎么样|如何|咋样)|(什么|啥|怎么个)情况)`),
  new RegExp(
    `^(帮忙?|帮我|麻烦|请|您|你|能不能|能|想|我想|可以|给我){0,4}(查|看|查询|查看|看看|查查|问|了解|确认){0,2}(一下|下)?(${own}?的?|投保|办理|申请|审批|审核|现在的?|目前的?){0,4}(进度|进展|状态)(查询)?(是什么|是啥|是怎样的?)?(吗|呢)?$`,
  ),
  /(进度|进展|状态)(怎么样|如何|咋样|呢)/,
  new RegExp(`(${own}的?|现在|目前)${matter}?.{0,4}(是|处于|属于)?(什么|啥|哪个|哪种)(状态|阶段|情况|环节)`),
  new RegExp(`(${own}|我的|这个|那个).{0,8}${matter}.{0,4}(怎么样|如何|咋样|怎样|咋)了?(呢|啊)?$`),
  new RegExp(
    `(为什么|为何|为啥|怎么|咋).{0,10}(还|一直|总|总是|老是|迟迟)?(没有?|不|未)(给|被|人)?(我们)?${decided}.{0,6}$`,
  ),
  new RegExp(
    `(${own}|我的)?${matter}?(怎么|为什么|为啥|咋)?(还|一直|总是|老是|迟迟)(没有?|不|未)(给|被)?${decided}(呢|啊|吗)?$`,
  ),
  /(怎么|为什么|为啥|为何|咋)?.{0,6}(还|一直|仍|老|总)是?(显示|在|处于|停在|卡在)?(待审|审核中|审批中|在审|待批|待审批|待审核|待确认|处理中|等待|卡着)/,
  new RegExp(`(${own}|我的).{0,12}${outcome}了?${ended}(呢|啊)?$`),
  new RegExp(`^(请问|问一?下|那|现在)*${matter}?(现在|到底|究竟|已经)?${outcome}了?${ended}(呢|啊)?$`),
  new RegExp(`(收到|看到|审|批|审核|审批|受理)了?(${own}|我)的?.{0,8}(没有?|吗|么)$`),
  new RegExp(`(${own}|我的|${matter}).{0,6}(有没有?|是不是|是否)(已经)?(被|给)?${outcome}`),
  /(批没批|过没过|批了没|过了没|审没审完|审了没|投没投上|通没通过|批不批)/,
  new RegExp(
    `(${own}|我的|${matter}).{0,6}(有|没有?|有没有)(什么|啥)?(消息|结果|动静|回音|回复|下文|着落|进展|眉目)`,
  ),
  /(怎么|为什么|为啥|咋)?(还|一直|都)(没有?|无)(个|什么|任何)?(消息|结果|动静|回音|回复|下文|进展)(呢|啊)?$|^(审批|审核|申请)?(有|出)(消息|结果|进展)了?(没有?|吗|么)$|^(审批|审核|申请)?结果(出来|下来|出)了?(没有?|吗|么)$/,
  new RegExp(
    `(为什么|为何|为啥|怎么|咋)?${own}.{0,8}(为什么|为何|为啥|怎么|咋)?.{0,2}(被|给)(退回|退件|解除|拒|驳回|打回)`,
  ),
  new RegExp(`(为什么|为何|为啥|怎么|凭什么)(把|将|退回|解除|驳回)(了)?${own}`),
];

const noun =
  '(application|enrol?lment|submission|request|case|file|form|documents?|papers?|policy|renewal|registration|company|firm|approval|review|paperwork)';
const result =
  '(approved|accepted|passed|confirmed|cleared|rejected|declined|refused|denied|returned|sent back|terminated|cancelled|canceled|processed|reviewed|received|enrol?led|completed|finali[sz]ed|gone through|went through|go through|goes through|come through|came through|made it|in force|in effect|effective|active|pending|waiting|stuck|delayed|on hold|held up|in review|under review|being reviewed|being processed|in process|in progress|ready|done|successful|approve|pass)';
/** What follows makes it another question: valid for Iran, waiting for the goods. */
const notOf =
  '(?! (to|against|with|from|than|over|for(?! (approval|review|so long|ages|days|weeks|months|\\w+ (days|weeks|months))))\\b)';
/** Who or what stands somewhere: ours, or the one that is spoken of. */
const ours = `((our|my)( company'?s?| firm'?s?)?( \\w+)?( ${noun})?|ours|mine|we|it|this|that|i|(the|this) ${noun})`;
const between =
  '( (been|already|yet|now|still|finally|successfully|currently|get|got|gotten|actually|really|ever|not|even|by you|by the office|marked as|just|all|being|listed as))*';

const english: readonly RegExp[] = [
  new RegExp(
    `\\bhow come ${ours} (is|isn't|are|aren't|has|hasn't|have|haven't|was|wasn't)( not)?${between} ${result}\\b`,
  ),
  new RegExp(
    `^((our|my|the) )?(current )?(application|enrol?lment|submission|approval|review) (status|progress)( please)?$`,
  ),
  new RegExp(
    `\\b(latest|decision|anything|word|happened|heard( back)?)( made)? (on|about|with|to|from|regarding) (our|my)( \\w+)? ?${noun}\\b`,
  ),
  new RegExp(
    `\\b(everything|all|anything) (is )?(fine|ok|okay|right|all right|in order|wrong|missing) (with|in|from) (our|my)( \\w+)? ?${noun}\\b`,
  ),
  new RegExp(`^(is|are) (our|my)( \\w+)? ?${noun} (ok|okay|fine|in order|all right|complete|valid)$`),
  new RegExp(
    `^(our|my)( \\w+)? ?${noun} ((is|has|was) (still|not)|isn't|hasn't|wasn't|is)${between} ${result}\\b`,
  ),
  /^is there (an |any )?(update|news)( yet)?$|^are we in( yet| now)?$/,
  /\bwhat'?s? (is )?taking (you )?so long with (our|my)\b/,
  new RegExp(
    `\\b(where|how far)( along)? (are we|am i|is (it|this|(our|my)( \\w+)? ?${noun}?|the ${noun}))( (at|now|right now|currently|today|with (it|this|our \\w+)|in the (process|queue|procedure)|so far|along))*$`,
  ),
  new RegExp(`\\bwhere (do|does) (we|i|it|(our|my|the) (\\w+ )?${noun}) (currently |now )?stand\\b`),
  new RegExp(
    `\\b(what|which) (stage|step|status|state|phase|point) (are we|am i|is (it|(our|my|the)( \\w+)? ?${noun})|have we)\\b`,
  ),
  new RegExp(
    `\\b(status|progress|state|standing|outcome|result|news|updates?|stage)( \\w+)? (of|on|for|about|with|regarding) (our|my|the|this)( \\w+)? ?${noun}\\b`,
  ),
  new RegExp(
    `\\b(our|my) (company'?s? |firm'?s? )?(current )?(${noun} )?('s )?(status|progress|standing|state|result|outcome)\\b`,
  ),
  /^(is |are )?(there )?(any|some) (news|updates?|progress|word|results?|feedback|response|decision)( (yet|for us|so far|on this|on it|today))*$/,
  /\b(any|no) (news|updates?|progress|word|results?|feedback|response|decision)( yet)? (for|on|about|of|from|regarding|with) (us|our|my|the (application|office|review|approval|insurer))\b/,
  /^(so )?(what'?s|what is|show me|check|show|get|see) (the|my|our) (current )?(status|progress|standing)( now| please)?$/,
  new RegExp(
    `^(and |so |but |well )*(has|have|hasn't|haven't|had|is|isn't|was|wasn't|were|are|aren't|am|did|didn't|does|do) ${ours}${between} ${result}\\b${notOf}`,
  ),
  new RegExp(
    `\\bwhy (is|isn't|are|aren't|am|has|hasn't|have|haven't|was|wasn't|were|weren't|did|didn't|does|doesn't|do|don't)( not)? ${ours}${between} ${result}\\b${notOf}`,
  ),
  new RegExp(
    `^(and |so |but )*(why )?(still|not)( not| no)?( yet| been)* (pending|approved|accepted|passed|waiting|approval|under review|in review|confirmed|processed)( yet| approval)?$`,
  ),
  /\bwhy (still )?(no|the) (approval|answer|decision|response|reply|result)( yet| so far)?$|^still no (approval|answer|decision|response|reply|result|news)\b/,
  new RegExp(
    `\\b(check|track|look up|look into|follow up|chase|see|look at)( on| up)? (where )?(our|my)( \\w+)? ?${noun}\\b`,
  ),
  new RegExp(
    `\\bhow('s| is| are| does| did) ${ours}( \\w+)? (going|doing|coming( along)?|progressing|proceeding|look|looking|go|moving)\\b`,
  ),
  new RegExp(
    `\\bwhat('s| is| has|'s been)?( gone)? (happened|happening|going on|the matter|wrong|the (hold-?up|delay|problem|issue|situation)|holding up|delaying|blocking|keeping) ?(to|with|on|for)? (our|my)( \\w+)? ?${noun}\\b`,
  ),
  /^(what'?s|what is|why is (it|this|that)) taking so long( with (our|my) \w+)?$/,
  new RegExp(
    `\\b(did|have|has) (you|the office|they|sinosure|anyone|anybody)( \\w+)? (receive|received|get|got|approve|approved|accept|accepted|review|reviewed|process|processed|reject|rejected|return|returned|terminate|terminated|look at|looked at)( at)? (our|my)\\b`,
  ),
  new RegExp(
    `\\bwhy (did|have|has) (you|the office|they|sinosure)( \\w+)? (return|returned|reject|rejected|refuse|refused|terminate|terminated|decline|declined|not approved?) (us|our|my)\\b`,
  ),
];

/** 能告诉我…吗, "could you tell me whether": what follows is the question, in the order of a statement. */
const politely =
  /^(hi|hello|hey|please|sorry|excuse me|so|and|but|well|ok|okay|also|just wondering|i was wondering|wondering)[, ]+/;
const whether =
  /^((can|could|would|will) (you|i|we) (please |kindly )?(tell (me|us)|check|see|let (me|us) know|confirm|find out|look up|know|say|verify)|(i|we)('d| would|'m| am| are)? (like|want|need|wish|trying|love)? ?to (know|check|see|find out|ask)|do you (happen to )?know|(please )?(check|tell (me|us)|confirm|let (me|us) know|verify)|is there (a|any) way to (know|see)|any idea|i wonder|wondering|not sure) (if|whether) /;
const stated = new RegExp(
  `^${ours} (has|have|is|are|was|were|did|got|get|gets|went|made|came|passed|been|'s)?( (not|n't))?${between} ?${result}\\b`,
);

/** A page or a device that does not work, and other matters of a firm's business, whoever asks. */
const otherThing =
  /实名|认证|登录|登陆|密码|读卡|插卡|控件|浏览器|网页|页面|打不开|制章|印章|签署|授权|法人卡|索赔|理赔|赔款|赔付|报损|贷款|融资|退税|限额|额度|报关|清关|货款|订单|合同|发票|注册|验证码|二维码|\b(log ?in|password|card|reader|real-?name|verification|seal|stamp|signature|agreement|browser|page|website|app|payment|payout|claims?|loss|loan|financing|tax|refund|customs|limit|invoice|shipment|goods|cargo|order|contract|bank|credit|money|fees?|premium|qr|invitation|authori[sz]ation)\b/;
/** Somebody else's firm is nobody's here to ask after. */
const otherFirm =
  /别家|别人|别的(公司|企业|厂)|其他(公司|企业|厂)|其它|人家|他们|她们|他家|朋友|同行|隔壁|客户|买家|买方|供应商|竞争对手|对手|某某|那家|这家|\b(another|other|their|theirs|they|his|her|friend'?s?|competitors?'?s?|suppliers?'?s?|buyers?'?s?|customers?'?s?|clients?'?s?|partners?'?s?|neighbou?rs?'?s?|someone|somebody|companies|firms|applicants|else'?s?)\b/;
/** The insurer or the office may be `they` in a question about the own application. */
const theyOfOffice = /\b(have|did|has) they\b.*\b(our|my)\b/;
/** What holds in general, or would hold: how long, what then, in which case. */
const general =
  /\b(eligib\w*|qualif\w*|threshold)\b|需要|用不用|要不要|多久|多长时间|多少天|几天|几个工作日|什么时候|啥时候|何时|一般|通常|正常|如果|要是|假如|万一|的话|以后|之后|通过后|(批|审|过|好|完|回|审批|审核|退回)后|后怎么|后去|怎么(看|查|知道|判断|确认|才)|如何(看|查|知道|判断|才)|(哪|哪里|哪儿)(看|查|能看|可以看|能查|可以查)|在哪(里|儿)?(看|查|能)|才能|才算|会不会|会(被|怎么|导致)|能不能|可不可以|哪些|什么样的|什么情况下|原因有|条件|资格|流程|是什么意思|什么意思|\b(how long|how many|how soon|how often|how much|when (will|does|do|can|would|should|is)|what happens|usually|normally|typically|generally|in general|once|unless|until|in case|would|could be|can be|might|may|must|should|will|means?|meaning|criteria|requirements?|how (do|can|could|to)|where (do|can|could) (i|we) (see|find|check|look)|what if|even if|if|when|before|after (approval|submi\w+|we|i|it|the|being|you))\b/;

const bare = (text: string): string => text.replace(/[\s？?。.!！,，~～]+$/u, '').trim();

/** 老板让我问 before it, and 啊都一个礼拜了 after it, change nothing. */
const sentToAsk = /^.{0,6}(让|叫|要|催)我?来?(问|查|看)(一?下)?/;
const longWait =
  /[啊呀呢]?(都|已经)(过去?|等)?了?[\d一二两三四五六七八九十几半好]{1,3}个?多?(天|星期|礼拜|周|月)(多)?了[啊呀呢]?$/;

/** Longer pieces tell a story; they are the answerer's. */
const longestClause = 140;

/** 我们公司到哪一步了, 为什么还没通过, "why is it still pending". */
export function asksStatus(text: string): boolean {
  const said = text.toLowerCase().replace(/[’‘]/gu, "'");
  if (otherThing.test(said) || (otherFirm.test(said) && !theyOfOffice.test(said))) return false;
  return said
    .split(/[，,。？?！!；;\n]+|\.(?=\s|$)/u)
    .map(bare)
    .some((clause) => clause !== '' && clause.length <= longestClause && inClause(clause));
}

function inClause(clause: string): boolean {
  let rest = clause;
  for (let shorter = rest.replace(politely, ''); shorter !== rest; shorter = rest.replace(politely, ''))
    rest = shorter;
  const indirect = rest.replace(whether, '');
  const question = indirect.replace(sentToAsk, '').replace(longWait, '');
  if (general.test(question)) return false;
  if (indirect !== rest && stated.test(question)) return true;
  const plain = question.replace(/^(who|what) (exactly )?(can|could) /, '');
  return [...chinese, ...english].some((p) => p.test(plain));
}

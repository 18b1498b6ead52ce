import type { ReportedStep } from '../../knowledge/enrollment/state.ts';
import { wishIn } from './wish-words.ts';
import type { Wish } from './wish-words.ts';

/** What somebody who works on an enrollment says of it in passing. */
export type OwnWords =
  /** 我们已经制章了: done, up to `step`. */
  | { kind: 'done'; step: ReportedStep }
  /** 我点错了: the report was wrong. */
  | { kind: 'correction' }
  /** 下一步呢. */
  | { kind: 'next' }
  /** 为什么被退回. */
  | { kind: 'status' }
  /** 别再提醒了. */
  | { kind: 'stop' }
  | Wish;

/** Longer texts are stories, not one of these. */
const longest = 60;

const stop: readonly RegExp[] = [
  /(取消|关闭|关掉|停止|停掉|退订)(一下|我的|所有|催办|这些)*(的)?(提醒|通知|消息)|^退订$/,
  /(别|不要|不用|不想|不必|请勿|停止)(再|继续|老|总|总是|一直)*(给我|给我们|收到|接收|发|被)*(再)?(发|收到|收)?(这些|任何|催办)?(提醒|催|通知)(我|我们)?(了|啦)?$/,
  /\b(stop|no more|unsubscribe|turn off|cancel)\b.*\b(remind|notif|messag)|^(stop|unsubscribe)$/i,
];
const correction: readonly RegExp[] = [
  /^(不好意思|抱歉|对不起|哎呀)?[，,\s]*(我|我们|刚才|刚刚|不小心)*(点|报|按|选|报告|手滑点)错(了|啦)?(步骤|按钮|进度)?(了)?([，,\s]*(要|想|怎么|能不能|可以)?(改|改回去|更正|撤回|撤销)(一下|吗)?)?$/,
  /(其实|实际上?)(我们)?.{0,8}(还|并|都)?(没有?)(做完|办完|弄完|完成|做|办|提交|弄好)(完|呢)?$/,
  /(撤回|撤销|改正|更正|改一下)(刚才|之前)?(的|报告的)?(报告|进度)|(报告|进度)(报|填|点|选)错/,
  /\b(tapped|reported|pressed|clicked|chose) (it |that |this )?(the wrong|by mistake|wrongly|wrong)\b|^(my )?mistake$/i,
];
const next: readonly RegExp[] = [
  /^(那|那么)?(然后|接下来|接着|之后|后面|下一步|再下一步)(呢|啊|该?(怎么|如何)(做|办|弄|操作|走)|该?(做|办|弄|干)(什么|啥)|是什么|是啥)$/,
  /^(and )?(then|what('s| is) next|what next|next step|what now)$/i,
];
const ownReason: readonly RegExp[] = [
  /^(请问)?(我们|我司|公司)?(的申请)?(为什么|为何|为啥|怎么)(会|又)?(被|给)?(退回|退件|解除)(了|的)?(呢|啊)?$/,
  /^(请问)?(我们|我司)?(的)?(被)?(退回|解除)(的)?(原因|理由)(是什么|是啥|呢)?$/,
  /^(请问)?(我们|我司)?(的申请)?(为什么|为何|为啥|怎么)(还|一直)?(没有?|未)(被)?(通过|批|审批|审核|生效)(呢|啊)?$/,
];

const asks =
  /[?？]|吗|么|怎么|怎样|为什么|为何|为啥|如何|哪|什么|啥|多久|多少|几|能不能|可不可以|是否|是不是|呢$|\b(how|what|why|when|where|which|who|can|could|do|does|did|should|is|are)\b(?! done| finished)/i;
/** Not done, not yet, done but: nothing to report. */
const notDone =
  /没|不|未|还差|就差|快要|准备|打算|如果|要是|等|后|失败|出错|报错|错误|提示|显示|\b(not|n't|never|if|error|fail\w*|almost|will)\b|n't/i;
const otherMatter =
  /赔|买家|买方|客户|订单|货|退款|报关|发票|合同|索赔|付款|到账|\b(claim|buyer|order|invoice)\b/i;
const saidDone =
  /(做|办|弄|搞|填|签|看|读|盖|交|走|操作|处理|认证|申请|办理|提交|打开|阅读|查看)(完|好|过|定|成)(毕|成)?了?|完成|搞定|提交|(已经|都|全部|全).{0,12}了|(实名|认证|制章|盖章|签署|签|授权|投保|确认|填写?|打开|查看|阅读)了/;
const endsDone = /(了|完|好|毕|过|完成|搞定|提交)(吧|啊|哦|呀|哈|啦|的)?$/;
const saidDoneEnglish =
  /\b(we|i)\b.{0,20}\b(done|finished|submitted|completed|verified|sealed|signed|confirmed|authori[sz]ed)\b|^(all )?(done|finished|submitted|completed)\b/i;

/** What was done, most telling first: the later page where a text names two. */
const stepWords: readonly (readonly [RegExp, ReportedStep])[] = [
  [/提交|完成投保|\bsubmit/i, 'submitted'],
  [/授权|\bauthori[sz]/i, 'dataAuthorised'],
  [/协议|签署|签(了|好|完|字)|\b(agreement|signed)\b/i, 'agreementSigned'],
  [/制章|印章|盖章|盖(好|完|了)|\bseal/i, 'sealed'],
  [/确认(了)?投保|投保确认|确认(好|完|了)|\bconfirm/i, 'confirmed'],
  [/单证|\bdocuments?\b/i, 'documentsRead'],
  [/联系人|联系方式|联系信息|\bcontact/i, 'contactFilled'],
  [/打开.{0,4}投保单|待确认投保单/, 'opened'],
  [/实名|\b(real-?name|verified)\b/i, 'realNameVerified'],
];
const wholeWords =
  /全部|所有|都|全(做|办|弄|搞)|(做|办|弄|搞|办理)(完|好|定)|搞定|投保|完成|流程|手续|\b(done|finished|completed|everything|all)\b/i;

const bare = (text: string): string => text.replace(/[\s。.!！,，~～]+$/u, '').trim();

/** Pure. Null for whatever else: questions of policy and operation are the answerer's. */
export function ownWords(text: string): OwnWords | null {
  const said = bare(text);
  if (said.length > longest) return null;
  const withoutMark = said.replace(/[?？\s]+$/u, '');
  const is = (patterns: readonly RegExp[]): boolean => patterns.some((p) => p.test(withoutMark));
  if (is(stop)) return { kind: 'stop' };
  const wish = wishIn(withoutMark, { asked: said !== withoutMark });
  if (wish !== null) return wish;
  if (is(correction)) return { kind: 'correction' };
  if (is(next)) return { kind: 'next' };
  if (is(ownReason)) return { kind: 'status' };
  const step = stepSaidDone(said);
  return step === null ? null : { kind: 'done', step };
}

/** Whether the words are a wish that has nothing to do with the questions that run just now. */
export const isWishInWords = (text: string): boolean => {
  const kind = ownWords(text)?.kind;
  return (['colleague', 'leave', 'stop', 'resume', 'language', 'primary', 'prefer', 'decline'] as const).some(
    (wish) => wish === kind,
  );
};

function stepSaidDone(said: string): ReportedStep | null {
  if (asks.test(said) || notDone.test(said) || otherMatter.test(said)) return null;
  const chinese = saidDone.test(said) && endsDone.test(said);
  if (!chinese && !saidDoneEnglish.test(said)) return null;
  const named = stepWords.find(([words]) => words.test(said));
  if (named !== undefined) return named[1];
  return wholeWords.test(said) ? 'submitted' : null;
}

import type { Locale } from '../../knowledge/answering/types.ts';

/** What a contact says that it wants, in words. A question about any of it (不参加会怎样) is none. */
export type Wish =
  /** 恢复提醒. */
  | { kind: 'resume' }
  /** 以后先提醒我. */
  | { kind: 'primary' }
  /** 优先发到这里. */
  | { kind: 'prefer' }
  /** 用英文. */
  | { kind: 'language'; locale: Locale }
  /** 邀请同事. */
  | { kind: 'colleague' }
  /** 取消关联. */
  | { kind: 'leave' }
  /** 我们不参加. */
  | { kind: 'decline' }
  /** 还是要参加: means something only after a firm said that it does not. */
  | { kind: 'takePart' };

const polite = '(请|麻烦|那|那么|以后|可以|好的|算了|不好意思)?[，,\\s]*';
const we = '(我们公司|我们|我司|我公司|本公司|公司|咱们|我)';
const takePart = '(参加|参与|投保|参保|投|办|申请|续转|续保)';
const programme = '(统保|这个统保|这个保险|保险|这个|平台)?';

const resume: readonly RegExp[] = [
  new RegExp(`^${polite}(恢复|重新开启|打开|开启|重新打开)(我的|一下|催办)?提醒(我)?(吧|一下)?$`, 'u'),
  new RegExp(`^${polite}(继续|重新|接着|还是)(开始)?提醒(我|我们)(吧)?$`, 'u'),
  /^(please )?(resume|restart|turn on)( the| my)? reminders?( again)?( please)?$|^(please )?remind me again( please)?$/i,
];
const primary: readonly RegExp[] = [
  new RegExp(`^${polite}(都)?(先|优先|首先)(提醒|通知|发给|联系)我(吧|就行)?$`, 'u'),
  /^(please )?remind me first( from now on)?( please)?$/i,
];
const prefer: readonly RegExp[] = [
  new RegExp(
    `^${polite}(都)?(优先|先|首先)?(把)?(提醒|消息|通知)?(都)?(优先|先)?(发到|发在|发给)(这里|这儿|这个聊天|这边)(来|吧)?$`,
    'u',
  ),
  /^(please )?(write to me|remind me|send (it|them|reminders)) here( first)?( please)?$/i,
];
const whoSees: readonly RegExp[] = [
  /^(请问)?(都有|还有)?(谁|哪些人|什么人|哪几个人)(都)?(能|可以|会)?(看到|看见|查看|看得到|知道)(我们|我们公司|我司|本公司|公司)?(的)?(进度|信息|资料|情况|状态)?$/u,
  /^(我们|我司|公司)?(都)?有(哪些|几个|几位)?联系人$/u,
  /^who (else )?(can|could) see (us|our (company|progress|data|status)|my company)$/i,
];
const colleague: readonly RegExp[] = [
  new RegExp(
    `^${polite}(我|我们)?(想|要|帮我|怎么|如何)*(邀请|添加|增加|加|新增|拉)(一位|一个|个|我的|另一位|新的?)*(同事|联系人)(进来|吗)?$`,
    'u',
  ),
  /^(how (can|do) i |i want to |please )?(invite|add) (a |my |another )?(colleague|contact)$/i,
];
const leave: readonly RegExp[] = [
  /^.{0,6}(取消|解除|解绑|撤销)(我和|我与|和|与)?(企业|公司|我的|这个|这家)*(的)?(关联|绑定)(了|吧)?$/u,
  /^(我)?(已经)?(不再|不)代表(这家|这个|我们)?(公司|企业)(了)?$|^我(已经|要)?(离职|换公司|不在(这家)?公司)了?$/u,
  /\bunlink\b|^i (have )?left the company$|^i no longer act for (it|them|the company)$/i,
];
const languages: readonly (readonly [RegExp, Locale])[] = [
  [inLanguage('英文|英语'), 'en'],
  [inLanguage('中文|汉语|普通话'), 'zh-CN'],
  [inLanguageEnglish('english'), 'en'],
  [inLanguageEnglish('chinese|mandarin'), 'zh-CN'],
];
const decline: readonly RegExp[] = [
  new RegExp(
    `^${polite}(${we})?(这次|今年|这一年度|决定|还是|就|确定|暂时|已经)*(不|不想|不打算|不准备|不再|不会|不愿意|没打算)${takePart}${programme}(了)?$`,
    'u',
  ),
  new RegExp(`^${polite}${we}(这次|今年|决定|还是|就|要|想)*(放弃|退出)${takePart}?${programme}(了)?$`, 'u'),
  new RegExp(`^${polite}(放弃|退出)${takePart}?${programme}了$`, 'u'),
  /^(we|our company|my company|i) ((have |has )?decided not to|(do|does) ?n['o]t want to|do not want to|will not|won't|(are|is|am) not going to) (take part|participate|join|enrol|enroll|apply)( this year| in (it|this|the (programme|program|scheme)))*$/i,
  /^(we|our company|my company) (are|is|'re)( not|n't) (taking part|participating|joining|enrolling|interested)( this year| in (it|this|the (programme|program|scheme)))*$|^we(['’]re)? not (taking part|participating|interested)$|^we decline$/i,
];
const takesPart: readonly RegExp[] = [
  new RegExp(
    `^${polite}(${we})?(现在|又|还是|决定|改主意了?|[，,])*(还是|又|要|想|会)+${takePart}${programme}(了|的)?$`,
    'u',
  ),
  new RegExp(`^${polite}(${we})?(改主意|改变主意|反悔)了?$`, 'u'),
  /^we (do |will |want to )?(take part|participate|join)( after all)$|^we changed our minds?$/i,
];

const asks =
  /吗|么$|怎|会不会|行不行|能不能|可不可以|要不要|为什么|后果|影响|\b(what|how|why|can|may|if)\b/iu;

/** 谁能看到我们的进度: whoever looks after the firm's contacts. Pure. */
export const asksWhoSees = (text: string): boolean =>
  whoSees.some((pattern) => pattern.test(text.replace(/[\s。.!！?？]+$/u, '')));

/** `asked`: it ended in a question mark. Pure; null for everything else. */
export function wishIn(text: string, { asked }: { asked: boolean }): Wish | null {
  const is = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(text));
  const language = languages.find(([pattern]) => pattern.test(text));
  if (language !== undefined) return { kind: 'language', locale: language[1] };
  if (is(colleague)) return { kind: 'colleague' };
  if (asked || asks.test(text)) return null;
  if (is(leave)) return { kind: 'leave' };
  if (is(resume)) return { kind: 'resume' };
  if (is(primary)) return { kind: 'primary' };
  if (is(prefer)) return { kind: 'prefer' };
  if (is(decline)) return { kind: 'decline' };
  return is(takesPart) ? { kind: 'takePart' } : null;
}

function inLanguage(names: string): RegExp {
  return new RegExp(
    `^${polite}(你)?(能不能|能|可以)?(用|说|讲|换成|换|改成|改用|切换到|切换成)(${names})(来)?(回答|回复|回|跟我说|和我说|交流|聊|说|写)?(我)?(吧|吗|可以吗|好吗)?$`,
    'u',
  );
}

function inLanguageEnglish(names: string): RegExp {
  return new RegExp(
    `^(please |can you |could you )*((speak|use|write|talk|reply|answer|switch)( to me)?( in| to)? ?(${names})|in (${names}))( please| from now on)*$|^(${names}) please$`,
    'i',
  );
}

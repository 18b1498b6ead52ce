import { shanghaiDate, shanghaiTime } from '../../calendar/shanghai-time.ts';
import { usccOf } from '../../enrollment/enrollment-id.ts';
import type { EventRefusal } from '../../official-events/types.ts';
import { enrollment } from './enrollment.ts';

const { statusLabels } = enrollment;
const at = (iso: string): string => `${shanghaiDate(iso)} ${shanghaiTime(iso)}`;

/** Why an event changed nothing: to the system that sent it, and to whoever imports a result list. */
function refusal(r: EventRefusal): string {
  switch (r.code) {
    case 'transitionNotAllowed':
      return `现在是「${statusLabels[r.from]}」，不能改为「${statusLabels[r.to]}」。`;
    case 'earlierEventMissing':
      return `现在是「${statusLabels[r.from]}」，还不能改为「${statusLabels[r.to]}」；这个事件已经留下，之前的事件到了会接着处理，也可以用同一个编号重发。`;
    case 'reasonRequired':
      return `改为「${statusLabels[r.status]}」要写明原因。`;
    case 'moved':
      return `这家企业已经改用信用代码 ${usccOf(r.to)}，请用新的代码和新的编号发送。`;
    case 'olderThanKnown':
      return `这件事发生在已登记的状态（${at(r.knownSince)}）之前，没有采用。`;
    case 'occurredInFuture':
      return `发生时间 ${at(r.occurredAt)} 还没有到（现在是 ${at(r.now)}），请核对发送方的时钟。`;
    case 'notTracked':
      return '没有这家企业的投保跟踪：政策包或信用代码不对，或者企业不在核准名单内。导入名单后可以用同一个编号重发。';
    case 'idUsedForAnother':
      return '这个编号已经用于内容不同的另一个事件；新的事件请用新的编号。';
    default:
      return '按现在的状态不能这样改。';
  }
}

/** What the interface answers when it refuses a request; always sent in both languages. */
const errors = {
  apiOff: '这个接口没有开启：设置 TONGBAO_API_SECRETS 之后才接受事件，见 docs/integration.md。',
  signatureMissing: '缺少签名：要有 webhook-id、webhook-timestamp 和 webhook-signature 三个请求头。',
  signatureTime: 'webhook-timestamp 和服务器的时间相差超过五分钟，请校准发送方的时钟后重新签名。',
  signatureWrong: '签名不对：请核对密钥，并按收到的原样字节签名。',
  keyRevoked: '这个密钥已经停用，什么都没有采用；请向办公室要新的密钥。',
  notJson: '内容不是 UTF-8 编码的 JSON。',
  eventsInvalid: '内容不合规定，什么都没有采用；problems 指明了位置。',
  tooLarge: '内容超过 1 MB，请分成几批发送。',
  wrongType: '只接受 content-type 为 application/json 的请求。',
  tooManyRequests: '请求太多了，请稍后再发。',
  engineUnreachable:
    '暂时连不上跟踪进度的服务。results 里为 accepted 的事件已经存好，恢复后自动处理；用同一个编号重发可以得到结果。',
  badRequest: '请求的格式不对。',
  internal: '服务器出了问题，请用同一个编号重发。',
};

export const integration = { refusal, errors };

import type { Locale } from './answering/types.ts';
import { steeringActions } from './campaigns/steering.ts';
import { decodeGroup, encodeGroup } from './group-callbacks.ts';
import type { GroupCallback } from './group-callbacks.ts';
import { officialStatuses, reportedSteps } from './enrollment/state.ts';
import type { OfficialStatus, ReportedStep } from './enrollment/state.ts';
import { decodeTicket, encodeTicket, isOfTicket } from './ticket-callbacks.ts';
import type { TicketCallback } from './ticket-callbacks.ts';
import { allTopicIds } from './topics.ts';
import type { TopicId } from './topics.ts';
import { decodeWish, encodeWish, isWish } from './wish-callbacks.ts';
import type { OfEnrollment, WishCallback } from './wish-callbacks.ts';

/**
 * What a tapped button means. The encoded form is at most 64 bytes (Telegram's limit for callback data) and holds
 * IDs only: a handler checks again that the one who taps may do it.
 */
export type Callback =
  | WishCallback
  | TicketCallback
  | GroupCallback
  | ({ verb: 'status' } & OfEnrollment)
  /** Of somebody with several firms: it is another one than before. */
  | { verb: 'anotherFirm' }
  /** Choose which step was finished. */
  | ({ verb: 'steps' } & OfEnrollment)
  | ({ verb: 'report'; step: ReportedStep } & OfEnrollment)
  /** Choose what was really finished, after a wrong report. */
  | ({ verb: 'corrections' } & OfEnrollment)
  /** Sets the report back; null: nothing is finished. */
  | ({ verb: 'correct'; step: ReportedStep | null } & OfEnrollment)
  /** Help with the page that the firm is on. */
  | ({ verb: 'help' } & OfEnrollment)
  | ({ verb: 'snooze'; workingDays: number } & OfEnrollment)
  /**
   * `pack` where the answer is to come from another one than the office's own; `locale` the language of the message
   * under which the button is, so that whoever taps it is answered in the same.
   */
  | { verb: 'topic'; topic: TopicId; pack?: string; locale?: Locale }
  /** Whether the answer was any good; `ref` names the question that it answered. */
  | { verb: 'useful'; ref: string; useful: boolean }
  /** Starts the eligibility dialogue, or answers its running question. */
  | { verb: 'eligibility'; answer: 'start' | 'yes' | 'no' | 'unknown' }
  /**
   * `confirm` and `cancel` decide on a preview; a campaign that was confirmed is steered. `again`: it was confirmed, and nobody
   * knows whether it has started.
   */
  | { verb: 'campaign'; campaignId: string; action: CampaignAction }
  /** Staff only: the answer to "really?" before a change that nothing takes back. */
  | { verb: 'official'; uscc: string; status: 'terminated'; action: 'confirm' | 'cancel' }
  /** Staff only: the same before a status that was entered wrongly is corrected. */
  | { verb: 'correction'; uscc: string; status: OfficialStatus; action: 'confirm' | 'cancel' }
  /** Trial only: move the enrollment's clock on to its next reminder. */
  | ({ verb: 'nextReminder' } & OfEnrollment);

const campaignActions = ['confirm', 'again', ...steeringActions] as const;
export type CampaignAction = (typeof campaignActions)[number];

export function encodeCallback(c: Callback): string {
  const data = encodePlain(c);
  const pack = 'uscc' in c && 'pack' in c ? c.pack : undefined;
  return pack !== undefined && isPack.test(pack) ? withPack(data, pack) : data;
}

/** Behind the firm's code. The longest ID that a pack may have always fits; none that is longer is loaded. */
function withPack(data: string, pack: string): string {
  const form = data.replace(/^(\w+\|[0-9A-Z]{18})/, `$1@${pack}`);
  return form.length <= mostBytes ? form : data;
}

function encodePlain(c: Callback): string {
  if (isWish(c)) return encodeWish(c);
  if (isOfTicket(c)) return encodeTicket(c);
  switch (c.verb) {
    case 'status':
    case 'steps':
    case 'corrections':
    case 'help':
    case 'nextReminder':
      return `${c.verb}|${c.uscc}`;
    case 'anotherFirm':
      return c.verb;
    case 'report':
      return `report|${c.uscc}|${c.step}`;
    case 'correct':
      return `correct|${c.uscc}|${c.step ?? 'none'}`;
    case 'snooze':
      return `snooze|${c.uscc}|${c.workingDays}`;
    case 'group':
      return encodeGroup(c);
    case 'topic':
      return topicData(c);
    case 'useful':
      return `useful|${c.ref}|${c.useful ? 'yes' : 'no'}`;
    case 'eligibility':
      return `eligibility|${c.answer}`;
    case 'campaign':
      return `campaign|${c.campaignId}|${c.action}`;
    case 'official':
    case 'correction':
      return `${c.verb}|${c.uscc}|${c.status}|${c.action}`;
  }
}

const isPack = /^[a-z0-9-]{1,40}$/;
const mostBytes = 64;

/**
 * What does not fit is left out, the language first, since a figure of the wrong pack is worse than its words in another
 * language: without a pack the office's own answers, without a language the client's is taken.
 */
function topicData({ topic, pack, locale }: Extract<Callback, { verb: 'topic' }>): string {
  const said = pack !== undefined && isPack.test(pack) ? pack : '';
  const forms = [
    ...(locale === undefined ? [] : [`topic|${topic}|${said}|${codeOf[locale]}`]),
    ...(said === '' ? [] : [`topic|${topic}|${said}`]),
  ];
  return forms.find((form) => form.length <= mostBytes) ?? `topic|${topic}`;
}

const codeOf: Record<Locale, string> = { 'zh-CN': 'zh', en: 'en' };
const localeOfCode: ReadonlyMap<string, Locale> = new Map([
  ['zh', 'zh-CN'],
  ['en', 'en'],
]);

/** Null for anything that `encodeCallback` does not make: old buttons and forged data end there. */
export function decodeCallback(data: string): Callback | null {
  const of = /^(\w+\|[0-9A-Z]{18})@([a-z0-9-]{1,40})(\|.*)?$/.exec(data);
  if (of === null) return decodePlain(data);
  const [, firm = '', pack = '', rest = ''] = of;
  const plain = decodePlain(`${firm}${rest}`);
  return plain !== null && isOfEnrollment(plain) ? { ...plain, pack } : null;
}

const ofEnrollment = [
  ...(['status', 'steps', 'report', 'corrections', 'correct', 'help'] as const),
  ...(['snooze', 'nextReminder', 'decline'] as const),
];
const isOfEnrollment = (c: Callback): c is Extract<Callback, { verb: (typeof ofEnrollment)[number] }> =>
  ofEnrollment.some((verb) => verb === c.verb);

function decodePlain(data: string): Callback | null {
  const [verb, a = '', b = '', c = ''] = data.split('|');
  const isUscc = /^[0-9A-Z]{18}$/.test(a);
  switch (verb) {
    case 'status':
    case 'steps':
    case 'corrections':
    case 'help':
    case 'nextReminder':
      return isUscc ? { verb, uscc: a } : null;
    case 'anotherFirm':
      return data === verb ? { verb } : null;
    case 'report': {
      const step = reportedSteps.find((s) => s === b);
      return isUscc && step !== undefined ? { verb, uscc: a, step } : null;
    }
    case 'correct': {
      const step = b === 'none' ? null : reportedSteps.find((s) => s === b);
      return isUscc && step !== undefined ? { verb, uscc: a, step } : null;
    }
    case 'snooze': {
      const workingDays = Number(b);
      return isUscc && Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= 30
        ? { verb, uscc: a, workingDays }
        : null;
    }
    case 'group':
      return decodeGroup(data);
    case 'topic': {
      const topic = allTopicIds.find((t) => t === a);
      if (topic === undefined) return null;
      const locale = localeOfCode.get(c);
      return {
        verb,
        topic,
        ...(isPack.test(b) ? { pack: b } : {}),
        ...(locale === undefined ? {} : { locale }),
      };
    }
    case 'useful':
      return /^[0-9a-z-]{1,40}$/.test(a) && (b === 'yes' || b === 'no')
        ? { verb, ref: a, useful: b === 'yes' }
        : null;
    case 'eligibility': {
      const answer = (['start', 'yes', 'no', 'unknown'] as const).find((x) => x === a);
      return answer === undefined ? null : { verb, answer };
    }
    case 'campaign': {
      const action = campaignActions.find((x) => x === b);
      return /^[0-9a-z-]{1,40}$/.test(a) && action !== undefined ? { verb, campaignId: a, action } : null;
    }
    case 'official': {
      const action = (['confirm', 'cancel'] as const).find((x) => x === c);
      return isUscc && b === 'terminated' && action !== undefined
        ? { verb, uscc: a, status: b, action }
        : null;
    }
    case 'correction': {
      const action = (['confirm', 'cancel'] as const).find((x) => x === c);
      const status = officialStatuses.find((s) => s === b);
      return isUscc && status !== undefined && action !== undefined
        ? { verb, uscc: a, status, action }
        : null;
    }
    default:
      return decodeWish(data) ?? decodeTicket(data);
  }
}

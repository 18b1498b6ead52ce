import { reportedSteps } from './enrollment/state.ts';
import type { ReportedStep } from './enrollment/state.ts';
import { allTopicIds } from './topics.ts';
import type { TopicId } from './topics.ts';

/**
 * What a tapped button means. The encoded form is at most 64 bytes (Telegram's limit for callback data) and holds
 * IDs only: a handler checks again that the one who taps may do it.
 */
export type Callback =
  | { verb: 'status'; uscc: string }
  /** Choose which step was finished. */
  | { verb: 'steps'; uscc: string }
  | { verb: 'report'; uscc: string; step: ReportedStep }
  /** Choose what was really finished, after a wrong report. */
  | { verb: 'corrections'; uscc: string }
  /** Sets the report back; null: nothing is finished. */
  | { verb: 'correct'; uscc: string; step: ReportedStep | null }
  /** Help with the page that the firm is on. */
  | { verb: 'help'; uscc: string }
  | { verb: 'snooze'; uscc: string; workingDays: number }
  /** `pack` where the answer is to come from another one than the office's own. */
  | { verb: 'topic'; topic: TopicId; pack?: string }
  /** Whether the answer was any good; `ref` names the question that it answered. */
  | { verb: 'useful'; ref: string; useful: boolean }
  /** Starts the eligibility dialogue, or answers its running question. */
  | { verb: 'eligibility'; answer: 'start' | 'yes' | 'no' | 'unknown' }
  | { verb: 'campaign'; campaignId: string; action: 'confirm' | 'cancel' }
  /** Staff only: the answer to "really?" before a change that nothing takes back. */
  | { verb: 'official'; uscc: string; status: 'terminated'; action: 'confirm' | 'cancel' }
  /** Trial only: move the enrollment's clock on to its next reminder. */
  | { verb: 'nextReminder'; uscc: string };

export function encodeCallback(c: Callback): string {
  switch (c.verb) {
    case 'status':
    case 'steps':
    case 'corrections':
    case 'help':
    case 'nextReminder':
      return `${c.verb}|${c.uscc}`;
    case 'report':
      return `report|${c.uscc}|${c.step}`;
    case 'correct':
      return `correct|${c.uscc}|${c.step ?? 'none'}`;
    case 'snooze':
      return `snooze|${c.uscc}|${c.workingDays}`;
    case 'topic':
      return topicData(c.topic, c.pack);
    case 'useful':
      return `useful|${c.ref}|${c.useful ? 'yes' : 'no'}`;
    case 'eligibility':
      return `eligibility|${c.answer}`;
    case 'campaign':
      return `campaign|${c.campaignId}|${c.action}`;
    case 'official':
      return `official|${c.uscc}|${c.status}|${c.action}`;
  }
}

const isPack = /^[a-z0-9-]{1,40}$/;
const mostBytes = 64;

/** A pack whose ID is too long to be carried is left out: the office's own pack answers then. */
function topicData(topic: TopicId, pack: string | undefined): string {
  const whole = `topic|${topic}|${pack ?? ''}`;
  return pack !== undefined && isPack.test(pack) && whole.length <= mostBytes ? whole : `topic|${topic}`;
}

/** Null for anything that `encodeCallback` does not make: old buttons and forged data end there. */
export function decodeCallback(data: string): Callback | null {
  const [verb, a = '', b = '', c = ''] = data.split('|');
  const isUscc = /^[0-9A-Z]{18}$/.test(a);
  switch (verb) {
    case 'status':
    case 'steps':
    case 'corrections':
    case 'help':
    case 'nextReminder':
      return isUscc ? { verb, uscc: a } : null;
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
    case 'topic': {
      const topic = allTopicIds.find((t) => t === a);
      if (topic === undefined) return null;
      return isPack.test(b) ? { verb, topic, pack: b } : { verb, topic };
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
      const action = (['confirm', 'cancel'] as const).find((x) => x === b);
      return /^[0-9a-z-]{1,40}$/.test(a) && action !== undefined ? { verb, campaignId: a, action } : null;
    }
    case 'official': {
      const action = (['confirm', 'cancel'] as const).find((x) => x === c);
      return isUscc && b === 'terminated' && action !== undefined
        ? { verb, uscc: a, status: b, action }
        : null;
    }
    default:
      return null;
  }
}

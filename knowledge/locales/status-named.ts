import { officialStatuses } from '../enrollment/state.ts';
import type { OfficialStatus } from '../enrollment/state.ts';
import { textsFor } from './index.ts';

const everyLocale = [textsFor('zh-CN'), textsFor('en')];

/** How staff call a status besides its label. */
const spoken: Record<string, OfficialStatus> = {
  待确认: 'invited',
  已提交: 'submitted',
  待审核: 'submitted',
  审批中: 'underReview',
  通过: 'approved',
  已通过: 'approved',
  生效: 'inForce',
  已生效: 'inForce',
  生效中: 'inForce',
  可续转: 'renewalOpen',
  已续转: 'renewed',
  退回: 'returned',
  不参加: 'declined',
  逾期: 'lapsed',
  解除: 'terminated',
  已解除: 'terminated',
  到期: 'expired',
  已到期: 'expired',
};

/** Full-width punctuation and blanks make no difference. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** The status that staff mean by its ID or its name in either language; null for anything else. */
export function statusNamed(given: string): OfficialStatus | null {
  const wanted = plain(given);
  const isMeant = (status: OfficialStatus): boolean =>
    status.toLowerCase() === wanted ||
    everyLocale.some((texts) => plain(texts.enrollment.statusLabels[status]) === wanted);
  const named = officialStatuses.find(isMeant);
  return named ?? (Object.hasOwn(spoken, wanted) ? (spoken[wanted] ?? null) : null);
}

/** More words than the name of any status in either language has. */
const mostWords = 8;

/** A status and the reason after it. As many words as make a status are one: `under review wrong row`, `已退回 录错了`. */
export function statusAndReason(line: string): {
  given: string;
  status: OfficialStatus | null;
  reason: string;
} {
  const words = line.split(/\s+/).filter((word) => word !== '');
  for (let count = Math.min(mostWords, words.length); count > 0; count -= 1) {
    const given = words.slice(0, count).join(' ');
    const status = statusNamed(given);
    if (status !== null) return { given, status, reason: words.slice(count).join(' ') };
  }
  const [given = '', ...others] = words;
  return { given, status: null, reason: others.join(' ') };
}

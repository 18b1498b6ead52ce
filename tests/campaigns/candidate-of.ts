import { initialState } from '../../knowledge/enrollment/machine.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import type { Candidate, CampaignContact } from '../../knowledge/campaigns/candidate.ts';
import { fictionalUscc, wanted } from '../support/fictional-firms.ts';

export const contact = (part: Partial<CampaignContact> = {}): CampaignContact => ({
  ...{
    id: 'i1',
    personId: 'p1',
    channel: 'telegram',
    privateChatId: 'chat',
    blocked: false,
    locale: 'zh-CN',
  },
  ...{ primary: false, remindersStopped: false, snoozedUntil: null },
  ...part,
});

/** A firm in Huai'an, invited on a Monday, with one contact, never written to. */
export function candidate(
  enrollment: Partial<EnrollmentSnapshot> = {},
  part: Partial<Omit<Candidate, 'enrollment'>> = {},
): Candidate {
  const uscc = fictionalUscc(1);
  return {
    enrollment: {
      ...initialState('2026-11-02T02:00:00.000Z'),
      ...{ enrollmentId: `jiangsu-2022/${uscc}`, packId: 'jiangsu-2022', uscc, city: '淮安', trial: false },
      ...{ now: '2026-11-02T02:00:00.000Z', nextReminderAt: null, cadence: wanted.cadence },
      ...enrollment,
    },
    ...{ firmName: '虚构进出口有限公司', contacts: [contact()], lastWrittenAt: null, everReached: false },
    officerId: null,
    ...part,
  };
}

import type { EnrollmentWanted, Firm } from '../../activities/ports/store.ts';
import { usccCheckCharacter } from '../../knowledge/firms/uscc.ts';

export const packId = 'jiangsu-2022';

/** What an import gives every new enrollment, in tests that do not care. */
export const wanted: EnrollmentWanted = {
  trial: false,
  invitedAt: '2022-03-01T01:00:00.000Z',
  cadence: {
    firstAfterWorkingDays: 3,
    everyWorkingDays: 5,
    maxReminders: 6,
    sendAt: '09:30',
    timeZone: 'Asia/Shanghai',
  },
};

/** The code of the n-th fictional firm; valid, and in the order of `n`. */
export function fictionalUscc(n: number): string {
  const body = `91320899MA${String(n).padStart(7, '0')}`;
  return body + String(usccCheckCharacter(body));
}

/** A listed firm that exists nowhere but in tests. */
export function fictionalFirm(n: number, changes: Partial<Firm> = {}): Firm {
  return {
    uscc: fictionalUscc(n),
    name: `虚构进出口${n}号有限公司`,
    city: n % 2 === 0 ? '淮安' : '南京',
    priorYearExportUsd: 120_000.55,
    exportYear: 2021,
    contactName: '测试联系人',
    contactPhone: '000-0000000',
    listed: true,
    sample: true,
    ...changes,
  };
}

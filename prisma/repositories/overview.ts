import type { OverviewScope, OverviewStore } from '../../activities/ports/overview.ts';
import type { OfficialStatus, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import type { EnrollmentMoment, FirmMoment } from '../../knowledge/overview/reminder-effect.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { movedStatus } from './enrollment-row.ts';

const submittedOrFurther: OfficialStatus[] = [
  'submitted',
  'underReview',
  'approved',
  'inForce',
  'renewalOpen',
  'renewed',
];
/** As an outcome stands in the timeline: also reminders that went out with others in one message. */
const wentOut = new Set(['sent', 'collected']);

export function createOverviewStore(db: Database): OverviewStore {
  return {
    submittedAt: async (scope) => {
      const enrollment = {
        ...within(scope),
        OR: [
          { officialStatus: { in: submittedOrFurther } },
          { officialStatus: 'invited', reportedStep: 'submitted' },
        ],
      };
      // A result list may approve a firm whose submission nobody reported: the first of these words is when.
      const words = submittedOrFurther.map((word) => ({ event: { contains: `"${word}"` } }));
      const firsts = await db.timelineEntry.groupBy({
        by: ['enrollmentId'],
        where: { enrollment, OR: words },
        _min: { at: true },
      });
      return firsts.flatMap(({ _min: { at } }) => at ?? []);
    },

    remindersAndMoments: async (scope, from) => {
      const entries = await db.timelineEntry.findMany({
        where: {
          enrollment: within(scope),
          at: { gte: from },
          OR: [{ source: 'firm' }, { event: { contains: '"type":"reminded"' } }],
        },
        select: { enrollmentId: true, at: true, source: true, event: true },
      });
      const reminders: EnrollmentMoment[] = [];
      const moments: FirmMoment[] = [];
      for (const { enrollmentId, at, source, event: json } of entries) {
        const event = JSON.parse(json) as TimelineEntry['event'];
        if (event.type === 'reminded') {
          if (wentOut.has(event.outcome)) reminders.push({ enrollmentId, at });
        } else if (source === 'firm') {
          const submitted = event.type === 'stepReported' && event.step === 'submitted';
          moments.push({ enrollmentId, at, submitted });
        }
      }
      return { reminders, moments };
    },
  };
}

const within = ({ packId, cities }: OverviewScope): Prisma.EnrollmentWhereInput => ({
  packId,
  NOT: { officialStatus: movedStatus },
  ...(cities === null ? {} : { city: { in: [...cities] } }),
});

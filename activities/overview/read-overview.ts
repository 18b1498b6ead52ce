import { addDays, shanghaiDate, shanghaiInstant } from '../../knowledge/calendar/shanghai-time.ts';
import { funnelOf } from '../../knowledge/overview/funnel.ts';
import { effectOfReminders } from '../../knowledge/overview/reminder-effect.ts';
import { submissionsByDay, untilDeadline } from '../../knowledge/overview/submissions.ts';
import type { OverviewScope, SeasonOverview } from '../ports/overview.ts';
import type { Stores } from '../ports/store.ts';

export interface OverviewRequest extends OverviewScope {
  /** Last day to submit, `YYYY-MM-DD`; null where the pack has none. */
  deadline: string | null;
  /** Days to look back for submissions and reminders, today among them. */
  days: number;
  now: Date;
}

/** How a season stands, for the whole office or some cities; numbers only, nothing of a single firm. */
export async function readOverview(
  { firms, overview }: Pick<Stores, 'firms' | 'overview'>,
  { packId, cities, deadline, days, now }: OverviewRequest,
): Promise<SeasonOverview> {
  const at = now.toISOString();
  const today = shanghaiDate(at);
  const from = addDays(today, 1 - days);
  const scope = { packId, cities };
  const counts = await firms.countByCityAndStep(packId);
  const submittedAt = await overview.submittedAt(scope);
  const { reminders, moments } = await overview.remindersAndMoments(scope, shanghaiInstant(from, '00:00'));
  return {
    ...{ at, from },
    funnel: funnelOf(cities === null ? counts : counts.filter(({ city }) => cities.includes(city))),
    submissions: submissionsByDay(submittedAt, { from, until: today }),
    reminders: effectOfReminders(reminders, moments, at),
    deadline: untilDeadline(today, deadline),
  };
}

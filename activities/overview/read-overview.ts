import { addDays, shanghaiDate, shanghaiInstant } from '../../knowledge/calendar/shanghai-time.ts';
import { standingByCity } from '../../knowledge/overview/by-city.ts';
import { funnelOf } from '../../knowledge/overview/funnel.ts';
import { questionsAsked } from '../../knowledge/overview/questions.ts';
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
  { firms, overview, questionCounts }: Pick<Stores, 'firms' | 'overview' | 'questionCounts'>,
  { packId, cities, deadline, days, now }: OverviewRequest,
): Promise<SeasonOverview> {
  const at = now.toISOString();
  const today = shanghaiDate(at);
  const from = addDays(today, 1 - days);
  const scope = { packId, cities };
  const all = await firms.countByCityAndStep(packId);
  const counts = cities === null ? all : all.filter(({ city }) => cities.includes(city));
  const submittedAt = await overview.submittedAt(scope);
  const { reminders, moments } = await overview.remindersAndMoments(scope, shanghaiInstant(from, '00:00'));
  return {
    ...{ at, from },
    ...{ funnel: funnelOf(counts), byCity: standingByCity(counts) },
    submissions: submissionsByDay(submittedAt, { from, until: today }),
    questions: questionsAsked(await questionCounts.since(packId, from, cities)),
    reminders: effectOfReminders(reminders, moments, at),
    deadline: untilDeadline(today, deadline),
  };
}

import { followsWithinDays } from '../../knowledge/overview/reminder-effect.ts';
import { stageName } from '../../knowledge/overview/stage-name.ts';
import type { ConsolePorts } from '../contract.ts';
import { inBoth } from './both.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';

/** How the season stands, of the cities that an account may see. */
export function overviewHandlers({ season, clock }: ConsolePorts): Handlers<'readOverview'> {
  return {
    readOverview: async ({ viewer, body: { city, days } }) => {
      const own = viewer.account.cities;
      const choosable = own === null ? season.cities : season.cities.filter((name) => own.includes(name));
      if (city !== null && !choosable.includes(city)) throw new Refused('forbidden');
      const cities = city === null ? own : [city];
      const overview = await season.read({ cities, days, now: clock.now() });
      const { rows, aside, total } = overview.funnel;
      return {
        ...{ at: overview.at, from: overview.from, cities: [...choosable] },
        stages: rows.map((row) => ({
          label: inBoth((texts) => stageName(row, texts)),
          official: row.stage.said === 'official',
          ...{ here: row.here, reached: row.reached },
        })),
        aside: aside.map(({ status, count }) => ({
          label: inBoth(({ enrollment }) => enrollment.statusLabels[status]),
          count,
        })),
        ...{ byCity: overview.byCity, questions: overview.questions },
        ...{ total, submissions: overview.submissions, deadline: overview.deadline },
        reminders: { ...overview.reminders, days: followsWithinDays },
      };
    },
  };
}

import { groupBy } from '../group-by.ts';
import { funnelOf } from './funnel.ts';
import type { StandingCount } from './funnel.ts';

export interface CityStanding {
  city: string;
  /** All firms of the city, those that left the way too. */
  total: number;
  /** Those that have submitted, by their own word or officially. */
  submitted: number;
}

/** How far each city is; those that are furthest behind first. */
export function standingByCity(counts: readonly StandingCount[]): CityStanding[] {
  return [...groupBy(counts, ({ city }) => city)]
    .map(([city, of]) => {
      const { rows, total } = funnelOf(of);
      const submitted = rows.find(({ stage }) => stage.said === 'firm' && stage.step === 'submitted');
      return { city, total, submitted: submitted?.reached ?? 0 };
    })
    .sort((a, b) => share(a) - share(b) || b.total - a.total);
}

const share = ({ total, submitted }: CityStanding): number => (total === 0 ? 1 : submitted / total);

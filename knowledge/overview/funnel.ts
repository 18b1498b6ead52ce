import type { OfficialStatus, ReportedStep } from '../enrollment/state.ts';
import { reportedSteps } from '../enrollment/state.ts';

/** How many firms of a city stand at one place of the way. */
export interface StandingCount {
  city: string;
  officialStatus: OfficialStatus;
  /** `none`: nothing reported yet. */
  reportedStep: string;
  count: number;
}

/** The way of a firm: what it does on the Single Window, then what the insurer makes of it. */
const officialWay = ['submitted', 'underReview', 'approved', 'inForce', 'renewalOpen', 'renewed'] as const;
type OnTheWay = (typeof officialWay)[number];
type Stage =
  { said: 'nothing' } | { said: 'firm'; step: ReportedStep } | { said: 'official'; status: OnTheWay };

export interface FunnelRow {
  stage: Stage;
  /** Firms whose furthest place this is. */
  here: number;
  /** Firms that came this far or further. */
  reached: number;
}

export interface Funnel {
  rows: FunnelRow[];
  /** Firms that left the way, by official status: returned, declined, lapsed, terminated, expired. */
  aside: { status: OfficialStatus; count: number }[];
  /** All of them, those that left the way too. */
  total: number;
}

const stages: Stage[] = [
  { said: 'nothing' },
  ...reportedSteps.map((step): Stage => ({ said: 'firm', step })),
  ...officialWay.map((status): Stage => ({ said: 'official', status })),
];

/** Where the firms of a pack stand. What a firm says of itself counts only until somebody official has spoken. */
export function funnelOf(counts: readonly StandingCount[]): Funnel {
  const here = stages.map((stage) => sum(counts.filter((count) => standsAt(count, stage))));
  const rows = stages.map((stage, i) => ({ stage, here: here[i] ?? 0, reached: total(here.slice(i)) }));
  const onTheWay = new Set<OfficialStatus>(['invited', ...officialWay]);
  const left = new Set(counts.map((c) => c.officialStatus).filter((status) => !onTheWay.has(status)));
  const aside = [...left].map((status) => ({
    status,
    count: sum(counts.filter((c) => c.officialStatus === status)),
  }));
  return { rows, aside, total: sum(counts) };
}

function standsAt(count: StandingCount, stage: Stage): boolean {
  if (stage.said === 'official') return count.officialStatus === stage.status;
  const step = stage.said === 'firm' ? stage.step : 'none';
  return count.officialStatus === 'invited' && count.reportedStep === step;
}

const sum = (counts: readonly { count: number }[]): number => total(counts.map(({ count }) => count));
const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

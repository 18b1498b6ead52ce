import type { CityStanding } from '../../knowledge/overview/by-city.ts';
import type { Funnel } from '../../knowledge/overview/funnel.ts';
import type { QuestionsAsked } from '../../knowledge/overview/questions.ts';
import type {
  EnrollmentMoment,
  FirmMoment,
  ReminderEffect,
} from '../../knowledge/overview/reminder-effect.ts';
import type { DayOfSubmissions } from '../../knowledge/overview/submissions.ts';

export interface OverviewScope {
  packId: string;
  /** Null: all. */
  cities: readonly string[] | null;
}

/** What the overview of a season counts from. An enrollment that goes on under another code counts there only. */
export interface OverviewStore {
  /** When each firm that is submitted, or further, first was: an ISO 8601 instant a firm. */
  submittedAt(scope: OverviewScope): Promise<string[]>;
  /** Since `from`, an ISO 8601 instant: reminders that went out, and what firms did or said themselves. */
  remindersAndMoments(
    scope: OverviewScope,
    from: string,
  ): Promise<{ reminders: EnrollmentMoment[]; moments: FirmMoment[] }>;
}

export interface SeasonOverview {
  at: string;
  /** First of the days looked back, `YYYY-MM-DD`. */
  from: string;
  funnel: Funnel;
  byCity: CityStanding[];
  submissions: DayOfSubmissions[];
  reminders: ReminderEffect;
  questions: QuestionsAsked;
  deadline: { date: string; workingDaysLeft: number } | null;
}

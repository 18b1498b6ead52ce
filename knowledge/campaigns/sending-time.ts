import type { ReminderCadence } from '../calendar/cadence.ts';
import { isBefore } from '../calendar/shanghai-time.ts';
import { outsideSendingTime } from '../enrollment/reminders.ts';
import type { CampaignOptions } from './campaign.ts';

export type StartProblem =
  | { code: 'startInThePast' }
  /** `next`: when people may be written to again. */
  | { code: 'startOutsideHours'; next: string };

/** What is wrong with the time that a campaign is to start at; null when nothing is. */
export function startProblem(
  { startAt, outsideHours }: Pick<CampaignOptions, 'startAt' | 'outsideHours'>,
  cadence: ReminderCadence,
  now: string,
): StartProblem | null {
  if (startAt === null) return null;
  if (isBefore(startAt, now)) return { code: 'startInThePast' };
  if (outsideHours === 'ignore') return null;
  const next = outsideSendingTime(cadence, startAt);
  return next === null ? null : { code: 'startOutsideHours', next };
}

/** When a campaign that is confirmed now sends its first message; null: at once. */
export function firstSendingAt(
  { startAt, outsideHours }: Pick<CampaignOptions, 'startAt' | 'outsideHours'>,
  cadence: ReminderCadence,
  now: string,
): string | null {
  if (startAt !== null && isBefore(now, startAt)) return startAt;
  return outsideHours === 'ignore' ? null : outsideSendingTime(cadence, now);
}

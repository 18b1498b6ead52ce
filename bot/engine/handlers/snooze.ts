import type { EnrollmentSnapshot } from '../../../knowledge/enrollment/state.ts';
import { snoozeUntil } from '../../../knowledge/enrollment/reminders.ts';
import type { HandleResult } from '../../model.ts';
import { dateTimeText } from '../dates.ts';
import type { PrivateContext } from '../private-context.ts';
import { nowOf } from '../../../knowledge/enrollment/enrollment-clock.ts';
import { say } from '../replies.ts';
import { changeOwn } from './change-own.ts';
import { withTappedFirm } from './own-firm.ts';

/** No reminders for some working days, as the contact asks. What that changes, and what not, is said as it is. */
export const snooze = (context: PrivateContext, uscc: string, workingDays: number): Promise<HandleResult> =>
  withTappedFirm(context, uscc, ({ firm, enrollment }) => {
    const { snooze: texts } = context.texts.bot;
    if (enrollment !== null && isRepeat(context, enrollment, workingDays)) {
      const until = dateTimeText(enrollment.snoozedUntil ?? enrollment.now, context.locale);
      return { ...say(texts.asBefore({ firm: firm.name, until })), toast: texts.toast };
    }
    return changeOwn(
      context,
      uscc,
      (event) => context.ports.commands.snooze({ ...event, workingDays }),
      (_, changed) => ({ ...say(whatChanges(context, firm.name, changed)), toast: texts.toast }),
    );
  });

/** The same quiet was asked for before: not worth a second line in the history. */
const isRepeat = ({ ports }: PrivateContext, enrollment: EnrollmentSnapshot, workingDays: number): boolean =>
  enrollment.officialStatus === 'invited' &&
  enrollment.reportedStep !== 'submitted' &&
  enrollment.snoozedUntil ===
    snoozeUntil(enrollment.cadence, nowOf(enrollment, ports.clock.now()), workingDays);

function whatChanges(context: PrivateContext, firm: string, enrollment: EnrollmentSnapshot): string {
  const { snooze: texts } = context.texts.bot;
  const until = enrollment.snoozedUntil ?? enrollment.now;
  const next = enrollment.nextReminderAt;
  if (next === null) return texts.nonePlanned({ firm });
  if (next > until) return texts.laterAnyway({ firm, next: dateTimeText(next, context.locale) });
  return texts.done({ firm, until: dateTimeText(until, context.locale) });
}

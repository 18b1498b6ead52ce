import { nowOf } from '../../../knowledge/enrollment/enrollment-clock.ts';
import { remindingIsOver, snoozeUntil } from '../../../knowledge/enrollment/reminders.ts';
import type { EnrollmentSnapshot } from '../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../model.ts';
import { dateTimeText } from '../dates.ts';
import { ownPlace } from '../own-place.ts';
import type { PrivateContext } from '../private-context.ts';
import { say } from '../replies.ts';
import { changeOwn } from './change-own.ts';
import { withTappedFirm } from './own-firm.ts';
import { noteWish } from './wishes/choose-own.ts';

/**
 * No reminders for some working days, as the contact asks: of a firm's only contact it is the firm's quiet, of one among
 * several the own. What that changes, and what not, is said as it is.
 */
export const snooze = (context: PrivateContext, uscc: string, workingDays: number): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async ({ firm, enrollment }) => {
    const { ports, texts, identity, locale } = context;
    const until = enrollment === null ? null : untilOf(context, enrollment, workingDays);
    if (enrollment !== null && until !== null && remindingIsOver(enrollment) === null) {
      const place = await ownPlace(ports.stores.identities, uscc, identity.id);
      const shown = { firm: firm.name, until: dateTimeText(until, locale) };
      if (place !== null && !place.alone) {
        const { snooze: own } = texts.wishes;
        const asBefore = place.own.snoozedUntil === until;
        await ports.stores.contacts.setWishes(identity.id, uscc, { snoozedUntil: until });
        if (!asBefore) await noteWish(context, 'snooze', uscc);
        const others = place.othersReminded ? [texts.wishes.stop.othersStill] : [];
        return {
          ...say([asBefore ? own.asBefore(shown) : own.done(shown), ...others]),
          toast: texts.bot.snooze.toast,
        };
      }
      // The same quiet was asked for before: not worth a second line in the history.
      if (enrollment.snoozedUntil === until)
        return { ...say(texts.bot.snooze.asBefore(shown)), toast: texts.bot.snooze.toast };
    }
    return changeOwn(
      context,
      uscc,
      (event) => ports.commands.snooze({ ...event, workingDays }),
      (_, changed) => ({ ...say(whatChanges(context, firm.name, changed)), toast: texts.bot.snooze.toast }),
    );
  });

const untilOf = ({ ports }: PrivateContext, enrollment: EnrollmentSnapshot, workingDays: number): string =>
  snoozeUntil(enrollment.cadence, nowOf(enrollment, ports.clock.now()), workingDays);

function whatChanges(context: PrivateContext, firm: string, enrollment: EnrollmentSnapshot): string {
  const { snooze: texts } = context.texts.bot;
  const until = enrollment.snoozedUntil ?? enrollment.now;
  const next = enrollment.nextReminderAt;
  if (next === null) return texts.nonePlanned({ firm });
  if (next > until) return texts.laterAnyway({ firm, next: dateTimeText(next, context.locale) });
  return texts.done({ firm, until: dateTimeText(until, context.locale) });
}

import type { HandleResult } from '../../model.ts';
import { dateTimeText } from '../dates.ts';
import type { PrivateContext } from '../private-context.ts';
import { say } from '../replies.ts';
import { changeOwn } from './change-own.ts';

/** No reminders for some working days, as the contact asks. */
export const snooze = (context: PrivateContext, uscc: string, workingDays: number): Promise<HandleResult> =>
  changeOwn(
    context,
    uscc,
    (event) => context.ports.commands.snooze({ ...event, workingDays }),
    ({ firm }, enrollment) => {
      const until = enrollment.snoozedUntil ?? enrollment.now;
      return {
        ...say(
          context.texts.bot.snooze.done({ firm: firm.name, until: dateTimeText(until, context.locale) }),
        ),
        toast: context.texts.bot.snooze.toast,
      };
    },
  );

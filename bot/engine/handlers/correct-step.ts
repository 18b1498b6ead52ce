import { reportedSteps } from '../../../knowledge/enrollment/state.ts';
import type { ReportedStep } from '../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../model.ts';
import { dateTimeText } from '../dates.ts';
import type { PrivateContext } from '../private-context.ts';
import { edit, message, rowsOf, say, tap } from '../replies.ts';
import { firmButtons, openForReports } from '../status-message.ts';
import { changeOwn } from './change-own.ts';
import { withOwnFirm } from './own-firm.ts';

/** After a wrong report: offers the steps before the one reported, and that nothing is done yet. */
export const chooseCorrection = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'corrections' }, ({ firm, enrollment }) => {
    const { bot, enrollment: labels } = context.texts;
    if (enrollment === null) return say(bot.status.notEnrolled({ firm: firm.name }));
    const of = { uscc: firm.uscc, pack: enrollment.packId };
    const toStatus = [[tap(bot.button.status, { verb: 'status' as const, ...of })]];
    if (!openForReports(enrollment)) {
      const { officialStatus } = enrollment;
      return say(bot.refusal({ code: 'notOpenForReports', officialStatus }), toStatus);
    }
    const furthest = enrollment.reportedStep;
    if (furthest === null) return say(bot.steps.nothingToCorrect({ firm: firm.name }), toStatus);
    const earlier = reportedSteps.slice(0, reportedSteps.indexOf(furthest));
    const choices: (ReportedStep | null)[] = [null, ...earlier];
    return say(
      bot.steps.chooseCorrection({ firm: firm.name, furthest }),
      rowsOf(
        choices.map((step) =>
          tap(step === null ? bot.button.nothingDone : labels.stepLabels[step], {
            verb: 'correct',
            ...of,
            step,
          }),
        ),
        2,
      ),
    );
  });

/** Sets the firm's own report back; reminders go on. */
export const correctStep = (
  context: PrivateContext,
  uscc: string,
  step: ReportedStep | null,
): Promise<HandleResult> =>
  changeOwn(
    context,
    uscc,
    (event) => context.ports.commands.correctStep({ ...event, step }),
    ({ firm }, enrollment) => {
      const { steps } = context.texts.bot;
      const next = enrollment.nextReminderAt;
      const paragraphs = [
        steps.corrected({ firm: firm.name, step }),
        ...(next === null ? [] : [steps.remindersGoOn({ at: dateTimeText(next, context.locale) })]),
      ];
      return {
        replies: [edit(message(paragraphs, firmButtons(enrollment, context.locale)))],
        toast: steps.recordedToast,
      };
    },
  );

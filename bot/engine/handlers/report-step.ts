import { reportedSteps } from '../../../knowledge/enrollment/state.ts';
import type { ReportedStep } from '../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { edit, message, rowsOf, say, tap } from '../replies.ts';
import { firmButtons, openForReports } from '../status-message.ts';
import { changeOwn } from './change-own.ts';
import { withOwnFirm } from './own-firm.ts';

/** Offers the steps after the one reported last, two to a row. */
export const chooseStep = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  withOwnFirm(context, { uscc, verb: 'steps' }, (row) => {
    const { bot, enrollment: labels } = context.texts;
    const { enrollment, firm } = row;
    if (enrollment === null) return say(bot.status.notEnrolled({ firm: firm.name }));
    const of = { uscc: firm.uscc, pack: enrollment.packId };
    if (!openForReports(enrollment)) {
      return say(bot.refusal({ code: 'notOpenForReports', officialStatus: enrollment.officialStatus }), [
        [tap(bot.button.status, { verb: 'status', ...of })],
      ]);
    }
    const done = enrollment.reportedStep === null ? -1 : reportedSteps.indexOf(enrollment.reportedStep);
    const left = reportedSteps.slice(done + 1);
    if (left.length === 0) return say(bot.steps.allDone({ firm: firm.name }));
    return say(bot.steps.choose({ firm: firm.name }), [
      ...rowsOf(
        left.map((step) => tap(labels.stepLabels[step], { verb: 'report', ...of, step })),
        2,
      ),
      [tap(bot.button.stepHelp, { verb: 'help', ...of })],
    ]);
  });

/** The firm's word that a step is done. Never shown as official. */
export const reportStep = (
  context: PrivateContext,
  uscc: string,
  step: ReportedStep,
): Promise<HandleResult> =>
  changeOwn(
    context,
    uscc,
    (event) => context.ports.commands.reportStep({ ...event, step }),
    ({ firm }, enrollment) => {
      const { steps } = context.texts.bot;
      const paragraphs =
        step === 'submitted'
          ? [steps.recordedSubmitted({ firm: firm.name })]
          : [steps.recorded({ firm: firm.name, step }), steps.notFinal];
      return {
        replies: [edit(message(paragraphs, firmButtons(enrollment, context.locale)))],
        toast: steps.recordedToast,
      };
    },
  );

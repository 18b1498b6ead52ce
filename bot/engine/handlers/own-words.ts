import { reportedSteps } from '../../../knowledge/enrollment/state.ts';
import type { ReportedStep } from '../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../model.ts';
import { ownWords } from '../own-words.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';
import { openForReports } from '../status-message.ts';
import { chooseCorrection } from './correct-step.ts';
import { withOwnFirm } from './own-firm.ts';
import { askWithStanding, statusWithRule } from './policy-and-status.ts';
import { chooseStep } from './report-step.ts';
import { status } from './status.ts';
import { stepHelp } from './step-help.ts';
import { inviteColleague } from './people/colleague.ts';
import { offerLeave } from './people/leave.ts';
import { preferHere } from './wishes/channels.ts';
import { offerDecline, takeBackIfDeclined } from './wishes/decline.ts';
import { setLanguage } from './wishes/language.ts';
import { becomePrimary } from './wishes/primary.ts';
import { resumeReminders } from './wishes/resume-reminders.ts';
import { stopReminders } from './wishes/stop-reminders.ts';

/** What is no command: a linked contact may speak of the own enrollment; all else is a question on the policy. */
export async function ownWordsOrQuestion(context: PrivateContext, text: string): Promise<HandleResult> {
  const said = ownWords(text);
  if (said === null) return askWithStanding(context, text);
  if (said.kind === 'stop') return stopReminders(context);
  if (said.kind === 'language') return setLanguage(context, said.locale);
  const own = await context.ports.stores.identities.linkedFirms(context.identity.id);
  if (own.length === 0) return askWithStanding(context, text);
  switch (said.kind) {
    case 'correction':
      return chooseCorrection(context, null);
    case 'next':
      return stepHelp(context, null);
    case 'status':
      return statusWithRule(context, text);
    case 'resume':
      return resumeReminders(context);
    case 'primary':
      return becomePrimary(context);
    case 'prefer':
      return preferHere(context);
    case 'colleague':
      return inviteColleague(context);
    case 'leave':
      return offerLeave(context);
    case 'decline':
      return offerDecline(context);
    case 'takePart':
      return (await takeBackIfDeclined(context)) ?? askWithStanding(context, text);
    case 'done':
      return offerReport(context, said.step);
  }
}

/** Asks whether the firm means this step. Nothing is recorded without the tap. */
const offerReport = (context: PrivateContext, step: ReportedStep): Promise<HandleResult> =>
  withOwnFirm(context, { uscc: null, verb: 'steps' }, ({ firm, enrollment }) => {
    const { bot } = context.texts;
    const { uscc } = firm;
    if (enrollment === null || !openForReports(enrollment)) return status(context, uscc);
    const furthest = enrollment.reportedStep;
    if (furthest === 'submitted') return chooseStep(context, uscc);
    const toSteps = tap(bot.button.report, { verb: 'steps', uscc });
    if (furthest !== null && reportedSteps.indexOf(step) <= reportedSteps.indexOf(furthest)) {
      return say(bot.refusal({ code: 'stepAlreadyReported', step, furthest }), [
        [toSteps, tap(bot.button.stepHelp, { verb: 'help', uscc })],
      ]);
    }
    return say(bot.steps.askReport({ firm: firm.name, step }), [
      [tap(bot.button.reportThis({ step }), { verb: 'report', uscc, step })],
      [toSteps],
    ]);
  });

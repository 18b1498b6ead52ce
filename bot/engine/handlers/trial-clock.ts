import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { say } from '../replies.ts';
import { changeOwn } from './change-own.ts';

/** Trial only: moves the enrollment's clock on to its next reminder. A live enrollment refuses it. */
export const nextReminder = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  context.ports.settings.mode === 'trial'
    ? changeOwn(
        context,
        uscc,
        (event) => context.ports.commands.advanceTrialClock(event),
        () => ({
          ...say(context.texts.bot.trialClock.done),
          toast: context.texts.bot.trialClock.toast,
        }),
      )
    : Promise.resolve(say(context.texts.bot.refusal({ code: 'notTrial' })));

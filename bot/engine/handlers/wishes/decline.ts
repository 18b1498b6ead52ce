import type { LinkedFirm } from '../../../../activities/ports/store.ts';
import type { WishCallback } from '../../../../knowledge/wish-callbacks.ts';
import type { HandleResult } from '../../../model.ts';
import { currentRow } from '../../current-row.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say, tap } from '../../replies.ts';
import { firmButtons, openForReports } from '../../status-message.ts';
import { changeOwn } from '../change-own.ts';
import { withTappedFirm } from '../own-firm.ts';
import { status } from '../status.ts';
import { askWhich, ownFirms, withOnlyOrAsk } from './choose-own.ts';

/** 我们不参加: of the only firm it is asked at once; of several the contact says which. Nothing happens without a tap. */
export const offerDecline = (context: PrivateContext): Promise<HandleResult> =>
  withOnlyOrAsk(
    context,
    context.texts.wishes.decline.which,
    (uscc) => ({ verb: 'decline', uscc, action: 'ask' }),
    askReally,
  );

/** Null where no firm of the contact has declined: then the words mean something else. */
export async function takeBackIfDeclined(context: PrivateContext): Promise<HandleResult | null> {
  const declined: LinkedFirm[] = [];
  for (const firm of await ownFirms(context)) {
    const row = await currentRow(context.ports, firm.uscc);
    if (row?.enrollment?.declinedAt != null) declined.push(firm);
  }
  const [only, ...others] = declined;
  if (only === undefined) return null;
  return others.length === 0
    ? takeBack(context, only.uscc)
    : askWhich(context.texts.bot.status.chooseForStep, declined, (uscc) => ({
        ...{ verb: 'decline', uscc, action: 'takeBack' },
      }));
}

export const decline = (
  context: PrivateContext,
  { uscc, action }: Extract<WishCallback, { verb: 'decline' }>,
): Promise<HandleResult> => {
  switch (action) {
    case 'ask':
      return askReally(context, uscc);
    case 'confirm':
      return confirm(context, uscc);
    case 'takeBack':
      return takeBack(context, uscc);
  }
};

const askReally = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  withTappedFirm(context, uscc, ({ firm, enrollment }) => {
    const { bot, wishes } = context.texts;
    if (enrollment === null || !openForReports(enrollment) || enrollment.declinedAt !== null)
      return status(context, uscc);
    const of = { uscc, pack: enrollment.packId };
    return say(wishes.decline.really({ firm: firm.name }), [
      [tap(wishes.button.reallyDecline, { verb: 'decline', ...of, action: 'confirm' })],
      [tap(bot.button.stepHelp, { verb: 'help', ...of }), tap(bot.button.status, { verb: 'status', ...of })],
    ]);
  });

const confirm = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  changeOwn(
    context,
    uscc,
    (event) => context.ports.commands.decline({ ...event, takenBack: false }),
    ({ firm }, enrollment) => ({
      replies: [
        edit(
          message(
            context.texts.wishes.decline.done({ firm: firm.name }),
            firmButtons(enrollment, context.locale),
          ),
        ),
      ],
      toast: context.texts.wishes.decline.toast,
    }),
  );

const takeBack = (context: PrivateContext, uscc: string): Promise<HandleResult> =>
  changeOwn(
    context,
    uscc,
    (event) => context.ports.commands.decline({ ...event, takenBack: true }),
    ({ firm }, enrollment) => ({
      ...say(
        context.texts.wishes.decline.takenBack({ firm: firm.name }),
        firmButtons(enrollment, context.locale),
      ),
      toast: context.texts.wishes.decline.toast,
    }),
  );

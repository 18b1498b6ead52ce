import type { UnavailableCode } from '../../../../activities/ports/services.ts';
import type { LinkedFirm } from '../../../../activities/ports/store.ts';
import { nowOf } from '../../../../knowledge/enrollment/enrollment-clock.ts';
import type { HandleResult } from '../../../model.ts';
import { tryChange } from '../../change.ts';
import { currentRow } from '../../current-row.ts';
import { ownPlace } from '../../own-place.ts';
import type { PrivateContext } from '../../private-context.ts';
import { say, tap } from '../../replies.ts';
import { unavailableText } from '../../unavailable-text.ts';
import { withTappedFirm } from '../own-firm.ts';
import { askWhich, noteWish, ownFirms } from './choose-own.ts';

/** 恢复提醒: of the firms whose reminders the contact has stopped or put off. */
export async function resumeReminders(context: PrivateContext): Promise<HandleResult> {
  const { resume, button } = context.texts.wishes;
  const own = await ownFirms(context);
  const quiet: LinkedFirm[] = [];
  for (const firm of own) if (await isQuiet(context, firm.uscc)) quiet.push(firm);
  const [only, ...others] = quiet;
  if (only === undefined) return say(resume.nothing);
  if (others.length === 0) return resumeFor(context, only.uscc);
  return askWhich(resume.which, quiet, (uscc) => ({ verb: 'resume', uscc }), {
    label: button.resumeAll,
    callback: { verb: 'resume', uscc: null },
  });
}

/** `uscc` null: of all firms of the contact. */
export const resumeFor = (context: PrivateContext, uscc: string | null): Promise<HandleResult> =>
  uscc === null
    ? resumeAll(context)
    : withTappedFirm(context, uscc, async (row) => {
        const { firm, enrollment } = row;
        const { resume, button } = context.texts.wishes;
        const unavailable = await resumeOne(context, uscc);
        if (unavailable !== null) return say(unavailableText(context.texts, unavailable, row));
        const declined = enrollment !== null && enrollment.declinedAt !== null;
        return {
          ...(declined
            ? say(resume.declined({ firm: firm.name }), [
                [tap(button.takeBack, { verb: 'decline', uscc, action: 'takeBack' })],
              ])
            : say(resume.done({ firm: firm.name }), [
                [tap(context.texts.bot.button.status, { verb: 'status', uscc })],
              ])),
          toast: resume.toast,
        };
      });

async function resumeAll(context: PrivateContext): Promise<HandleResult> {
  const { resume } = context.texts.wishes;
  const own = await ownFirms(context);
  if (own.length === 0) return say(resume.nothing);
  let failed = false;
  for (const { uscc } of own) failed = (await resumeOne(context, uscc)) !== null || failed;
  if (failed) return say(context.texts.bot.engineUnavailable);
  return { ...say(resume.doneAll({ count: own.length })), toast: resume.toast };
}

/** Why the firm's own quiet could not be ended; null when all is well. */
async function resumeOne(context: PrivateContext, uscc: string): Promise<UnavailableCode | null> {
  const { ports, identity, eventId } = context;
  await ports.stores.contacts.setWishes(identity.id, uscc, { remindersStopped: false, snoozedUntil: null });
  await noteWish(context, 'resume', uscc);
  const enrollment = await snoozedEnrollment(context, uscc);
  if (enrollment === null) return null;
  // The firm's own quiet ends as well: none is left of it.
  const { enrollmentId } = enrollment;
  const result = await tryChange(() =>
    ports.commands.snooze({
      ...{ enrollmentId, eventId: `${eventId}/${uscc}`, workingDays: 0 },
      source: 'firm',
      actor: identity.id,
    }),
  );
  if (result.outcome !== 'unavailable') return null;
  ports.log.warn('enrollment.unavailable', { enrollmentId, code: result.code });
  return result.code;
}

async function isQuiet(context: PrivateContext, uscc: string): Promise<boolean> {
  const { ports, identity } = context;
  const place = await ownPlace(ports.stores.identities, uscc, identity.id);
  if (place === null) return false;
  const { remindersStopped, snoozedUntil } = place.own;
  const snoozed = snoozedUntil !== null && snoozedUntil > ports.clock.now().toISOString();
  return remindersStopped || snoozed || (await snoozedEnrollment(context, uscc)) !== null;
}

/** The firm's enrollment while the firm as such asked for quiet. */
async function snoozedEnrollment({ ports }: PrivateContext, uscc: string) {
  const enrollment = (await currentRow(ports, uscc))?.enrollment ?? null;
  if (enrollment === null || enrollment.snoozedUntil === null) return null;
  return enrollment.snoozedUntil > nowOf(enrollment, ports.clock.now()) ? enrollment : null;
}

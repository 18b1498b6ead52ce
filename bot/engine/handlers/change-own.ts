import type { FirmRow } from '../../../activities/ports/store.ts';
import type { EnrollmentSnapshot } from '../../../knowledge/enrollment/state.ts';
import type { ChangeResult } from '../../../workflows/contract.ts';
import type { HandleResult } from '../../model.ts';
import { tryChange } from '../change.ts';
import type { PrivateContext } from '../private-context.ts';
import { say, tap } from '../replies.ts';
import { unavailableText } from '../unavailable-text.ts';
import { withTappedFirm } from './own-firm.ts';

/** Who and what a command names, for a change that the firm itself makes. */
export interface FirmEvent {
  enrollmentId: string;
  eventId: string;
  source: 'firm';
  actor: string;
}

/**
 * A change that a contact makes to its own firm's enrollment: finds the firm, runs the command, and tells refusals and
 * an unreachable engine in whole sentences.
 */
export const changeOwn = (
  context: PrivateContext,
  uscc: string,
  command: (event: FirmEvent) => Promise<ChangeResult>,
  done: (row: FirmRow, enrollment: EnrollmentSnapshot) => HandleResult,
): Promise<HandleResult> =>
  withTappedFirm(context, uscc, async (row) => {
    const { ports, texts, identity, eventId } = context;
    if (row.enrollment === null) return say(texts.bot.status.notEnrolled({ firm: row.firm.name }));
    const { enrollmentId, packId: pack } = row.enrollment;
    const result = await tryChange(() =>
      command({ enrollmentId, eventId, source: 'firm', actor: identity.id }),
    );
    switch (result.outcome) {
      case 'applied':
      case 'alreadyApplied':
        return done(row, result.enrollment);
      case 'refused':
        return say(texts.bot.refusal(result.refusal), [
          [tap(texts.bot.button.status, { verb: 'status', uscc, pack })],
        ]);
      case 'unavailable':
        ports.log.warn('enrollment.unavailable', { enrollmentId, code: result.code });
        return say(unavailableText(texts, result.code, row), [
          [tap(texts.bot.button.status, { verb: 'status', uscc, pack })],
        ]);
    }
  });

import { shanghaiDate } from '../../knowledge/calendar/shanghai-time.ts';
import { campaignSkip, recipientsOf } from '../../knowledge/campaigns/candidate.ts';
import type { Candidate } from '../../knowledge/campaigns/candidate.ts';
import { planOf } from '../../knowledge/campaigns/make-plan.ts';
import { renderSample } from '../../knowledge/campaigns/render-preview.ts';
import { firstSendingAt } from '../../knowledge/campaigns/sending-time.ts';
import { nowOf } from '../../knowledge/enrollment/enrollment-clock.ts';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import type { ReminderSkip } from '../../knowledge/enrollment/state.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import { outcomeCode } from '../../workflows/contract.ts';
import type { FirmActions, FirmTarget, ReminderPreview } from '../ports/firm-actions.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';
import type { FirmActionPorts } from './ports.ts';

type Ports = Pick<FirmActionPorts, 'stores' | 'packs' | 'mode' | 'clock'>;
type Reminded = Awaited<ReturnType<FirmActions['remind']>>;

/** What a campaign for this one firm would do, by the same rules. */
export async function previewReminder(
  ports: Ports,
  { packId, uscc }: Pick<FirmTarget, 'packId' | 'uscc'>,
  locale: 'zh-CN' | 'en',
): Promise<ReminderPreview | null> {
  const { stores, packs, mode, clock } = ports;
  const pack = packs.find(({ id }) => id === packId);
  const [firm] = await stores.campaigns.candidatesOf('reminder', [enrollmentIdOf(packId, uscc)]);
  if (pack === undefined || firm === undefined) return null;
  const now = clock.now();
  const plan = planOf({ kind: 'reminder', text: null }, { filter: { uscc }, options: {} }, mode);
  const enrollmentNow = nowOf(firm.enrollment, now);
  const quietUntil = firstSendingAt(plan, cadenceOf(pack), enrollmentNow);
  const skip = campaignSkip(plan, firm, now) ?? (quietUntil === null ? null : 'quietHours');
  return {
    message: renderSample(plan, firm, { pack, locale, now }).message,
    recipients: recipientsOf('reminder', firm, now).to.length,
    ...{ skip, quietUntil },
  };
}

/** Sends it at once, or says why not. */
export async function remind(
  ports: Ports & Pick<FirmActionPorts, 'commands'>,
  target: FirmTarget,
): Promise<Reminded> {
  const { stores, commands, clock } = ports;
  const { packId, uscc, staffId } = target;
  const enrollmentId = enrollmentIdOf(packId, uscc);
  const preview = await previewReminder(ports, target, 'zh-CN');
  const result = preview?.skip === null ? await ask() : skipped(preview?.skip ?? 'notTracked');
  await stores.audit.record({
    ...{ actor: staffId, action: 'console.remind', target: enrollmentId },
    outcome: result.outcome === 'unavailable' ? `unavailable ${result.code}` : outcomeCode(result),
  });
  return result;

  async function ask(): Promise<Reminded> {
    const [firm] = await stores.campaigns.candidatesOf('reminder', [enrollmentId]);
    if (firm === undefined) return skipped('notTracked');
    const key = keyOf(firm, clock.now());
    const by = { enrollmentId, eventId: key, source: 'staff', actor: staffId } as const;
    return commands.requestReminder({ ...by, notificationKey: key }).catch((error: unknown) => {
      if (!(error instanceof EnrollmentUnavailable)) throw error;
      return { outcome: 'unavailable', code: error.code };
    });
  }
}

/**
 * The same for everybody who asks while nothing has happened: the second joins the reminder of the first. One that failed
 * counts as something that happened, and a new day as another reminder.
 */
const keyOf = ({ enrollment }: Candidate, now: Date): string =>
  `manual/${enrollment.enrollmentId}/${enrollment.version}/${shanghaiDate(nowOf(enrollment, now))}`;

const skipped = (reason: ReminderSkip): Reminded => ({ outcome: 'skipped', reason });

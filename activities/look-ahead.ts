import { calendarGap } from '../knowledge/calendar/calendar-gap.ts';
import { isoWeek } from '../knowledge/calendar/iso-week.ts';
import { addDays, shanghaiDate } from '../knowledge/calendar/shanghai-time.ts';
import type { OfficeNotice } from '../knowledge/notifications/office-matter.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { dueScope } from './renewal/judge-renewals.ts';
import { nextPackOf, openRenewal, usablePack } from './renewal/open-renewal.ts';

/** Staff hear of a pack that the renewal needs this long before it opens. */
const packMissingDays = 14;

/**
 * What staff are to be told today, each at most once in a week by the calendar. Besides, what was missed is made up for: a
 * renewal whose day passed while nothing ran is opened, and one that has firms to judge is woken.
 */
export async function lookAhead(ports: ActivityPorts): Promise<OfficeNotice[]> {
  const today = shanghaiDate(ports.clock.now().toISOString());
  const week = isoWeek(today);
  const notices: OfficeNotice[] = [];
  const year = calendarGap(today);
  if (year !== null)
    notices.push({ key: `calendar/${year}/${week}`, data: { about: 'calendarUnknown', year } });
  for (const packId of await ports.stores.enrollments.packIds()) {
    const pack = await usablePack(ports, packId);
    if (pack === null) ports.log.warn('watch.packUnusable', { packId });
    else notices.push(...(await renewalNotices(ports, pack, today, week)));
  }
  return notices;
}

async function renewalNotices(
  ports: ActivityPorts,
  pack: PolicyPack,
  today: string,
  week: string,
): Promise<OfficeNotice[]> {
  const { id: packId, renewal } = pack;
  if (renewal === null) return [];
  const { opensOn, nextPack: nextPackId } = renewal;
  const open = await ports.stores.renewals.find(packId);
  if (open !== null) {
    const scope = dueScope(pack, open.nextPackId, ports.clock.now().toISOString());
    if (await ports.stores.renewals.isDue(scope)) await ports.commands.wakeRenewal(packId);
    return [];
  }
  const outcome = await openRenewal(ports, { packId });
  const isSoon = today >= addDays(opensOn, -packMissingDays);
  const notice = (about: 'nextPackMissing' | 'renewalMissed'): OfficeNotice[] => [
    { key: `${about}/${packId}/${week}`, data: { about, packId, nextPackId, opensOn } },
  ];
  if (outcome === 'missed') return notice('renewalMissed');
  if (outcome === 'nextPackUnusable') return notice('nextPackMissing');
  const isMissing = outcome === 'ahead' && isSoon && (await nextPackOf(ports, pack)) === null;
  return isMissing ? notice('nextPackMissing') : [];
}

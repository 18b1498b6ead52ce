import type { Clock } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { mintConsoleInvitation } from '../console-invitation.ts';
import { ownAddress } from '../own-address.ts';
import type { Settings } from '../settings.ts';

/** How staff get into the console: by its address, by the trial's link for the first of them, or not before somebody is invited. */
export type WayToConsole = { kind: 'address' | 'link'; url: string } | { kind: 'inviteFirst' };

const trialAdmin = '试用管理员';
const linkHours = 72;

/**
 * In a trial nobody need know a command: as long as nobody can sign in, each start makes a link for an administrator. In live
 * mode who administrates is said by whoever runs the server, so no link is made there.
 */
export async function wayToConsole(stores: Stores, settings: Settings, clock: Clock): Promise<WayToConsole> {
  const accounts = await stores.consoleAccounts.list();
  if (accounts.some(({ login }) => login !== null)) {
    return { kind: 'address', url: `${ownAddress(settings)}/console` };
  }
  if (settings.mode === 'live') return { kind: 'inviteFirst' };
  const staffId =
    accounts.find(({ name }) => name === trialAdmin)?.staffId ??
    (await stores.identities.addStaff(trialAdmin)).staffId;
  const { link } = await mintConsoleInvitation(stores, settings, {
    ...{ staffId, role: 'admin', cities: null, hours: linkHours, now: clock.now() },
  });
  return { kind: 'link', url: link };
}

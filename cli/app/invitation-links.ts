import type { Invitation } from '../../activities/ports/firm-actions.ts';
import { ownAddress } from '../own-address.ts';
import type { Settings } from '../settings.ts';
import type { Doors } from './doors.ts';

/** The links that redeem a one-time code: of each door that has such links, and of the web chat, which everybody can open. */
export const invitationLinksOf =
  (
    { telegram }: Pick<Doors, 'telegram'>,
    settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
  ): ((code: string) => Invitation['links']) =>
  (code) => {
    const inTelegram = telegram?.links.start(code) ?? null;
    const page = { channel: 'web', url: `${ownAddress(settings)}/?code=${code}` };
    return [
      ...(inTelegram === null ? [] : [{ channel: 'telegram', url: inTelegram, local: false }]),
      { ...page, local: settings.publicUrl === null },
    ];
  };

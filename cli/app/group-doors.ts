import { SendError } from '../../activities/ports/services.ts';
import type { GroupDoors, Leaving } from '../../activities/ports/group-doors.ts';
import type { Doors } from './doors.ts';

/** `held`: whether this process has the connection to QQ. Telegram is called from any process. */
export function createGroupDoors(
  { telegram, onebot, wecom }: Pick<Doors, 'telegram' | 'onebot' | 'wecom'>,
  { held }: { held: boolean },
): GroupDoors {
  const doors = [...(telegram === null ? [] : [telegram]), ...(onebot === null || !held ? [] : [onebot])];
  const doorOf = (channel: string) => doors.find(({ name }) => name === channel);
  return {
    leaving(channel): Leaving {
      if (doorOf(channel) !== undefined) return 'possible';
      if (wecom?.channel === channel) return 'robot';
      return onebot?.name === channel ? 'notFromHere' : 'notConnected';
    },
    async leave(channel, chatId) {
      const door = doorOf(channel);
      if (door === undefined) throw new SendError({ fate: 'notSent', code: 'badRequest' });
      await door.leaveGroup(chatId);
    },
  };
}

import type { GroupDoors } from '../../activities/ports/group-doors.ts';
import type { GroupStore } from '../../activities/ports/groups.ts';
import { SendError } from '../../activities/ports/services.ts';

export interface FakeGroupDoors extends GroupDoors {
  /** What leaving ends with; null: it is done. */
  fate: SendError['fate'] | null;
}

/** Groups of Telegram can be left; of WeCom there are robots, and another process is connected to QQ. */
export function createFakeGroupDoors(groups: Pick<GroupStore, 'left'>): FakeGroupDoors {
  const doors: FakeGroupDoors = {
    fate: null,
    leaving: (channel) =>
      channel === 'telegram' ? 'possible' : channel === 'wecom' ? 'robot' : 'notFromHere',
    leave: async (channel, chatId) => {
      if (doors.fate !== null) throw new SendError({ fate: doors.fate, code: 'network' });
      await groups.left(channel, chatId);
    },
  };
  return doors;
}

import type { GroupChat, GroupSettings } from '../../activities/ports/groups.ts';
import { SendError } from '../../activities/ports/services.ts';
import { matchCity } from '../../knowledge/firms/city.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { Refused } from './refusals.ts';
import { wholeOffice } from './whole-office.ts';

type Choices = Pick<GroupSettings, 'packId' | 'city' | 'announcements'>;
type Wish = { [Key in keyof Choices]?: Choices[Key] | undefined };

/** What administrators choose for a group, whose own administrators choose too, in the chat. */
export function groupHandlers(ports: ConsolePorts): Handlers<'changeGroup' | 'leaveGroup'> {
  const { groups, groupDoors, audit } = ports;
  const groupOf = async (channel: string, chatId: string): Promise<GroupChat> => {
    const group = (await groups.present(channel)).find((one) => one.chatId === chatId);
    if (group === undefined) throw new Refused('notFound');
    return group;
  };
  return {
    changeGroup: async ({ viewer, body: { channel, chatId, seen, change: wish } }) => {
      const { staffId } = wholeOffice(viewer);
      const group = await groupOf(channel, chatId);
      const change = changeOf(group, wish, ports.packs);
      if (Object.keys(change).length === 0) return {};
      if (!(await groups.changeSeen(channel, chatId, { seen: touchedBy(change, seen), change })))
        throw new Refused('groupChanged');
      await audit.record({
        ...{ actor: staffId, action: 'console.changeGroup', target: `${channel}/${chatId}`, outcome: 'done' },
        detail: JSON.stringify(change),
      });
      return {};
    },

    leaveGroup: async ({ viewer, body: { channel, chatId } }) => {
      const { staffId } = wholeOffice(viewer);
      await groupOf(channel, chatId);
      if (groupDoors.leaving(channel) !== 'possible') throw new Refused('groupStays');
      const note = async (outcome: string): Promise<void> =>
        audit.record({
          ...{ actor: staffId, action: 'console.leaveGroup', target: `${channel}/${chatId}`, outcome },
        });
      try {
        await groupDoors.leave(channel, chatId);
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        const unsure = error.fate === 'ambiguous';
        await note(unsure ? 'unknown' : 'failed');
        throw new Refused(unsure ? 'groupMaybeLeft' : 'groupNotLeft');
      }
      await note('done');
      return {};
    },
  };
}

function changeOf(
  group: GroupChat,
  { packId, city, announcements }: Wish,
  packs: ConsolePorts['packs'],
): Partial<Choices> {
  const wanted = packId === undefined ? group.packId : packId;
  const found = wanted === null ? packs[0] : packs.find(({ id }) => id === wanted);
  if (packId !== undefined && found === undefined) throw new Refused('notFound');
  // One that is not served any more stands for the office's own, as in the chat.
  const pack = found ?? packs[0];
  const matched =
    city == null ? city : matchCity(city, pack.cities, [pack.province, ...pack.provinceAliases]);
  if (city != null && matched === null) throw new Refused('cityUnknown');
  const loses = packId !== undefined && group.city !== null && !pack.cities.includes(group.city);
  return {
    ...(packId !== undefined && { packId }),
    ...(matched === undefined ? loses && { city: null } : { city: matched }),
    ...(announcements !== undefined && { announcements }),
  };
}

/** A city is one of its pack's: both are as they were seen where either is changed. */
const touchedBy = (change: Partial<Choices>, { packId, city, announcements }: Choices): Partial<Choices> => ({
  ...((change.packId !== undefined || change.city !== undefined) && { packId, city }),
  ...(change.announcements !== undefined && { announcements }),
});

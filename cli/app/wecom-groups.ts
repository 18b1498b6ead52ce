import type { GroupStore } from '../../activities/ports/groups.ts';
import { channelName } from '../../bot/channels/wecom/contract.ts';
import type { Settings } from '../settings.ts';

/** A robot that the settings name stands for its group; one that they name no more has left it. Announcements ask who is there. */
export async function noteWecomGroups(groups: GroupStore, { wecom }: Pick<Settings, 'wecom'>): Promise<void> {
  const names = (wecom?.robots ?? []).map(({ name }) => name);
  for (const name of names) await groups.joined(channelName, name);
  for (const { chatId } of await groups.present(channelName))
    if (!names.includes(chatId)) await groups.left(channelName, chatId);
}

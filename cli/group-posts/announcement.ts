import type { GroupChat } from '../../activities/ports/groups.ts';
import { botLink } from '../../bot/channels/telegram/bot-link.ts';
import { announcementFrom } from '../../bot/engine/announcement-words.ts';
import { groupAnnounces } from '../../bot/engine/group-message.ts';
import type { GroupMessage, GroupPlace } from '../../bot/engine/group-message.ts';
import { knownNames } from '../../bot/engine/known-names.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';

export type ForPlace = (place: GroupPlace) => GroupMessage;

/**
 * What the office says in a group, in each language that it was written in: people of both read there. Throws UserError for words
 * that cannot be announced.
 */
export async function announcementOf(context: CliContext, typed: string): Promise<ForPlace> {
  const [stores, pack] = [await context.openStores(), await context.loadPack()];
  const read = await announcementFrom(typed, stores.questions, pack);
  if (!read.ok) throw userError(read.problem);
  const { 'zh-CN': chinese, en } = read.words;
  const words = [chinese, en].filter((text) => text !== undefined).join('\n\n');
  const known = knownNames(pack);
  return (place) => {
    const message = groupAnnounces(words, known, place);
    if (message === null) throw userError((t) => t.campaigns.namesSomebody);
    return message;
  };
}

/** The bot's private chat on Telegram; elsewhere the web chat, or that one where the web chat cannot be reached from outside. */
export async function placesOf(
  context: CliContext,
  locale: Locale,
): Promise<(group: Pick<GroupChat, 'channel'>) => GroupPlace> {
  const username = (await context.botUsername?.()) ?? null;
  const telegram = username === null ? null : botLink(username);
  const { publicUrl } = context.settings;
  return ({ channel }) => {
    const url = channel === 'telegram' ? telegram : (publicUrl ?? telegram);
    return { locale, links: { privateChat: () => url, start: () => null } };
  };
}

/** Channels with groups that the bot can be in, or post to. */
export const groupChannels: readonly string[] = ['telegram', 'onebot', 'wecom'];

/** What a group's administrators chose for it. */
export interface GroupSettings {
  /** `alsoUnasked`: very sure answers to questions on the policy also without being called, few an hour. */
  answers: 'whenCalled' | 'alsoUnasked';
  /** The pack that the group asks of; null: the office's own. */
  packId: string | null;
  /** A city of the pack, whose people are named and whose announcements come here; null: none in particular. */
  city: string | null;
  /** The office may post announcements, which are free of firm data. */
  announcements: boolean;
}

/** Of a group whose administrators chose nothing. */
export const groupDefaults: GroupSettings = {
  answers: 'whenCalled',
  packId: null,
  city: null,
  announcements: true,
};

/** A group of a channel. `chatId` is the whole group's, without a topic. */
export interface GroupChat extends GroupSettings {
  channel: string;
  chatId: string;
}

/** Groups that the bot is or was in. Nothing of what is said there. */
export interface GroupStore {
  /** `groupDefaults` for one that is not known. */
  settingsOf(channel: string, chatId: string): Promise<GroupSettings>;
  /** What is chosen stays when the bot leaves and comes back. */
  change(channel: string, chatId: string, change: Partial<GroupSettings>): Promise<GroupSettings>;
  /** The same where all of `seen` still holds. False, and nothing is changed, where somebody changed any of it meanwhile. */
  changeSeen(
    channel: string,
    chatId: string,
    p: { seen: Partial<GroupSettings>; change: Partial<GroupSettings> },
  ): Promise<boolean>;
  /** The bot is in the group. True when it was not before, as far as is known: it introduces itself then. */
  joined(channel: string, chatId: string): Promise<boolean>;
  /** The bot was removed, or the group is gone. */
  left(channel: string, chatId: string): Promise<void>;
  /**
   * The group goes on under another ID: all that is stored under the old one moves along. Nothing happens the second
   * time.
   */
  moved(channel: string, fromChatId: string, toChatId: string): Promise<void>;
  /** Groups that the bot is in and that want announcements, by ID. With `city`: those of that city, or of none. */
  wantingAnnouncements(filter?: { channel?: string; city?: string }): Promise<GroupChat[]>;
  /** Groups that the bot is in, by ID. */
  present(channel: string): Promise<GroupChat[]>;
}

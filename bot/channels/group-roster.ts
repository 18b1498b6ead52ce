import { isGone, SendError } from '../../activities/ports/services.ts';
import type { GroupStore } from '../../activities/ports/groups.ts';
import type { Engine, InboundMessage } from '../model.ts';
import { put } from './deliver.ts';
import type { Delivery } from './deliver.ts';

export interface RosterPorts extends Delivery {
  engine: Pick<Engine, 'groupGreeting'>;
  groups: Pick<GroupStore, 'joined' | 'left'>;
  /** The whole group of a place in it. */
  groupIdOf: (chatId: string) => string;
}

/** The bot came into a group, or was removed from it. `locale`: of the one who did it. */
export interface Membership {
  externalId: string;
  chatId: string;
  present: boolean;
  locale: InboundMessage['sender']['locale'];
}

/** Which groups of a channel the bot is in. */
export interface GroupRoster {
  /** The bot says once what it does where it comes in. */
  membership(news: Membership): Promise<void>;
  /** A group where somebody talks to the bot is one that it is in, though nobody told us when it came. */
  talksIn(message: InboundMessage): Promise<void>;
  /** Has the bot leave by `call`, which throws `SendError`; a group that it is not in any more is left already. */
  leave(chatId: string, call: () => Promise<unknown>): Promise<void>;
  /** Nothing can be sent to this group any more. */
  gone(chatId: string): Promise<void>;
  /** What is known of the group by heart is looked up again. */
  forget(chatId: string): void;
}

export function createGroupRoster(ports: RosterPorts): GroupRoster {
  const { engine, groups, sender, log, groupIdOf } = ports;
  const { channel } = sender;
  /** Groups that need no look into the database. */
  const known = new Set<string>();
  const gone = async (chatId: string): Promise<void> => {
    const id = groupIdOf(chatId);
    known.delete(id);
    await groups.left(channel, id);
  };

  return {
    async membership({ chatId, present, locale, externalId }) {
      known.delete(chatId);
      if (!present) return groups.left(channel, chatId);
      // Noted first: a greeting that fails is not worth a second one.
      if (!(await groups.joined(channel, chatId))) return;
      const greeting = engine.groupGreeting?.(channel, locale);
      if (greeting === undefined) return;
      try {
        await put(ports, { chatId, replaces: null, key: `${externalId}/greeting` }, greeting);
      } catch (error) {
        log.warn('door.greetingNotSent', { channel, error: String(error) });
        if (error instanceof SendError && isGone(error.code)) await groups.left(channel, chatId);
      }
    },

    async talksIn({ chat }) {
      const id = groupIdOf(chat.id);
      if (chat.kind !== 'group' || known.has(id)) return;
      await groups.joined(channel, id);
      known.add(id);
    },

    async leave(chatId, call) {
      try {
        await call();
      } catch (error) {
        if (!(error instanceof SendError && isGone(error.code))) throw error;
      }
      await gone(chatId);
    },

    gone,

    forget: (chatId) => void known.delete(chatId),
  };
}

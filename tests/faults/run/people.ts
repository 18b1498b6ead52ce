import type { Stores } from '../../../activities/ports/store.ts';
import { newOneTimeCode } from '../../../cli/one-time-code.ts';
import { encodeCallback } from '../../../knowledge/callbacks.ts';
import type { Callback } from '../../../knowledge/callbacks.ts';
import { privateChat, privateTap, privateText, user } from '../../support/telegram-updates.ts';
import type { Asked } from '../count/evidence.ts';
import type { FaultyTelegram } from '../telegram/faulty-telegram.ts';
import type { FirmCase } from './firms.ts';
import { insist } from './insist.ts';
import type { Witness } from './witness.ts';

/** Contacts and staff with their chats. Everything that they write is noted, with the wish for an answer. */
export interface People {
  writes(chat: string, text: string): void;
  taps(chat: string, callback: Callback): void;
  /** Links the firm's contacts, one after the other, with a code each. */
  link(firm: FirmCase): Promise<void>;
  linkStaff(chat: string): Promise<void>;
  /** Blocks the bot; Telegram tells the bot of it, or only at its next message. */
  blocks(chat: string, told: boolean): void;
  comesBack(chat: string): void;
}

const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString();

export function createPeople(o: {
  telegram: FaultyTelegram;
  stores: Stores;
  witness: Witness;
  asked: Asked;
}): People {
  const { telegram, stores, witness, asked } = o;
  const push = (chat: string, update: Record<string, unknown>): void => {
    asked.updates.set(telegram.push(update), { chat });
  };
  const member = (chat: string, status: 'kicked' | 'member'): Record<string, unknown> => ({
    my_chat_member: {
      chat: privateChat(Number(chat)),
      from: user(Number(chat)),
      date: 0,
      new_chat_member: { status, user: user(4242) },
    },
  });
  const people: People = {
    writes: (chat, text) => push(chat, privateText(Number(chat), text)),
    taps: (chat, callback) => push(chat, privateTap(Number(chat), encodeCallback(callback))),
    async link({ uscc, chats }) {
      for (const chat of chats) {
        const code = newOneTimeCode();
        await stores.identities.mintCode({ purpose: 'firm', uscc }, code, inAWeek(), 'faults');
        await insist(
          `linking ${chat}`,
          () => people.writes(chat, `/start ${code}`),
          () => witness.isLinked(chat, uscc),
        );
      }
    },
    async linkStaff(chat) {
      const { staffId } = await stores.identities.addStaff(`工作人员${chat}`);
      const code = newOneTimeCode();
      await stores.identities.mintCode({ purpose: 'staff', staffId }, code, inAWeek(), 'faults');
      await insist(
        `linking staff ${chat}`,
        () => people.writes(chat, `/start ${code}`),
        () => witness.isStaff(chat),
      );
    },
    blocks(chat, told) {
      telegram.people.become(chat, 'blocked');
      asked.unreachable.add(chat);
      if (told) telegram.push(member(chat, 'kicked'));
    },
    comesBack(chat) {
      telegram.people.become(chat, null);
      telegram.push(member(chat, 'member'));
      people.writes(chat, '/status');
    },
  };
  return people;
}

import { createRateLimit } from '../rate-limit.ts';

const windowMs = 5 * 60_000;

export interface TalkRules {
  /** Messages of one person that are answered within five minutes. */
  inGroup: number;
  inPrivate: number;
}

/** More than anybody types who reads the answers. */
export const usualTalk: TalkRules = { inGroup: 12, inPrivate: 60 };

/** `now`: it is too much, and this is the first message that is. */
export type TooMuch = 'now' | 'still' | null;

/**
 * QQ does not tell a program from a person: two that answer one another would never end. In memory: the loop that a restart begins
 * again is as short.
 */
export function createTalkLimit({ inGroup, inPrivate }: TalkRules, now = () => new Date()) {
  const clock = { now };
  const group = createRateLimit({ limit: inGroup, windowMs, clock });
  const priv = createRateLimit({ limit: inPrivate, windowMs, clock });
  const told = createRateLimit({ limit: 1, windowMs, clock });
  return {
    /** Counts a message that would be answered. */
    take({ chat, sender }: TalkOf): TooMuch {
      const key = `${chat.id} ${sender.externalUserId}`;
      if ((chat.kind === 'group' ? group : priv).take(key)) return null;
      return told.take(key) ? 'now' : 'still';
    },
  };
}

interface TalkOf {
  chat: { id: string; kind: 'private' | 'group' };
  sender: { externalUserId: string };
}

export type TalkLimit = ReturnType<typeof createTalkLimit>;

/** `burst` messages may follow one another at once, then one each `everyMs`. */
interface PaceRule {
  burst: number;
  everyMs: number;
}

export interface PaceRules {
  all: PaceRule;
  chat: PaceRule;
  /** A message that would wait for longer is not taken. */
  longestWaitMs: number;
}

/** Gentle: QQ restricts and freezes accounts that write much. */
export const usualPace: PaceRules = {
  all: { burst: 5, everyMs: 1_500 },
  chat: { burst: 3, everyMs: 2_500 },
  longestWaitMs: 15_000,
};

/** Says when a message may go. */
export interface Pace {
  /** `urgent`: it goes however long it has to wait, as what belongs to a message that is already in the chat. */
  claim(
    chatId: string,
    nowMs: number,
    o?: { urgent: boolean },
  ): { waitMs: number } | { refusedForMs: number };
  /** Nothing goes before `untilMs`. */
  rest(untilMs: number): void;
}

export function createPace({ all, chat, longestWaitMs }: PaceRules): Pace {
  /** When each would be as fresh as at the start, if nothing more is sent. */
  let allFreshAt = 0;
  let restsUntil = 0;
  const chatFreshAt = new Map<string, number>();
  const earliest = (freshAt: number, { burst, everyMs }: PaceRule): number => freshAt - (burst - 1) * everyMs;

  return {
    claim(chatId, nowMs, { urgent } = { urgent: false }) {
      for (const [key, freshAt] of chatFreshAt) if (freshAt <= nowMs) chatFreshAt.delete(key);
      const freshAt = chatFreshAt.get(chatId) ?? 0;
      const at = Math.max(nowMs, restsUntil, earliest(allFreshAt, all), earliest(freshAt, chat));
      if (at - nowMs > longestWaitMs && !urgent) return { refusedForMs: at - nowMs };
      allFreshAt = Math.max(allFreshAt, at) + all.everyMs;
      chatFreshAt.set(chatId, Math.max(freshAt, at) + chat.everyMs);
      return { waitMs: at - nowMs };
    },
    rest(untilMs) {
      restsUntil = Math.max(restsUntil, untilMs);
    },
  };
}

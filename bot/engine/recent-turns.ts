import type { Clock } from '../../activities/ports/services.ts';
import { turnLimit } from '../../knowledge/answering/assisted.ts';
import type { Turn } from '../../knowledge/answering/assisted.ts';
import { forgottenAfterMs } from './dialogue.ts';

/** Chats that are remembered at a time; the one that was silent longest goes first. */
const chatLimit = 1_000;

/**
 * The last questions of each chat, in memory only: they are the askers' own words, and to understand a follow-up is no
 * reason to store them. A restart forgets them.
 */
export function createRecentTurns(clock: Clock): {
  of(identityId: string): Turn[];
  add(identityId: string, turn: Turn): void;
} {
  const chats = new Map<string, { turns: Turn[]; atMs: number }>();
  const of = (identityId: string): Turn[] => {
    const chat = chats.get(identityId);
    return chat === undefined || clock.now().getTime() - chat.atMs > forgottenAfterMs ? [] : chat.turns;
  };
  return {
    of,
    add(identityId, turn) {
      const turns = [...of(identityId), turn].slice(-turnLimit);
      // Removed first, so that the map's order is that of the last words.
      chats.delete(identityId);
      chats.set(identityId, { turns, atMs: clock.now().getTime() });
      const [oldest] = chats.keys();
      if (chats.size > chatLimit && oldest !== undefined) chats.delete(oldest);
    },
  };
}

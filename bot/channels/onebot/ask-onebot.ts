import { usualTimings } from './contract.ts';
import type { OneBotAccess, State } from './contract.ts';
import { accountIsOnline } from './account-online.ts';
import { connectOnce, hindranceOf } from './forward.ts';
import { createLine } from './line.ts';

const answerWithinMs = 5_000;

/** Connects once and looks whether the account is there. */
export async function askOneBot(
  access: OneBotAccess & { url: string },
): Promise<Extract<State, 'online' | 'offline' | 'wrongToken' | 'unreachable' | 'silent'>> {
  const heard = { refused: false };
  const ignore = (): void => undefined;
  try {
    const socket = await connectOnce(access, new AbortController().signal);
    const line = createLine(
      socket,
      { ...usualTimings, callMs: answerWithinMs },
      {
        ...{ onEvent: ignore, onOnline: ignore, onSilent: ignore },
        onRefused: () => (heard.refused = true),
      },
    );
    try {
      return (await accountIsOnline(line)) ? 'online' : 'offline';
    } catch {
      return heard.refused ? 'wrongToken' : 'silent';
    } finally {
      line.hangUp();
    }
  } catch (error) {
    return hindranceOf(error);
  }
}

import type { RequestPolicy } from '../bot/channels/onebot/contract.ts';
import { userError } from './both-languages.ts';

/** How a program that is logged in to QQ (OneBot v11) is connected with. */
export interface OneBotSettings {
  /** Where we connect to it; null: it connects to us. */
  url: string | null;
  accessToken: string | null;
  friendRequests: RequestPolicy;
  groupInvitations: RequestPolicy;
}

interface Given {
  ONEBOT_REVERSE?: 'on' | 'off';
  ONEBOT_URL?: string;
  ONEBOT_ACCESS_TOKEN?: string;
  ONEBOT_FRIEND_REQUESTS?: RequestPolicy;
  ONEBOT_GROUP_INVITATIONS?: RequestPolicy;
}

/**
 * Off unless one direction is chosen; both at once would bring each message twice. Who connects to us must know the token: the
 * address may be reachable by others.
 */
export function onebotSettings(given: Given): OneBotSettings | null {
  const { ONEBOT_URL: url, ONEBOT_ACCESS_TOKEN: accessToken } = given;
  const reverse = given.ONEBOT_REVERSE === 'on';
  if (!reverse && url === undefined) {
    if (accessToken === undefined) return null;
    throw userError((t) => t.onebot.settings.noDirection());
  }
  if (reverse && url !== undefined) throw userError((t) => t.onebot.settings.bothDirections());
  if (reverse && accessToken === undefined) throw userError((t) => t.onebot.settings.tokenMissing());
  return {
    url: url ?? null,
    accessToken: accessToken ?? null,
    friendRequests: given.ONEBOT_FRIEND_REQUESTS ?? 'ignore',
    groupInvitations: given.ONEBOT_GROUP_INVITATIONS ?? 'ignore',
  };
}

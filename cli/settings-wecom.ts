import { z } from 'zod';
import { vendorRoot } from '../bot/channels/wecom/contract.ts';
import type { WecomAccess, WecomRobot } from '../bot/channels/wecom/contract.ts';
import { userError } from './both-languages.ts';

/** Names are shown, and typed on the command line; keys never are. */
const robot = /^([\p{L}\p{N}_-]{1,32})[:：=]([\w-]{16,128})$/u;

/** `name:key`, separated by commas or blanks. A key alone, or the whole address, is refused: the name says which group it is. */
export const wecomRobots = z.string().transform((text, check): WecomRobot[] => {
  const parts = text.split(/[\s,，]+/u).filter((part) => part !== '');
  const robots = parts.flatMap((part) => {
    const [, name, key] = robot.exec(part) ?? [];
    return name === undefined || key === undefined ? [] : [{ name, key }];
  });
  const unlike = new Set(robots.map(({ name }) => name)).size === robots.length;
  if (robots.length === parts.length && robots.length > 0 && unlike) return robots;
  check.addIssue('not robots');
  return z.NEVER;
});

interface Given {
  TONGBAO_WECOM_WEBHOOKS?: WecomRobot[];
  TONGBAO_WECOM_API?: string;
}

export function wecomSettings({
  TONGBAO_WECOM_WEBHOOKS: robots,
  TONGBAO_WECOM_API: apiRoot,
}: Given): WecomAccess | null {
  if (robots !== undefined) return { robots, apiRoot: apiRoot ?? vendorRoot };
  if (apiRoot === undefined) return null;
  throw userError((t) => t.wecom.settingsIncomplete);
}

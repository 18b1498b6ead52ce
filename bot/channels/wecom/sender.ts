import { randomUUID } from 'node:crypto';
import { SendError } from '../../../activities/ports/services.ts';
import type { Clock, MessageSender } from '../../../activities/ports/services.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import { guardGroups } from '../group-guard.ts';
import { splitText } from '../split-text.ts';
import { channelName, longestText, perMinute } from './contract.ts';
import type { WecomAccess } from './contract.ts';
import { postToRobot } from './post.ts';

const minuteMs = 60_000;

/**
 * Posts into groups, and nowhere else: only what is made for a group passes. Sends once and never again on its own. A robot that
 * has said enough within a minute is not asked: a message of several parts goes out whole or not at all.
 */
export function createWecomSender({ robots, apiRoot }: WecomAccess, clock: Clock): MessageSender {
  const keys = new Map(robots.map(({ name, key }) => [name, key]));
  const said = new Map<string, number[]>();

  const sender: MessageSender = {
    channel: channelName,
    async send(chatId, message) {
      const key = keys.get(chatId);
      if (key === undefined) throw new SendError({ fate: 'notSent', code: 'chatNotFound' });
      const parts = textsOf(message);
      takePlace(chatId, parts.length);
      for (const [index, part] of parts.entries()) {
        try {
          await postToRobot(apiRoot, key, part);
        } catch (error) {
          if (index === 0 || !(error instanceof SendError)) throw error;
          // Part of the message is in the group: sending it all again would repeat that.
          throw new SendError({ fate: 'ambiguous', code: error.code });
        }
      }
      // WeCom names no message, and none can be changed.
      return { messageId: randomUUID() };
    },
    edit: () => Promise.reject(new SendError({ fate: 'notSent', code: 'badRequest' })),
  };
  return guardGroups(sender, { isGroup: () => true });

  function takePlace(name: string, count: number): void {
    const now = clock.now().getTime();
    const recent = (said.get(name) ?? []).filter((at) => at > now - minuteMs);
    const over = recent.length + count - perMinute;
    if (over > 0) {
      const freeAt = (recent[over - 1] ?? now) + minuteMs;
      throw new SendError({
        fate: 'notSent',
        code: 'rateLimited',
        retryAfterMs: Math.max(1_000, freeAt - now),
      });
    }
    said.set(name, [...recent, ...Array.from({ length: count }, () => now)]);
  }
}

/** Plain text: in Markdown, what somebody writes could become a link or call everybody. A tap does not come back from there. */
function textsOf({ paragraphs, buttons, citation }: OutboundMessage): string[] {
  const links = buttons.flat().flatMap((b) => (b.kind === 'link' ? [`${b.label}：${b.url}`] : []));
  const text = [...paragraphs, ...links, citation ?? ''].filter((part) => part !== '').join('\n\n');
  return splitText(text === '' ? '…' : text, longestText, 'bytes');
}

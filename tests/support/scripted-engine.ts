import { groupWords } from '../../bot/engine/group-message.ts';
import type { GroupMessage } from '../../bot/engine/group-message.ts';
import type { Engine, HandleResult, InboundMessage } from '../../bot/model.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';

export const say = (...paragraphs: string[]): OutboundMessage => ({
  paragraphs,
  buttons: [],
  citation: null,
});

/** The same, made for a group: it goes everywhere. */
export function forGroup(...paragraphs: string[]): GroupMessage {
  const message = groupWords(paragraphs, []);
  if (message === null) throw new Error('this names a firm');
  return message;
}

export const replyWith = (message: OutboundMessage): HandleResult => ({
  replies: [{ kind: 'reply', message }],
  toast: null,
});

/** An engine that answers from a script and keeps what it was asked. By default it repeats what was said. */
export function createScriptedEngine(
  script: (message: InboundMessage) => HandleResult | Promise<HandleResult> = (m) =>
    replyWith(forGroup(`收到：${m.text}`)),
): Engine & { handled: InboundMessage[] } {
  const handled: InboundMessage[] = [];
  return {
    handled,
    async handle(message) {
      handled.push(message);
      return script(message);
    },
  };
}

import type { Engine, HandleResult, InboundMessage } from '../../bot/model.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';

export const say = (...paragraphs: string[]): OutboundMessage => ({
  paragraphs,
  buttons: [],
  citation: null,
});

export const replyWith = (message: OutboundMessage): HandleResult => ({
  replies: [{ kind: 'reply', message }],
  toast: null,
});

/** An engine that answers from a script and keeps what it was asked. By default it repeats what was said. */
export function createScriptedEngine(
  script: (message: InboundMessage) => HandleResult | Promise<HandleResult> = (m) =>
    replyWith(say(`收到：${m.text}`)),
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

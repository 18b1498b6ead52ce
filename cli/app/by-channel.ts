import type { MessageSender } from '../../activities/ports/services.ts';

export type Senders = Record<string, MessageSender>;

export const byChannel = (senders: MessageSender[]): Senders =>
  Object.fromEntries(senders.map((sender) => [sender.channel, sender]));

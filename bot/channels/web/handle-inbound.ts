import type { Handling } from '../../model.ts';
import type { Converse } from '../converse.ts';
import type { Conversation } from './conversation.ts';
import { externalIdOf, toInboundMessage } from './inbound.ts';
import type { StoredInbound } from './inbound.ts';

/** Puts a text into the conversation. Called again after a crash, it changes nothing. */
export async function showInbound(conversation: Conversation, stored: StoredInbound): Promise<void> {
  if (stored.content.type !== 'text') return;
  const key = externalIdOf(stored.externalUserId, stored.clientId);
  const body = { text: stored.content.text, clientId: stored.clientId };
  await conversation.addFromVisitor(stored.externalUserId, body, `in/${key}`);
}

/** Lets the engine handle one message and writes its replies. Returns the toast of a tapped button. */
export async function handleInbound(
  p: { converse: Converse; conversation: Conversation; handling: Required<Handling> },
  stored: StoredInbound,
): Promise<string | null> {
  const { externalUserId, content, clientId } = stored;
  const externalId = externalIdOf(externalUserId, clientId);
  const { toast } = await p.converse(toInboundMessage(stored, externalId), {
    ...p.handling,
    onResult: async ({ replies }) => {
      if (content.type !== 'tap' || !replies.some((reply) => reply.kind === 'reply')) return;
      // What was tapped stands in the conversation as if it had been said.
      const text = await p.conversation.labelOf(externalUserId, content.messageId, content.data);
      if (text === null) return;
      await p.conversation.addFromVisitor(
        externalUserId,
        { text, tapped: true, clientId },
        `in/${externalId}`,
      );
    },
  });
  return toast;
}

import type { Logger } from '../../../activities/ports/services.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import type { Engine, HandleResult } from '../../model.ts';
import type { Conversation } from './conversation.ts';
import { externalIdOf, toInboundMessage } from './inbound.ts';
import type { StoredInbound } from './inbound.ts';

/** Puts a text into the conversation. Called again after a crash, it changes nothing. */
export async function showInbound(conversation: Conversation, stored: StoredInbound): Promise<void> {
  if (stored.content.type !== 'text') return;
  const key = externalIdOf(stored.externalUserId, stored.clientId);
  const body = { text: stored.content.text, clientId: stored.clientId };
  await conversation.addFromVisitor(stored.identityId, body, `in/${key}`);
}

/**
 * Lets the engine handle one message and writes its replies. Rows carry keys made from the message's ID, so handling it
 * again after a crash repeats no reply. Returns the toast of a tapped button.
 */
export async function handleInbound(
  p: { engine: Engine; conversation: Conversation; log: Logger },
  stored: StoredInbound,
): Promise<string | null> {
  const { identityId, content, clientId } = stored;
  const externalId = externalIdOf(stored.externalUserId, clientId);
  const { replies, toast } = await askEngine(p, stored, externalId);
  if (content.type === 'tap' && replies.some((r) => r.kind === 'reply')) {
    const label = await p.conversation.labelOf(identityId, content.messageId, content.data);
    if (label !== null) {
      await p.conversation.addFromVisitor(
        identityId,
        { text: label, tapped: true, clientId },
        `in/${externalId}`,
      );
    }
  }
  for (const [index, reply] of replies.entries()) {
    const replaces = reply.kind === 'edit' && content.type === 'tap' ? content.messageId : null;
    const dedupeKey = `out/${externalId}/${index}`;
    const id = await p.conversation.addFromBot(identityId, reply.message, { replaces, dedupeKey });
    try {
      const shown = replaces ?? id;
      const next = await reply.onSent?.(shown.toString());
      if (next) {
        await p.conversation.addFromBot(identityId, next, {
          replaces: shown,
          dedupeKey: `${dedupeKey}/next`,
        });
      }
    } catch (error) {
      p.log.error('web.onSentFailed', { identityId, error });
    }
  }
  return toast;
}

async function askEngine(
  p: { engine: Engine; log: Logger },
  stored: StoredInbound,
  externalId: string,
): Promise<HandleResult> {
  try {
    return await p.engine.handle(toInboundMessage(stored, externalId));
  } catch (error) {
    p.log.error('web.handleFailed', { identityId: stored.identityId, externalId, error });
    const sorry = textsFor(stored.locale).web.handleFailed;
    return {
      replies: [{ kind: 'reply', message: { paragraphs: [sorry], buttons: [], citation: null } }],
      toast: null,
    };
  }
}

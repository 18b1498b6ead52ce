import type { Logger } from '../../activities/ports/services.ts';
import type { Engine, InboundMessage } from '../model.ts';

/** Whether a group's message that does not call the bot is one that the group wants answered all the same, and that is answered. */
export async function answeredUnasked(
  message: InboundMessage,
  { engine, log }: { engine: Pick<Engine, 'answersUnasked'>; log: Logger },
): Promise<boolean> {
  try {
    return (await engine.answersUnasked?.(message)) === true;
  } catch (error) {
    // Nobody asked for an answer: the next event matters more.
    log.warn('door.unaskedNotJudged', { channel: message.channel, error: String(error) });
    return false;
  }
}

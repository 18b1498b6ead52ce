import type { QuestionFate } from '../../../activities/ports/question-counts.ts';
import { shanghaiDate } from '../../../knowledge/calendar/shanghai-time.ts';
import type { InboundMessage } from '../../model.ts';
import type { EnginePorts } from '../ports.ts';

/** Counts a question for the overview. The asker gets their answer in any case. */
export function createCountQuestion({
  stores,
  pack,
  clock,
  log,
}: Pick<EnginePorts, 'stores' | 'pack' | 'clock' | 'log'>): (
  message: InboundMessage,
  fate: QuestionFate,
) => Promise<void> {
  return async ({ channel, chat, sender }, fate) => {
    const by =
      chat.kind === 'group'
        ? { kind: 'group' as const, channel, chatId: chat.id }
        : { kind: 'private' as const, channel, externalUserId: sender.externalUserId };
    const date = shanghaiDate(clock.now().toISOString());
    await stores.questionCounts
      .count({ packId: pack.id, date, fate, by })
      .catch((error: unknown) => log.warn('questions.notCounted', { error }));
  };
}

import type { Locale } from '../../../knowledge/answering/types.ts';
import { groupFor } from '../../../knowledge/misses/grouping.ts';
import type { MissedPart } from '../../../knowledge/misses/misses-of.ts';
import { createParticulars } from '../../../knowledge/misses/particulars.ts';
import { withoutPersonalData } from '../../../knowledge/misses/personal-data.ts';
import type { InboundMessage } from '../../model.ts';
import type { EnginePorts } from '../ports.ts';
import { alikeByWords, namesToHide } from './question-text.ts';

export type NoteMisses = (
  message: InboundMessage,
  missed: readonly MissedPart[],
  locale: Locale,
) => Promise<boolean>;

/** Puts questions into the office's queue. False when nothing was noted; the reply goes out all the same. */
export function createNoteMisses(ports: Pick<EnginePorts, 'stores' | 'pack' | 'log' | 'alike'>): NoteMisses {
  const { pack, log, alike = alikeByWords } = ports;
  const particulars = createParticulars(pack);
  return async (message, missed, locale) => {
    if (missed.length === 0) return false;
    const { questions } = ports.stores;
    try {
      const names = await namesToHide(questions, pack);
      let noted = false;
      for (const [index, { text: asked, madeOf }] of missed.entries()) {
        const text = withoutPersonalData(asked, names);
        const eventId = `${message.channel}:${message.externalId}:${index}`;
        const asker = { channel: message.channel, externalUserId: message.sender.externalUserId };
        const found = await questions.note(
          { packId: pack.id, locale, text, madeOf, eventId, asker },
          (open) => groupFor(text, open, alike, particulars),
        );
        noted ||= found !== null;
      }
      return noted;
    } catch (error) {
      log.warn('questions.notNoted', { error });
      return false;
    }
  };
}

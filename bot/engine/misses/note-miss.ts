import type { Miss } from '../../../activities/ports/questions.ts';
import type { Locale } from '../../../knowledge/answering/types.ts';
import { groupFor } from '../../../knowledge/misses/grouping.ts';
import type { MissedPart } from '../../../knowledge/misses/misses-of.ts';
import { createParticulars } from '../../../knowledge/misses/particulars.ts';
import { withoutPersonalData } from '../../../knowledge/misses/personal-data.ts';
import type { InboundMessage } from '../../model.ts';
import type { EnginePorts } from '../ports.ts';
import { alikeByWords, namesToHide } from './question-text.ts';

/** `noted` when at least one part is in the queue; `tooMany`: the asker has too many waiting; the reply goes out in any case. */
export type Noted = 'noted' | 'tooMany' | 'nothing';

export type NoteMisses = (
  message: InboundMessage,
  missed: readonly MissedPart[],
  locale: Locale,
  /** The pack that was asked, where that is not the office's own. */
  otherPackId?: string | null,
) => Promise<Noted>;

/** The store waits for a lock by itself; what fails is tried again at once, since nobody sends the question a second time. */
const tries = 3;

/** Puts questions into the office's queue. */
export function createNoteMisses(ports: Pick<EnginePorts, 'stores' | 'pack' | 'log' | 'alike'>): NoteMisses {
  const { pack, log, alike = alikeByWords } = ports;
  const particulars = createParticulars(pack);

  const noteOne = async (asked: string, miss: Omit<Miss, 'text'>): Promise<boolean> => {
    const { questions } = ports.stores;
    const text = withoutPersonalData(asked, await namesToHide(questions, pack));
    const found = await questions.note({ ...miss, text }, (open) =>
      groupFor(text, open, alike, particulars, miss),
    );
    return found !== null;
  };

  return async (message, missed, locale, otherPackId = null) => {
    const asker = { channel: message.channel, externalUserId: message.sender.externalUserId };
    let noted: Noted = 'nothing';
    for (const [index, { text, madeOf }] of missed.entries()) {
      const eventId = `${message.channel}:${message.externalId}:${index}`;
      const miss = { packId: pack.id, otherPackId, locale, madeOf, eventId, asker };
      try {
        // The same event is noted once, however often it is tried.
        if (await again(() => noteOne(text, miss))) noted = 'noted';
        else {
          log.warn('questions.tooMany', { eventId });
          if (noted === 'nothing') noted = 'tooMany';
        }
      } catch (error) {
        log.error('questions.notNoted', { eventId, error });
      }
    }
    return noted;
  };
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 0) throw error;
    }
  }
}

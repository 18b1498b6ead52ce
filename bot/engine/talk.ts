import { z } from 'zod';
import type { ConversationStore } from '../../activities/ports/store.ts';
import type { Clock, Logger } from '../../activities/ports/services.ts';
import { turnAfter } from '../../knowledge/answering/follow-up-turn.ts';
import type { SubjectId } from '../../knowledge/answering/subjects.ts';
import type { AskContext } from '../../knowledge/answering/types.ts';
import { allTopicIds } from '../../knowledge/topics.ts';
import type { HandleResult, InboundMessage } from '../model.ts';
import { forgottenAfterMs } from './dialogue.ts';

const topic = z.enum(allTopicIds);
const stored = z.object({
  topic: topic.nullable(),
  subject: z.string().nullable(),
  question: z.string(),
  offered: z.array(topic),
  clarified: z.number().int().min(0),
  /** Absent in turns stored before there could be several packs. */
  pack: z.string().optional(),
  at: z.iso.datetime(),
});

/**
 * What the last policy turn with somebody was about, so that 那银行拖欠呢 is understood. In a group one for each asker: what
 * two people ask there does not mix, and nothing of a private chat is known in a group.
 */
export interface Talk {
  before(message: InboundMessage): Promise<AskContext | undefined>;
  note(message: InboundMessage, before: AskContext | undefined, result: HandleResult): Promise<void>;
}

export function createTalk(o: { store: ConversationStore; clock: Clock; log: Logger }): Talk {
  return {
    async before(message) {
      if (!message.addressed && message.callback === null) return undefined;
      try {
        const found = stored.safeParse(await o.store.load(keyOf(message)));
        if (!found.success) return undefined;
        const { at, subject, pack, ...rest } = found.data;
        const age = o.clock.now().getTime() - Date.parse(at);
        if (age > forgottenAfterMs) return undefined;
        return { ...rest, subject: subject as SubjectId | null, ...(pack === undefined ? {} : { pack }) };
      } catch (error) {
        // A question is answered alone rather than not at all.
        o.log.warn('talk.notLoaded', { error });
        return undefined;
      }
    },
    async note(message, before, { talkedOf }) {
      const turn = talkedOf === undefined ? null : turnAfter(talkedOf, before);
      if (turn === null) return;
      try {
        await o.store.save(keyOf(message), { ...turn, at: o.clock.now().toISOString() });
      } catch (error) {
        o.log.warn('talk.notSaved', { error });
      }
    },
  };
}

const keyOf = ({ channel, chat, sender }: InboundMessage): string =>
  chat.kind === 'group'
    ? `talk:${channel}:${chat.id}:${sender.externalUserId}`
    : `talk:${channel}:${sender.externalUserId}`;

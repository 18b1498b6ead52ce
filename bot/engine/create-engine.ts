import type { Engine } from '../model.ts';
import { createGroupHandler } from './group.ts';
import type { EnginePorts, GroupPorts } from './ports.ts';
import { createAfterQuestion } from './misses/after-question.ts';
import { topicLinkCode } from './in-group-answer.ts';
import { createPrivateHandler } from './private.ts';
import { createTalk } from './talk.ts';

/** One message in, replies out, on every channel. */
export function createEngine(ports: EnginePorts): Engine {
  const { answerer, pack, log, privateChatLink } = ports;
  // A fresh object on purpose: the group handler cannot reach the stores even by mistake.
  const groupPorts: GroupPorts = {
    answerer,
    pack,
    log,
    privateChatLink,
    topicLink: (topic, packId) => ports.botLink(topicLinkCode(topic, packId)),
  };
  const talk = createTalk({ store: ports.stores.conversations, clock: ports.clock, log });
  const inGroup = createGroupHandler(groupPorts);
  const inPrivate = createPrivateHandler(ports);
  const afterQuestion = createAfterQuestion(ports);
  return {
    handle: async (message) => {
      const before = await talk.before(message);
      const { further = [], ...result } = await (message.chat.kind === 'group'
        ? inGroup(message, before)
        : inPrivate(message, before));
      await talk.note(message, before, result);
      const done = await afterQuestion(message, result);
      return { ...done, replies: [...done.replies, ...further] };
    },
  };
}

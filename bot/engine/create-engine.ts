import type { Engine, Handling, HandleResult, InboundMessage } from '../model.ts';
import { asAsked } from './as-asked.ts';
import { unreadIn } from './attachments.ts';
import { groupGreets } from './group-message.ts';
import type { GroupResult } from './group-message.ts';
import { createOfGroups } from './groups/of-groups.ts';
import { localeFor } from './locale.ts';
import type { EnginePorts, GroupPorts } from './ports.ts';
import { createAfterGroupQuestion, createAfterQuestion } from './misses/after-question.ts';
import { createPrivateHandler } from './private.ts';
import { notingUnread } from './replies.ts';
import { createTalk } from './talk.ts';
import { createGroupTickets } from './tickets/in-group.ts';

/** One message in, replies out, on every channel. */
export function createEngine(ports: EnginePorts): Engine {
  const { answerer, pack, log, links } = ports;
  // A fresh object on purpose: the group handler cannot reach the stores even by mistake.
  const groupPorts: GroupPorts = { answerer, pack, log, links };
  const talk = createTalk({ store: ports.stores.conversations, clock: ports.clock, log });
  const groups = createOfGroups(ports, groupPorts);
  const ticketsInGroup = createGroupTickets(ports);
  const privateHandler = createPrivateHandler(ports);
  const afterGroupQuestion = createAfterGroupQuestion(ports);
  const afterQuestion = createAfterQuestion(ports);

  async function inGroup(message: InboundMessage): Promise<GroupResult> {
    const before = await talk.before(message);
    const result = await ticketsInGroup(message, before, () => groups.handle(message, before));
    await talk.note(message, before, result);
    return afterGroupQuestion(message, result);
  }

  async function inPrivate(message: InboundMessage, handling?: Handling): Promise<HandleResult> {
    const before = await talk.before(message);
    const { further = [], ...result } = await privateHandler(message, before, handling);
    await talk.note(message, before, result);
    const done = await afterQuestion(message, result);
    const all = { ...done, replies: [...done.replies, ...further] };
    const read = message.text !== '' || message.command !== null;
    return read && unreadIn(message).length > 0 ? notingUnread(all, localeFor(message)) : all;
  }

  return {
    handle: (given, handling) => {
      const message = asAsked(given);
      return message.chat.kind === 'group' ? inGroup(message) : inPrivate(message, handling);
    },
    answersUnasked: (message) => groups.answersUnasked(message),
    groupGreeting: (channel, locale) => groupGreets({ locale, links: links(channel) }, pack),
  };
}

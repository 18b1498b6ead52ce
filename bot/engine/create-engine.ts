import type { Engine } from '../model.ts';
import { createGroupHandler } from './group.ts';
import type { EnginePorts, GroupPorts } from './ports.ts';
import { createPrivateHandler } from './private.ts';

/** One message in, replies out, on every channel. */
export function createEngine(ports: EnginePorts): Engine {
  const { answerer, pack, log, privateChatLink } = ports;
  // A fresh object on purpose: the group handler cannot reach the stores even by mistake.
  const groupPorts: GroupPorts = { answerer, pack, log, privateChatLink };
  const inGroup = createGroupHandler(groupPorts);
  const inPrivate = createPrivateHandler(ports);
  return {
    handle: async (message) => (message.chat.kind === 'group' ? inGroup(message) : inPrivate(message)),
  };
}

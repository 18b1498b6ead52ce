import type { GroupSettings } from '../../../activities/ports/groups.ts';
import type { AskContext } from '../../../knowledge/answering/types.ts';
import type { InboundMessage } from '../../model.ts';
import { createGroupHandler } from '../group.ts';
import { groupAnswers } from '../group-message.ts';
import type { GroupResult } from '../group-message.ts';
import { cleanText } from '../clean-text.ts';
import { localeFor } from '../locale.ts';
import type { EnginePorts, GroupPorts } from '../ports.ts';
import { groupOf } from './group-of.ts';
import { createLastFew } from './last-few.ts';
import { createGroupSettings, packOfGroup } from './group-settings.ts';
import type { GroupSettingsPorts } from './group-settings.ts';
import { packContext } from './pack-context.ts';
import { answersUnasked } from './unasked.ts';
import { createUnaskedLimit } from './unasked-limit.ts';

export interface InGroups {
  handle(message: InboundMessage, before: AskContext | undefined): Promise<GroupResult>;
  /** See `Engine.answersUnasked`. */
  answersUnasked(message: InboundMessage): Promise<boolean>;
}

/** Group chats with what their administrators chose. What answers has `groupPorts` only, and those lead to no firm. */
export function createOfGroups(
  ports: GroupSettingsPorts & Pick<EnginePorts, 'clock'>,
  groupPorts: GroupPorts,
): InGroups {
  const settings = createGroupSettings(ports);
  const inGroup = createGroupHandler(groupPorts);
  const limit = createUnaskedLimit(ports.clock);
  /** Of what was found worth an answer and is to be handled next: the settings that it was judged by. */
  const judgedBy = createLastFew<GroupSettings>();
  const keyOf = (message: InboundMessage): string => `${message.channel}:${groupOf(message)}`;

  return {
    async handle(message, before) {
      const ofSettings = await settings.handle(message);
      if (ofSettings !== null) return ofSettings;
      const chosen = judgedBy.take(message) ?? (await settings.of(message));
      if (message.addressed || message.callback !== null) {
        return inGroup(message, before, { ...chosen, pack: packOfGroup(ports, chosen) });
      }
      if (!answersUnasked(groupPorts, chosen, message) || !limit.take(keyOf(message))) {
        return { replies: [], toast: null };
      }
      const asked = { ask: cleanText(message.text), before: packContext(chosen.packId, undefined) };
      const place = { locale: localeFor(message), links: ports.links(message.channel) };
      const { message: answer, answer: talkedOf } = groupAnswers(groupPorts.answerer, asked, place);
      return { replies: [{ kind: 'reply', message: answer }], toast: null, talkedOf };
    },
    async answersUnasked(message) {
      const chosen = await settings.of(message);
      const answers = answersUnasked(groupPorts, chosen, message) && limit.hasRoom(keyOf(message));
      if (answers) judgedBy.keep(message, chosen);
      return answers;
    },
  };
}

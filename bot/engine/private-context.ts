import type { ChatIdentity } from '../../activities/ports/store.ts';
import type { AskContext, Locale } from '../../knowledge/answering/types.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { InboundMessage } from '../model.ts';
import type { EnginePorts } from './ports.ts';

/** What a handler of the private chat works with: who asks, in which language, and all ports. */
export interface PrivateContext {
  ports: EnginePorts;
  message: InboundMessage;
  identity: ChatIdentity;
  /** The staff member who asks, or null. */
  staff: { staffId: string; name: string } | null;
  locale: Locale;
  texts: Texts;
  /** The pack whose enrollment a tapped button was shown for; absent: the office's own is meant. */
  packId?: string;
  /** The policy turn before this message, if it is not too old. */
  before: AskContext | undefined;
  /** ID of the event that this message causes: the same message handled twice is one event. */
  eventId: string;
}

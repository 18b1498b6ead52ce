import type { Logger, MessageSender } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { ChannelLinks, Engine } from '../model.ts';

/** What a door can do. The contract suite tests a channel by what it says here, and `docs/new-channel.md` explains each. */
export interface Capabilities {
  /** Buttons that come back as `InboundMessage.callback`; without them a channel shows their labels as text. */
  buttons: boolean;
  /** A tapped button can show a short text to who tapped it. */
  toasts: boolean;
  /** A message that is in the chat can be changed. Without it an edit is sent as a new message. */
  edits: boolean;
  /** There are groups behind this door. */
  groups: boolean;
  /** A group may have places of its own (topics, threads); a reply goes to the one that the question came from. */
  threads: boolean;
  /** The bot can write to a person who is not writing to it just now: reminders go out here. */
  proactive: boolean;
  /** People can send pictures and files; they arrive as `InboundMessage.attachments`. */
  attachments: boolean;
  /** Longest text of one message, after rendering; null: no limit that a message of ours meets. */
  textLimit: { most: number; unit: 'utf16' | 'bytes' } | null;
  /** The sender drops a message whose key it has sent before, so that a reply can be repeated after a crash. */
  keyedSends: boolean;
}

/** What every channel is made with, besides what its vendor needs. */
export interface ChannelPorts {
  engine: Engine;
  stores: Pick<Stores, 'inbound' | 'identities'>;
  log: Logger;
}

/**
 * A door: translates between a vendor and the engine, and knows nothing else. Inward it projects an event onto an
 * `InboundMessage`, in one pure function that is the only place with the vendor's field names, and hands it to a
 * reception (`createReception`, or `createIntake` and `createConversing` where there are other events too), which stores,
 * de-duplicates, orders, asks the engine and delivers. Outward it renders an `OutboundMessage` in its `MessageSender`.
 */
export interface Channel {
  /** Also the sender's, and `InboundMessage.channel`. */
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly links: ChannelLinks;
  readonly sender: MessageSender;
  /** Takes up what an earlier run left, then receives. Throws `UserError` for access that the vendor refuses. */
  start(): Promise<void>;
  /** Takes nothing more and waits for the messages in work. */
  stop(): Promise<void>;
  /**
   * `detail` is shown by `/readyz`: a short state, no addresses, no secrets. `outside`: what is not ok is the vendor or the way
   * there, and this process is fit for all the rest.
   */
  status(): { ok: boolean; detail: string; outside?: true };
}

export const noLinks: ChannelLinks = { privateChat: () => null, start: () => null };

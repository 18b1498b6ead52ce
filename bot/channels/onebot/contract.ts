import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Stores } from '../../../activities/ports/store.ts';
import type { InboundMessage } from '../../model.ts';
import type { Channel, ChannelPorts } from '../channel.ts';
import type { PaceRules } from './pace.ts';
import type { TalkRules } from './talk-limit.ts';

export const channelName = 'onebot';

/** What is done with requests to be a friend, and with invitations into groups. `ignore`: left to who owns the account. */
export type RequestPolicy = 'ignore' | 'accept';

/** How the program that is logged in to QQ is reached. */
export interface OneBotAccess {
  /** Where we connect to it (forward); null: it connects to us (reverse). */
  url: string | null;
  /** Both sides know it; null only where we connect, and the other side wants none. */
  accessToken: string | null;
}

export interface Timings {
  /** How long a call may take. */
  callMs: number;
  /** A connection from which nothing comes for so long is closed, unless its heartbeat says another interval. */
  silentMs: number;
  /** How often it is asked whether the account can send. */
  checkMs: number;
  /** The first pause before connecting again; it doubles. */
  againMs: number;
  /** How long nothing is sent after QQ has said that it is too much. */
  restMs: number;
}

export const usualTimings: Timings = {
  ...{ callMs: 20_000, silentMs: 90_000, checkMs: 30_000 },
  ...{ againMs: 1_000, restMs: 60_000 },
};

export interface OneBotOptions extends OneBotAccess, ChannelPorts {
  stores: Pick<Stores, 'inbound' | 'identities' | 'groups' | 'givenChoices' | 'relay'>;
  friendRequests: RequestPolicy;
  groupInvitations: RequestPolicy;
  timings?: Partial<Timings>;
  pace?: PaceRules;
  talk?: TalkRules;
}

export interface OneBotChannel extends Channel {
  /** `reverse`: a program connects to us, by `upgrade`. */
  readonly direction: 'reverse' | 'forward';
  /**
   * Takes a WebSocket handshake: 401 without the token, 403 with a wrong one or for a second account, 400 for what does not say
   * which account it is, 503 when not running.
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes all connections: a server that is closing waits for them. */
  hangUp(): void;
  /** See `EnginePorts.isGroupAdmin`. */
  isGroupAdmin(message: InboundMessage): Promise<boolean>;
  /** See `GroupDoors.leave`; of the process that has the connection. A group that the account owns is not given up. */
  leaveGroup(chatId: string): Promise<void>;
}

/** What `status` says; `doctor` reads it from `/readyz`. */
export const states = {
  online: 'online',
  stopped: 'stopped',
  waiting: 'no connection',
  wrongToken: 'wrong token',
  unreachable: 'unreachable',
  unchecked: 'connected, not checked yet',
  offline: 'account offline',
  silent: 'calls are not answered',
} as const;

export type State = keyof typeof states;

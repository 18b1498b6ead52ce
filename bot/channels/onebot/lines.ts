import type { WebSocket } from 'ws';
import type { Logger } from '../../../activities/ports/services.ts';
import type { State, Timings } from './contract.ts';
import { createLine, notConnected } from './line.ts';
import type { Line } from './line.ts';
import { accountIsOnline } from './account-online.ts';
import { selfIdOf } from './project-event.ts';

/** What a connection is for, by `X-Client-Role`. */
export type Role = 'Universal' | 'API' | 'Event';

export interface LinesPorts {
  log: Logger;
  timings: Timings;
  /** Called with each event that is not told twice, in order. */
  onEvent: (event: unknown) => void;
  /** See `LineEvents.onRefused`. */
  onRefused: () => void;
  /** Calls are answered: nothing hinders any more. */
  onAnswered: () => void;
}

/** The connections of the one account: at most one for calls and one for events, which may be the same. */
export interface Lines {
  /** Takes the place of an earlier one of its role, whose events are not heard any more. */
  add(socket: WebSocket, role: Role, selfId: string | null): Line;
  /** Whether a connection of another account is open. */
  isTakenFrom(selfId: string): boolean;
  call: Line['call'];
  /** `waiting` where nothing is connected. */
  state(): Extract<State, 'online' | 'waiting' | 'unchecked' | 'offline' | 'silent'>;
  hangUp(): void;
}

export function createLines({ log, timings, onEvent, onRefused, onAnswered }: LinesPorts): Lines {
  let calls: Line | null = null;
  let events: Line | null = null;
  let self: string | null = null;
  /** Null: not checked since the connection was made. */
  let online: boolean | null = null;

  /** Asks over the same way as messages go: that something arrives says nothing of that. */
  async function check(line: Line): Promise<void> {
    try {
      if (self === null) self = await loginOf(line);
      online = await accountIsOnline(line);
      onAnswered();
      if (!online) log.warn('onebot.accountOffline');
    } catch (error) {
      if (line.isOpen()) log.warn('onebot.notChecked', { error: String(error) });
    }
  }

  function closed(line: Line): void {
    if (calls === line) calls = null;
    if (events === line) events = null;
    if (calls === null) online = null;
    if (calls === null && events === null) self = null;
  }

  return {
    add(socket, role, selfId) {
      const before = new Set([calls, events]);
      const line: Line = createLine(socket, timings, {
        onEvent: (event) => {
          if (events !== line) return;
          self = selfIdOf(event) ?? self;
          onEvent(event);
        },
        onOnline: (isThere) => {
          // Of one that was replaced nothing is believed any more.
          if (calls !== null && (line === calls || line === events)) online = isThere;
        },
        onRefused,
        onSilent: (why) => log.warn('onebot.silent', { why }),
      });
      if (role !== 'Event') calls = line;
      if (role !== 'API') events = line;
      self = selfId ?? self;
      for (const old of before) if (old !== calls && old !== events) old?.hangUp();
      log.info('onebot.connected', { role });
      if (role !== 'Event') {
        online = null;
        void check(line);
        const checks = setInterval(() => void check(line), timings.checkMs);
        void line.closed.then(() => clearInterval(checks));
      }
      void line.closed.then(() => {
        closed(line);
        log.info('onebot.disconnected', { role });
      });
      return line;
    },
    isTakenFrom: (selfId) => (calls ?? events)?.isOpen() === true && self !== null && self !== selfId,
    call: async (...call) => (calls === null ? Promise.reject(notConnected()) : calls.call(...call)),
    state() {
      if (calls === null || events === null) return 'waiting';
      if (calls.unanswered() > 0) return 'silent';
      if (online === null) return 'unchecked';
      return online ? 'online' : 'offline';
    },
    hangUp() {
      for (const line of new Set([calls, events])) line?.hangUp();
    },
  };
}

async function loginOf(line: Line): Promise<string | null> {
  const { user_id: id } = (await line.call('get_login_info', {})) as { user_id?: number | string };
  return id === undefined ? null : String(id);
}

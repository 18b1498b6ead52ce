import { WebSocket } from 'ws';
import type { RawData } from 'ws';
import { SendError } from '../../../activities/ports/services.ts';
import { readHeartbeat } from './project-event.ts';
import { readAnswer } from './send-error.ts';
import type { Timings } from './contract.ts';

/** One connection to a program that is logged in to QQ. */
export interface Line {
  /**
   * What the call gave. Throws `SendError`: what was not sent for lack of a connection, and what became of what was. `bySend: false`:
   * the program fetches it from elsewhere, so that it may be slow says nothing of the connection.
   */
  call(action: string, params: object, o?: { timeoutMs?: number; bySend?: boolean }): Promise<unknown>;
  /** Closes it at once. What was called over it and is not answered ends as `ambiguous`. */
  hangUp(): void;
  /** Whether it takes calls. */
  isOpen(): boolean;
  /** Calls in a row that were not answered. */
  unanswered(): number;
  readonly closed: Promise<void>;
}

export interface LineEvents {
  onEvent(event: unknown): void;
  /** The account is or is not there, by a heartbeat. */
  onOnline(online: boolean): void;
  /** Nothing came for too long, or calls are not answered: it is closed. */
  onSilent(why: 'nothingComes' | 'noAnswers'): void;
  /** Our token is refused: some programs say so only when the connection is open. */
  onRefused(): void;
}

/** As many calls in a row without an answer, and the connection is half dead: events may come, and nothing goes out. */
const mostUnanswered = 2;
/** Of the interval that heartbeats name. */
const missedHeartbeats = 3;

interface Waiting {
  answered: (given: unknown) => void;
  failed: (error: SendError) => void;
}

export function createLine(socket: WebSocket, timings: Timings, events: LineEvents): Line {
  const waiting = new Map<string, Waiting>();
  let serial = 0;
  let unanswered = 0;
  let silentMs = timings.silentMs;
  /** Once there are heartbeats, a live socket alone does not count: the program behind it may hang. */
  let hasHeartbeat = false;

  const silent = (why: 'nothingComes' | 'noAnswers'): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    events.onSilent(why);
    hangUp();
  };
  let limit = setTimeout(() => silent('nothingComes'), silentMs);
  const pings = setInterval(() => socket.ping(), Math.ceil(silentMs / 3));
  const setLimit = (ms: number): void => {
    if (ms === silentMs) return;
    silentMs = ms;
    clearTimeout(limit);
    limit = setTimeout(() => silent('nothingComes'), ms);
  };

  function onFrame(data: RawData): void {
    limit.refresh();
    const given = parsed(data);
    if (typeof given !== 'object' || given === null) return;
    if ('retcode' in given && !('post_type' in given)) {
      const asked = waiting.get('echo' in given ? String(given.echo) : '');
      unanswered = 0;
      if (asked !== undefined) asked.answered(given);
      else if (given.retcode === 1401 || given.retcode === 1403) events.onRefused();
      return;
    }
    const heartbeat = readHeartbeat(given);
    if (heartbeat === null) {
      events.onEvent(given);
      return;
    }
    hasHeartbeat = true;
    if (heartbeat.intervalMs !== null) setLimit(missedHeartbeats * heartbeat.intervalMs);
    if (heartbeat.online !== null) events.onOnline(heartbeat.online);
  }

  socket.on('message', onFrame);
  socket.on('pong', () => {
    if (!hasHeartbeat) limit.refresh();
  });
  // What follows is `close`; without a listener the process would end.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      clearTimeout(limit);
      clearInterval(pings);
      const cause = new Error('the connection was lost');
      for (const { failed } of waiting.values()) {
        failed(new SendError({ fate: 'ambiguous', code: 'network', cause }));
      }
      resolve();
    });
  });

  function hangUp(): void {
    socket.terminate();
  }

  return {
    call(action, params, { timeoutMs = timings.callMs, bySend = true } = {}) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(notConnected());
      const echo = `tongbao-${(serial += 1)}`;
      return new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(late);
          waiting.delete(echo);
        };
        const failed = (error: SendError): void => {
          end();
          reject(error);
        };
        const late = setTimeout(() => {
          if (bySend) unanswered += 1;
          failed(new SendError({ fate: 'ambiguous', code: 'timeout' }));
          if (unanswered >= mostUnanswered) silent('noAnswers');
        }, timeoutMs);
        const answered = (given: unknown): void => {
          end();
          try {
            resolve(readAnswer(given));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        waiting.set(echo, { answered, failed });
        socket.send(JSON.stringify({ action, params, echo }), (error) => {
          if (error) failed(new SendError({ fate: 'ambiguous', code: 'network', cause: error }));
        });
      });
    },
    hangUp,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    unanswered: () => unanswered,
    closed,
  };
}

export const notConnected = (): SendError =>
  new SendError({ fate: 'notSent', code: 'network', cause: new Error('not connected') });

function parsed(data: RawData): unknown {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { RelayedMessage, RelayOutcome, RelayStore } from '../../../activities/ports/relay.ts';
import { SendError } from '../../../activities/ports/services.ts';
import type { Logger, MessageSender } from '../../../activities/ports/services.ts';
import { pause } from '../pause.ts';
import { channelName } from './contract.ts';
import { createOneBotSender } from './sender.ts';
import type { Rendered, Transmit } from './transmit.ts';

export interface RelayTimings {
  /** How often each side looks. */
  lookMs: number;
  /** What is not begun by then is taken back: no process has a connection. */
  beginWithinMs: number;
  /** The same, while nobody began what was asked for last: whoever gets the connection looks at once. */
  whileNobodyMs: number;
  /** What has no end by then may have been sent. Shorter than a worker's activity may take. */
  endWithinMs: number;
}

const usualRelayTimings: RelayTimings = {
  lookMs: 200,
  beginWithinMs: 10_000,
  whileNobodyMs: 1_000,
  endWithinMs: 50_000,
};

/** For a process without the connection: messages go by the one that has it. */
export function relayed(relay: RelayStore, timings: RelayTimings = usualRelayTimings): Transmit {
  let isNobodyThere = false;
  return async (chatId, rendered) => {
    const startedAt = performance.now();
    const beginWithinMs = isNobodyThere ? timings.whileNobodyMs : timings.beginWithinMs;
    const beginBefore = new Date(Date.now() + beginWithinMs);
    const content = JSON.stringify(rendered);
    const id = await relay.ask({ channel: channelName, chatId, content, beginBefore });
    for (;;) {
      const outcome = await relay.endOf(id);
      if (outcome !== null) {
        isNobodyThere = false;
        return sentOrThrown(outcome);
      }
      const waitedMs = performance.now() - startedAt;
      if (waitedMs > beginWithinMs) {
        isNobodyThere = await relay.takeBack(id);
        if (isNobodyThere) throw nobodyThere();
      }
      if (waitedMs > timings.endWithinMs) {
        await relay.forget(id);
        throw new SendError({ fate: 'ambiguous', code: 'timeout' });
      }
      await delay(timings.lookMs);
    }
  };
}

/** Of a process that sends and does not receive. */
export const createOneBotOutbox = (relay: RelayStore): MessageSender => createOneBotSender(relayed(relay));

function sentOrThrown(outcome: RelayOutcome): { messageId: string } {
  if ('messageId' in outcome) return outcome;
  const { retryAfterMs, ...how } = outcome;
  throw new SendError({ ...how, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
}

const nobodyThere = (): SendError =>
  new SendError({ fate: 'notSent', code: 'network', cause: new Error('no process has the connection') });

export interface RelayingPorts {
  relay: RelayStore;
  transmit: Transmit;
  log: Logger;
  signal: AbortSignal;
  lookMs?: number;
}

/**
 * Sends what other processes ask for, until `signal` is aborted; resolves when what was begun has ended. Those of one chat go in
 * their order, and none waits for another chat.
 */
export async function sendForOthers(ports: RelayingPorts): Promise<void> {
  const { relay, log, signal, lookMs = usualRelayTimings.lookMs } = ports;
  const inWork = new Map<string, Promise<void>>();
  while (!signal.aborted) {
    try {
      for (const message of await relay.take(channelName, [...inWork.keys()])) {
        const { chatId } = message;
        inWork.set(
          chatId,
          sendOne(ports, message).then(() => void inWork.delete(chatId)),
        );
      }
    } catch (error) {
      log.warn('onebot.relayNotRead', { error: String(error) });
    }
    await pause(lookMs, signal);
  }
  await Promise.all(inWork.values());
}

/** Never rejects: without an end whoever asked takes it for one that may have arrived. */
async function sendOne({ relay, transmit, log }: RelayingPorts, message: RelayedMessage): Promise<void> {
  const { id, chatId, content } = message;
  try {
    await relay.end(id, await outcomeOf(() => transmit(chatId, JSON.parse(content) as Rendered)));
  } catch (error) {
    log.warn('onebot.relayedNotEnded', { error: String(error) });
  }
}

async function outcomeOf(send: () => Promise<{ messageId: string }>): Promise<RelayOutcome> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    const { fate, code, retryAfterMs } = error;
    return { fate, code, retryAfterMs };
  }
}

import type { ServerResponse } from 'node:http';
import type { TelegramRecord } from './record.ts';

interface Updates {
  push(update: Record<string, unknown>): number;
  poll(given: Record<string, string>, response: ServerResponse, answer: (ready: object[]) => void): void;
}

const mostAtOnce = 100;

/** The queue of updates as Telegram keeps it: handed out until a poll's offset acknowledges them. */
export function createUpdates(record: TelegramRecord): Updates {
  let waiting: { update_id: number }[] = [];
  let held: { offset: number; answer: (ready: object[]) => void } | null = null;
  let nextId = 1_000;

  const hand = (): void => {
    if (held === null) return;
    const { offset, answer } = held;
    const ready = waiting.filter((u) => u.update_id >= offset).slice(0, mostAtOnce);
    if (ready.length === 0) return;
    held = null;
    for (const { update_id: id } of ready) record.delivered.set(id, (record.delivered.get(id) ?? 0) + 1);
    answer(ready);
  };

  return {
    push(update) {
      const id = nextId++;
      waiting.push({ ...update, update_id: id });
      hand();
      return id;
    },
    poll(given, response, answer) {
      const offset = Number(given['offset'] ?? 0);
      record.acknowledgedBelow = Math.max(record.acknowledgedBelow, offset);
      waiting = waiting.filter((u) => u.update_id >= record.acknowledgedBelow);
      // A poll of a process that was killed may still be open: the newest one counts.
      held?.answer([]);
      const poll = { offset, answer };
      held = poll;
      const letGo = (): void => {
        if (held === poll) held = null;
      };
      const timer = setTimeout(
        () => {
          if (held !== poll) return;
          letGo();
          answer([]);
        },
        Number(given['timeout'] ?? 0) * 1_000,
      );
      response.on('close', () => {
        clearTimeout(timer);
        letGo();
      });
      hand();
    },
  };
}

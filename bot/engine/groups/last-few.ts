import type { InboundMessage } from '../../model.ts';

/** What waits between two looks at a message is a moment old; more than this many at once means that nobody takes them. */
const most = 200;

/** Something that was found out of a message, for whoever handles it next. */
export function createLastFew<Value>(): {
  keep(message: InboundMessage, value: Value): void;
  /** Once. */
  take(message: InboundMessage): Value | undefined;
} {
  const kept = new Map<string, Value>();
  const keyOf = ({ channel, externalId }: InboundMessage): string => `${channel}:${externalId}`;
  return {
    keep(message, value) {
      kept.set(keyOf(message), value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    take(message) {
      const key = keyOf(message);
      const value = kept.get(key);
      kept.delete(key);
      return value;
    },
  };
}

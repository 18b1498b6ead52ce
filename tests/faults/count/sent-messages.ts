import { groupBy } from '../../../knowledge/group-by.ts';
import { notifier } from './evidence.ts';
import type { Evidence, NotificationRow } from './evidence.ts';
import { isRepeat, statusToldBy } from './kind-of-text.ts';
import type { ShownCall } from '../telegram/record.ts';

export interface SentMessages {
  lost: string[];
  doubled: string[];
  /** `unknown` without a fault that the double saw, or a kill that cut the message off. */
  unexplained: string[];
  unknownAfterFault: number;
  unknownAfterKill: number;
}

/**
 * Holds what the database says of each message against what the double took. A record makes at most one call that may have
 * been taken: each such call is claimed by a `sent` record, or belongs to one that is `unknown`. More calls than that are
 * repeats, whether or not a person saw both.
 */
export function countSentMessages({ telegram, notifications, inHandAtKills }: Evidence): SentMessages {
  const found: SentMessages = {
    lost: [],
    doubled: [],
    unexplained: [],
    unknownAfterFault: 0,
    unknownAfterKill: 0,
  };
  const calls = telegram.calls.filter((c) => c.via === notifier && c.method === 'sendMessage');
  const taken = new Map(calls.filter((c) => c.accepted).map((c) => [`${c.chat} ${c.messageId}`, c]));
  const claimed = new Map<ShownCall, NotificationRow>();
  for (const row of notifications.filter((n) => n.state === 'sent')) {
    const call = taken.get(`${row.chat} ${row.externalMessageId}`);
    if (call === undefined) {
      found.lost.push(`${row.key} is sent, and the double never took it`);
      continue;
    }
    const other = claimed.get(call);
    if (other !== undefined && !(other.collected && row.collected))
      found.doubled.push(`${row.key} claims a message that ${other.key} claims`);
    if (isRepeat(call.text) !== isRepeatKey(row.key))
      found.doubled.push(`${row.key} is not marked as what it is`);
    claimed.set(call, row);
  }

  const open = groupBy(
    calls.filter((c) => !claimed.has(c) && c.told !== 'refused'),
    (c) => groupOf(c.chat, statusToldBy(c.text), isRepeat(c.text)),
  );
  const unknown = groupBy(
    notifications.filter((n) => n.state === 'unknown'),
    (n) => groupOf(n.chat, n.status, isRepeatKey(n.key)),
  );
  for (const [group, left] of open) {
    const rows = unknown.get(group) ?? [];
    const surplus = left.length - messagesIn(rows.filter(isAfterFault)) - rows.filter(isAfterKill).length;
    for (let i = 0; i < surplus; i += 1)
      found.doubled.push(`one more message than the records allow: ${group}`);
  }
  for (const [group, rows] of unknown) {
    const [cut, faulty] = [rows.filter(isAfterKill), messagesIn(rows.filter(isAfterFault))];
    found.unknownAfterKill += cut.length;
    found.unknownAfterFault += faulty;
    for (const row of cut) {
      if (!inHandAtKills.has(row.id))
        found.unexplained.push(`${row.key} was cut off, and no worker died with it`);
    }
    const faults = open.get(group)?.filter((c) => c.told === 'ambiguous').length ?? 0;
    if (faulty > faults) found.unexplained.push(`unknown without an ambiguous fault: ${group}`);
  }
  return found;
}

const isAfterKill = ({ error }: NotificationRow): boolean => error === 'interrupted';
const isAfterFault = (row: NotificationRow): boolean => !isAfterKill(row);
/** What is collected for a person comes to its end as one. */
const messagesIn = (rows: NotificationRow[]): number =>
  new Set(rows.map((row) => (row.collected ? row.movedAt : row.id))).size;

export const isRepeatKey = (key: string): boolean => key.endsWith('/again');

const groupOf = (chat: string, status: string | null, repeat: boolean): string =>
  `chat ${chat}, ${status ?? 'no status'}${repeat ? ', repeated' : ''}`;

/** The key of the message that a repeat repeats. */
export const firstKeyOf = ({ key }: NotificationRow): string => key.replace(/\/again$/, '');

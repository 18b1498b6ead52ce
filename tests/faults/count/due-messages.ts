import { groupBy } from '../../../knowledge/group-by.ts';
import type { Evidence, NotificationRow } from './evidence.ts';
import { statusToldBy } from './kind-of-text.ts';
import { firstKeyOf, isRepeatKey } from './sent-messages.ts';

export interface DueMessages {
  lost: string[];
  doubled: string[];
  /** Status notices of which both tries are `unknown` and none was taken: declared, and shown to staff. */
  declaredMissing: number;
}

/** Whether everything that was due was sent: each reminder, each notice, each outcome of a campaign. */
export function countDueMessages(evidence: Evidence): DueMessages {
  const found: DueMessages = { lost: [], doubled: [], declaredMissing: 0 };
  const byFirstKey = groupBy(evidence.notifications, firstKeyOf);
  for (const row of evidence.notifications) {
    if (row.state === 'queued' || row.state === 'sending')
      found.lost.push(`${row.key} was left ${row.state}`);
  }
  for (const [key, rows] of byFirstKey) checkRepeat(found, key, rows);
  checkReminders(found, evidence);
  checkNotices(found, evidence, byFirstKey);
  for (const { id, state, open } of evidence.campaigns) {
    if (state !== 'finished' || open > 0)
      found.lost.push(`campaign ${id} is ${state}, ${open} firms without an outcome`);
  }
  return found;
}

function checkRepeat(found: DueMessages, key: string, rows: NotificationRow[]): void {
  const [first] = rows.filter((r) => !isRepeatKey(r.key));
  const repeats = rows.length - (first === undefined ? 0 : 1);
  if (first === undefined) found.lost.push(`${key} was repeated without a first try`);
  else if (repeats > 0 && (first.state !== 'unknown' || first.kind === 'reminder'))
    found.doubled.push(`${key} is ${first.state} and was repeated`);
  else if (first.state === 'unknown' && first.kind !== 'reminder' && repeats === 0)
    found.lost.push(`${key} is unknown and was not repeated`);
}

function checkReminders(found: DueMessages, evidence: Evidence): void {
  const { asked, timeline, enrollments, notifications } = evidence;
  const ended = groupBy(
    timeline.filter((t) => t.type === 'reminded' && t.key?.startsWith('reminder/') === true),
    (t) => t.enrollmentId,
  );
  const due = new Map(enrollments.map((e) => [e.enrollmentId, e.remindersDue]));
  const recorded = groupBy(notifications, ({ key }) => key.slice(0, key.lastIndexOf('/')));
  for (const [enrollmentId, advances] of asked.advances) {
    const keys = ended.get(enrollmentId)?.map((t) => t.key ?? '') ?? [];
    const counted = `${enrollmentId}: ${advances} reminders due, ${due.get(enrollmentId)} counted, ${keys.length} ended`;
    if (Math.min(due.get(enrollmentId) ?? 0, keys.length) < advances) found.lost.push(counted);
    if (Math.max(due.get(enrollmentId) ?? 0, keys.length) > advances) found.doubled.push(counted);
    // Whom a reminder goes to is for the system to say; somebody it must be.
    for (const key of keys) {
      const rows = recorded.get(key) ?? [];
      if (
        rows.length === 0 &&
        !(asked.contacts.get(enrollmentId) ?? []).some((chat) => refusedFor(evidence, chat))
      )
        found.lost.push(`${key} to nobody`);
      for (const row of rows)
        if (!isSettled(evidence, row, row.chat)) found.lost.push(`${key} to ${row.chat}: ${row.state}`);
    }
  }
}

function checkNotices(
  found: DueMessages,
  evidence: Evidence,
  byFirstKey: Map<string, NotificationRow[]>,
): void {
  const notices = groupBy(
    [...byFirstKey.values()]
      .map((rows) => rows.at(-1))
      .filter((r) => r?.kind === 'statusNotice') as NotificationRow[],
    (n) => `${n.enrollmentId} ${n.status} ${n.chat}`,
  );
  for (const { enrollmentId, status, chats } of evidence.asked.officialChanges) {
    for (const chat of chats) {
      const rows = notices.get(`${enrollmentId} ${status} ${chat}`) ?? [];
      const what = `${enrollmentId} is ${status}, to ${chat}`;
      const [last] = rows;
      if (!isSettled(evidence, last, chat)) found.lost.push(`${what}: ${last?.state ?? 'no record'}`);
      if (rows.length > 1) found.doubled.push(`${what}: ${rows.length} notices`);
      if (last?.state === 'unknown' && !wasTaken(evidence, chat, status)) found.declaredMissing += 1;
    }
  }
}

/** Sent, declared unknown, or failed because the double refused that person. */
function isSettled(evidence: Evidence, row: NotificationRow | undefined, chat: string): boolean {
  if (row?.state === 'sent' || row?.state === 'unknown') return true;
  if (row?.error === 'stale') return evidence.staleAllowed;
  return refusedFor(evidence, chat);
}

const refusedFor = ({ telegram, asked }: Evidence, chat: string): boolean =>
  asked.unreachable.has(chat) ||
  telegram.calls.some((c) => c.chat === chat && c.fault !== null && unreachable.has(c.fault));
const unreachable = new Set<string>(['blocked', 'deactivated', 'notFound']);

const wasTaken = ({ telegram }: Evidence, chat: string, status: string): boolean =>
  telegram.calls.some((c) => c.accepted && c.chat === chat && statusToldBy(c.text) === status);

import { groupBy } from '../../../knowledge/group-by.ts';
import { textsFor } from '../../../knowledge/locales/index.ts';
import { replier } from './evidence.ts';
import type { Evidence } from './evidence.ts';

/** Comes before the answer, where the engine is slow. */
const notYet = textsFor('zh-CN').bot.engineSilent;

export interface InboundCount {
  lost: string[];
  doubled: string[];
  deliveredAgain: number;
  /** Replies beyond one for each update: an update that was in hand when the bot died is handled again. */
  repliesAgain: number;
}

/** Whether each update had its effect once, and whoever wrote was answered. */
export function countInbound(evidence: Evidence): InboundCount {
  const { telegram, inbound, timeline, asked, enrollments } = evidence;
  const found: InboundCount = { lost: [], doubled: [], deliveredAgain: 0, repliesAgain: 0 };
  const rows = new Map(inbound.map((row) => [row.updateId, row]));
  for (const [id, times] of telegram.delivered) {
    if (times > 1) found.deliveredAgain += 1;
    if (id < telegram.acknowledgedBelow && rows.get(id)?.processed !== true)
      found.lost.push(`update ${id} was acknowledged and ${rows.has(id) ? 'never handled' : 'never stored'}`);
  }
  for (const [eventId, entries] of groupBy(timeline, (t) => `${t.enrollmentId} ${t.eventId}`)) {
    if (entries[0]?.eventId != null && entries.length > 1)
      found.doubled.push(`${eventId} took effect ${entries.length} times`);
  }
  const furthest = new Map(enrollments.map((e) => [e.enrollmentId, e.reportedStep]));
  const reports = groupBy(
    timeline.filter((t) => t.type === 'stepReported'),
    (t) => t.enrollmentId,
  );
  for (const [enrollmentId, steps] of groupBy(asked.steps, (s) => s.enrollmentId)) {
    const noted = reports.get(enrollmentId)?.length ?? 0;
    const counted = `${enrollmentId} reported ${steps.length} steps, ${noted} are noted, the last is ${furthest.get(enrollmentId)}`;
    if (noted < steps.length || furthest.get(enrollmentId) == null) found.lost.push(counted);
    if (noted > steps.length) found.doubled.push(counted);
  }
  countReplies(found, evidence);
  return found;
}

function countReplies(found: InboundCount, { telegram, asked, unfinishedAtKills }: Evidence): void {
  const waited = groupBy([...asked.updates.values()], (u) => u.chat);
  const answers = groupBy(
    telegram.calls.filter((c) => c.via === replier && c.told !== 'refused' && c.text !== notYet),
    (c) => c.chat,
  );
  const refused = new Set(
    telegram.calls.filter((c) => c.told === 'refused' && c.fault !== 'rateLimited').map((c) => c.chat),
  );
  for (const [chat, updates] of waited) {
    const given = answers.get(chat)?.length ?? 0;
    if (given < updates.length && !refused.has(chat))
      found.lost.push(`chat ${chat} wrote ${updates.length} times and was answered ${given} times`);
    found.repliesAgain += Math.max(0, given - updates.length);
  }
  if (found.repliesAgain > unfinishedAtKills)
    found.doubled.push(
      `${found.repliesAgain} replies too many, ${unfinishedAtKills} updates were in hand at kills`,
    );
}

import { countDueMessages } from './due-messages.ts';
import { notifier } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { countInbound } from './inbound.ts';
import { countSentMessages } from './sent-messages.ts';

export interface Verdict {
  lost: string[];
  doubled: string[];
  /** `unknown` more often than the double saw ambiguous faults and kills. */
  unexplained: string[];
  numbers: {
    messagesTaken: number;
    calls: number;
    ambiguousFaults: number;
    unknownAfterFault: number;
    inHandAtKills: number;
    unknownAfterKill: number;
    declaredMissing: number;
    updates: number;
    deliveredAgain: number;
    repliesAgain: number;
    unfinishedAtKills: number;
  };
}

/** The verdict over a run: everything is counted from the double's record, none of it from what the system says it sent. */
export function count(evidence: Evidence): Verdict {
  const sent = countSentMessages(evidence);
  const due = countDueMessages(evidence);
  const inbound = countInbound(evidence);
  const { calls, delivered } = evidence.telegram;
  return {
    lost: [...sent.lost, ...due.lost, ...inbound.lost],
    doubled: [...sent.doubled, ...due.doubled, ...inbound.doubled],
    unexplained: sent.unexplained,
    numbers: {
      messagesTaken: calls.filter((c) => c.accepted && c.method === 'sendMessage').length,
      calls: calls.length,
      ambiguousFaults: calls.filter((c) => c.via === notifier && c.told === 'ambiguous').length,
      unknownAfterFault: sent.unknownAfterFault,
      inHandAtKills: evidence.inHandAtKills.size,
      unknownAfterKill: sent.unknownAfterKill,
      declaredMissing: due.declaredMissing,
      updates: delivered.size,
      deliveredAgain: inbound.deliveredAgain,
      repliesAgain: inbound.repliesAgain,
      unfinishedAtKills: evidence.unfinishedAtKills,
    },
  };
}

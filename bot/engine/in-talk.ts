import { completeFollowUp } from '../../knowledge/answering/follow-up.ts';
import { normalize } from '../../knowledge/answering/text/normalize.ts';
import type { AskContext, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import type { InboundMessage } from '../model.ts';
import { cleanText } from './clean-text.ts';
import type { Intent } from './recognise.ts';

/** Matters with amounts of their own: after them 那20万美元呢 says nothing of what a firm exports. */
const withAmounts: readonly TopicId[] = [
  'max-indemnity',
  'payout-ratio',
  'credit-term',
  'coverage-scope',
  'risks-covered',
];

/** What a message wants, when the turn before is taken into account. */
export function inTalk(
  intent: Intent,
  message: InboundMessage,
  before: AskContext | undefined,
  answerer: PolicyAnswerer,
): Intent {
  if (intent.kind !== 'eligibility') return intent;
  const text = cleanText(message.command?.args ?? message.text);
  // The check of one's own firm knows the conditions of the office's pack only.
  if (answerer.isOnOtherPack?.(text, before) === true) return { kind: 'question', text };
  if (before === undefined || before.topic === null) return intent;
  return withAmounts.includes(before.topic) && completeFollowUp(normalize(text), before) !== null
    ? { kind: 'question', text }
    : intent;
}

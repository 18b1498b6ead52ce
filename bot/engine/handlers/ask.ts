import type { TopicId } from '../../../knowledge/topics.ts';
import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, say } from '../replies.ts';
import { answerMessage } from './answer-message.ts';
import { answeredWithHelp } from './assist.ts';
import { readTopicLinkCode } from '../in-group-answer.ts';

export async function ask(context: PrivateContext, question: string): Promise<HandleResult> {
  if (question === '') return say(context.texts.bot.emptyAsk);
  return answeredWithHelp(
    context,
    question,
    context.ports.answerer.ask(question, context.locale, context.before),
  );
}

export function answerTopic(context: PrivateContext, topic: TopicId, packId?: string): HandleResult {
  const answer = context.ports.answerer.answerTopic(topic, context.locale, packId);
  return { ...reply(answerMessage(answer, context.locale)), talkedOf: answer };
}

/** The topic of a group's link to details, or null: what follows /start is then a code. */
export function topicOfLink(context: PrivateContext, args: string): HandleResult | null {
  const link = readTopicLinkCode(args);
  return link === null ? null : answerTopic(context, link.topic, link.packId);
}

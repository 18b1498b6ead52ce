import type { TopicId } from '../../../knowledge/topics.ts';
import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, say } from '../replies.ts';
import { answerMessage } from './answer-message.ts';

export const ask = (context: PrivateContext, question: string): HandleResult =>
  question === ''
    ? say(context.texts.bot.emptyAsk)
    : reply(answerMessage(context.ports.answerer.ask(question, context.locale), context.locale));

export const answerTopic = (context: PrivateContext, topic: TopicId): HandleResult =>
  reply(answerMessage(context.ports.answerer.answerTopic(topic, context.locale), context.locale));

import type { HandleResult } from '../../model.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply } from '../replies.ts';
import { answerMessage, topicRows } from './answer-message.ts';

/** /steps of somebody whose firm is not known: the way as everybody may know it, page by page, and how to link. */
export function unlinkedSteps(context: PrivateContext): HandleResult {
  const { ports, texts, locale } = context;
  const overview = answerMessage(ports.answerer.answerTopic('how-to-apply', locale), locale);
  const pages = new Set(ports.pack.steps.map((step) => step.topic));
  pages.delete('how-to-apply');
  return reply({
    ...overview,
    paragraphs: [texts.bot.steps.unlinked, ...overview.paragraphs, ...texts.bot.link.how.slice(1)],
    buttons: topicRows([...pages], locale),
  });
}

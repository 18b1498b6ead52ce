import type { Locale, PolicyAnswerer } from '../../../knowledge/answering/types.ts';
import { isForBot } from '../../../knowledge/tickets/whose-message.ts';

/** Whether a text is the bot's to answer though a ticket is open. Read on its own: what came before was said to staff. */
export function isBotsToAnswer(
  answerer: PolicyAnswerer,
  text: string,
  locale: Locale,
  ticket: { matter: string | null },
): boolean {
  const { outcome, parts, confidence, topic, otherPack } = answerer.ask(text, locale);
  const answered = outcome === 'answer' && otherPack !== true && parts.every((p) => p.outcome === 'answer');
  return isForBot(text, { answered, confidence, topic }, ticket);
}

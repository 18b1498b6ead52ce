import type { HandleResult } from '../../model.ts';
import { cleanText } from '../clean-text.ts';
import { withoutFirmNames } from '../firm-questions.ts';
import { asksStatus } from '../own-standing.ts';
import type { PrivateContext } from '../private-context.ts';
import { reply, say } from '../replies.ts';
import { answerMessage } from './answer-message.ts';
import { status } from './status.ts';

/** A text that names a company: the asker's own has a status; of others only what the policy says in general. */
export async function namedFirm(context: PrivateContext): Promise<HandleResult> {
  const { ports, texts, locale, identity } = context;
  const text = cleanText(context.message.text);
  const rest = withoutFirmNames(text);
  if (rest.length >= 2 && !asksStatus(text)) {
    const answer = ports.answerer.ask(rest, locale);
    if (answer.outcome === 'answer') return reply(answerMessage(answer, locale));
  }
  const own = await ports.stores.identities.linkedFirms(identity.id);
  const meant = own.find(({ name, formerNames = [] }) =>
    [name, ...formerNames].some((n) => text.includes(n)),
  );
  return meant === undefined ? say(texts.bot.status.onlyOwn) : status(context, meant.uscc);
}

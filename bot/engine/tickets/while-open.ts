import type { Ticket } from '../../../activities/ports/tickets.ts';
import { isOfficeOpen, defaultOfficeHours } from '../../../knowledge/tickets/office-hours.ts';
import type { OutboundMessage } from '../../../knowledge/message.ts';
import type { HandleResult } from '../../model.ts';
import { unreadIn } from '../attachments.ts';
import { cleanText } from '../clean-text.ts';
import { staffWords } from '../misses/staff-words.ts';
import { isWishInWords } from '../own-words.ts';
import type { PrivateContext } from '../private-context.ts';
import type { Intent } from '../recognise.ts';
import { nothing, say } from '../replies.ts';
import { isBotsToAnswer } from './reading.ts';
import { askerSideOf } from './sides.ts';

/** What is said to people and not to the bot: names of firms and figures of exports are part of a talk. */
const talk: readonly Intent['kind'][] = ['question', 'firm', 'eligibility'];

/**
 * In private: while a ticket of the asker is open, what is said goes to the staff and the bot is silent. Commands, buttons,
 * codes, one's own progress, an end to reminders, and a question on the policy that is beyond doubt are the bot's.
 */
export async function whileTicketIsOpen(
  context: PrivateContext,
  intent: Intent,
  byBot: () => Promise<HandleResult>,
): Promise<HandleResult> {
  const { ports, identity, message, locale, eventId, texts } = context;
  if (!talk.includes(intent.kind)) return byBot();
  const side = askerSideOf(ports);
  const ticket = await side.openHere(identity, null);
  const text = `${message.edited === true ? '✏️ ' : ''}${staffWords(message.text)}`.trim();
  if (ticket === null || text === '' || isWishInWords(cleanText(text))) return byBot();
  if (intent.kind === 'question' && isBotsToAnswer(ports.answerer, text, locale, ticket)) {
    return withNote(await byBot(), texts.tickets.botAnswered({ id: ticket.id }));
  }
  const first = await isFirstText(context, ticket);
  const said = await side.say(ticket, { eventId, text, group: null });
  if (said.done) {
    // What came along with the words is not passed on, and the asker is told so under this.
    const withFiles = unreadIn(message).length > 0;
    const begins = first || (ticket.state === 'waitingAsker' && !isOpenNow(context));
    if (withFiles && !begins) return say(texts.tickets.passedOn);
    return begins
      ? say([texts.tickets.passedOn, texts.tickets.waiting(await side.wait(said.ticket))])
      : nothing;
  }
  // Closed a moment ago: then it is the bot's again.
  return said.why === 'busy' ? say(texts.tickets.refused.busy({ id: ticket.id })) : byBot();
}

const isOpenNow = ({ ports }: PrivateContext): boolean =>
  isOfficeOpen(ports.settings.officeHours ?? defaultOfficeHours, ports.clock.now().toISOString());

/** Opened without a word: who then writes is told that it went on. */
async function isFirstText({ ports }: PrivateContext, { id, state }: Ticket): Promise<boolean> {
  if (state !== 'open') return false;
  const entries = await ports.stores.tickets.transcript(id);
  return !entries.some(({ kind, author }) => kind === 'text' && author === 'asker');
}

/** Said once, under the answer itself. */
function withNote(result: HandleResult, note: string): HandleResult {
  const [first, ...rest] = result.replies;
  if (first === undefined) return result;
  const message: OutboundMessage = {
    ...first.message,
    paragraphs: [...first.message.paragraphs, note],
  };
  return { ...result, replies: [{ ...first, message }, ...rest] };
}

import type { ChatIdentity } from '../../../activities/ports/store.ts';
import type { AskContext, Locale } from '../../../knowledge/answering/types.ts';
import { decodeCallback } from '../../../knowledge/callbacks.ts';
import { isOfTicket } from '../../../knowledge/ticket-callbacks.ts';
import type { TicketCallback } from '../../../knowledge/ticket-callbacks.ts';
import { asksForPerson } from '../../../knowledge/tickets/asks-person.ts';
import type { AskedInGroup } from '../../tickets/asker-side.ts';
import type { TicketResult } from '../../tickets/change-ticket.ts';
import type { InboundMessage } from '../../model.ts';
import { unreadIn } from '../attachments.ts';
import { cleanText } from '../clean-text.ts';
import { groupAdds, groupSays, groupTicket } from '../group-message.ts';
import type { GroupResult } from '../group-message.ts';
import { groupToast } from '../group-sentences.ts';
import { localeFor } from '../locale.ts';
import { staffWords } from '../misses/staff-words.ts';
import type { EnginePorts } from '../ports.ts';
import { matterOf } from './matter.ts';
import { isBotsToAnswer } from './reading.ts';
import { askerSideOf } from './sides.ts';
import type { TicketNews } from './ticket-news.ts';

type ByBot = () => GroupResult | Promise<GroupResult>;

const silent: GroupResult = { replies: [], toast: null };

/** Who speaks, where and in which language. */
interface Turn {
  message: InboundMessage;
  before: AskContext | undefined;
  locale: Locale;
  eventId: string;
}

/**
 * Tickets of those who ask in a group: each person's own, never the group's. It says numbers and fixed sentences only, and
 * `byBot` answers what is not for a person.
 */
export function createGroupTickets(
  ports: EnginePorts,
): (message: InboundMessage, before: AskContext | undefined, byBot: ByBot) => Promise<GroupResult> {
  const side = askerSideOf(ports);
  const known = ({ channel, sender }: InboundMessage): Promise<ChatIdentity | null> =>
    ports.stores.identities.known({ channel, externalUserId: sender.externalUserId });
  /** Who wants a person is written down, and no further than a ticket needs: no private chat comes of it. */
  const meet = ({ channel, sender }: InboundMessage): Promise<ChatIdentity> =>
    ports.stores.identities.upsertIdentity({
      ...{ channel, externalUserId: sender.externalUserId, leavesBlock: true },
    });

  return async (message, before, byBot) => {
    const { channel, externalId, callback, command, addressed } = message;
    const turn = { message, before, locale: localeFor(message), eventId: `${channel}:${externalId}` };
    if (callback !== null) {
      const tap = decodeCallback(callback.data);
      return tap !== null && isOfTicket(tap) ? tapped(turn, tap) : byBot();
    }
    if (!addressed) return byBot();
    if (command !== null) {
      if (command.name === 'person') return wantPerson(turn, command.args);
      if (command.name === 'close' || command.name === 'reopen') return closeOrReopen(turn, command.name);
      return byBot();
    }
    const text = staffWords(message.text);
    const wish = asksForPerson(cleanText(text));
    if (wish !== null) return wantPerson(turn, wish.about);
    return text === '' ? byBot() : said(turn, text, byBot);
  };

  async function said({ message, locale, eventId }: Turn, text: string, byBot: ByBot): Promise<GroupResult> {
    const asker = await known(message);
    const ticket = asker === null ? null : await side.openHere(asker, message.chat.id);
    if (ticket === null) return byBot();
    if (isBotsToAnswer(ports.answerer, text, locale, ticket)) {
      const { replies, ...result } = await byBot();
      return {
        ...result,
        replies: replies.map((reply, index) =>
          index === 0 ? { ...reply, message: groupAdds(reply.message, locale, ['ticketStillOpen']) } : reply,
        ),
      };
    }
    const words = message.edited === true ? `✏️ ${text}` : text;
    const result = await side.say(ticket, {
      eventId,
      text: words,
      group: groupOf(message),
    });
    if (!result.done) return byBot();
    if (unreadIn(message).length === 0) return silent;
    const note = groupSays({ locale, links: ports.links(message.channel) }, ['filesNotPassed'], {
      withLink: false,
    });
    return { replies: [{ kind: 'reply', message: note }], toast: null };
  }

  async function wantPerson(turn: Turn, given: string): Promise<GroupResult> {
    const { message, before, locale, eventId } = turn;
    const asker = await meet(message);
    const about = given === '' ? (before?.question ?? '') : staffWords(given);
    const { outcome, ticket, wait } = await side.wantPerson(asker, {
      ...{ eventId, about, locale, group: groupOf(message) },
      matter: given === '' ? matterOf(before) : null,
    });
    const comes = asker.privateChatId !== null && !asker.blocked ? 'private' : 'group';
    return news(turn, {
      ...{ kind: outcome, id: ticket.id, wait, comes },
      wantsWords: outcome === 'opened' && about === '',
    });
  }

  async function tapped(turn: Turn, tap: TicketCallback): Promise<GroupResult> {
    const { message, before, locale, eventId } = turn;
    if (tap.verb === 'person') {
      // Anybody may tap it: it is for whoever asked.
      return before === undefined
        ? { replies: [], toast: groupToast(locale, 'askFirst') }
        : wantPerson(turn, '');
    }
    const asker = await known(message);
    if (asker === null) return notDone(turn, tap.id, { done: false, why: 'notFound' });
    if (tap.verb === 'ticket') return change(turn, asker, tap.id, tap.action);
    const { id, score } = tap;
    const result = await side.rate(asker, id, score, eventId);
    if (!result.done) return notDone(turn, id, result);
    const rated = groupTicket({ kind: 'rated', id, score }, locale);
    return { replies: [{ kind: 'edit', message: rated }], toast: groupToast(locale, 'rated') };
  }

  async function closeOrReopen(turn: Turn, what: 'close' | 'reopen'): Promise<GroupResult> {
    const { chat } = turn.message;
    const asker = await known(turn.message);
    if (asker === null) return news(turn, { kind: 'noneOpen' });
    const own = await (what === 'close' ? side.openHere(asker, chat.id) : side.closedLately(asker));
    // A ticket of the private chat is nothing that the group hears of.
    return own === null || own.groupChatId !== chat.id
      ? news(turn, { kind: 'noneOpen' })
      : change(turn, asker, own.id, what);
  }

  async function change(
    turn: Turn,
    asker: ChatIdentity,
    id: number,
    what: 'close' | 'reopen',
  ): Promise<GroupResult> {
    const result = await side[what](asker, id, turn.eventId);
    if (!result.done) return notDone(turn, id, result);
    if (what === 'close') return news(turn, { kind: 'closed', id, by: 'asker' });
    const comes = asker.privateChatId !== null && !asker.blocked ? 'private' : 'group';
    const wait = await side.wait(result.ticket);
    return news(turn, { kind: 'reopened', id, wait, comes, wantsWords: false });
  }

  /** Who tapped reads it on the button; who typed is answered. */
  function notDone(turn: Turn, id: number, { why }: Extract<TicketResult, { done: false }>): GroupResult {
    if (turn.message.callback === null) return news(turn, { kind: 'refused', id, why });
    const toast = why === 'notFound' ? 'notYourTicket' : 'ticketNotChanged';
    return { replies: [], toast: groupToast(turn.locale, toast) };
  }

  function news({ locale }: Turn, of: TicketNews): GroupResult {
    return { replies: [{ kind: 'reply', message: groupTicket(of, locale) }], toast: null };
  }
}

const groupOf = ({ chat, messageId, callback }: InboundMessage): AskedInGroup => ({
  chatId: chat.id,
  // A tapped button is under the bot's own answer to the question.
  messageId: callback?.messageId ?? messageId ?? null,
});

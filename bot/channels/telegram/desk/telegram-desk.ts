import { TelegramApiError } from 'node-telegram-bot-api';
import type { Api } from 'node-telegram-bot-api';
import { isGone, SendError } from '../../../../activities/ports/services.ts';
import type { Logger } from '../../../../activities/ports/services.ts';
import type { DueDelivery, TicketStore, TicketThread } from '../../../../activities/ports/tickets.ts';
import { textsFor } from '../../../../knowledge/locales/index.ts';
import type { DeskOutcome, StaffDesk } from '../../../tickets/desk.ts';
import { fateLine, forStaff } from '../../../tickets/lines.ts';
import { channelName } from '../projected.ts';
import { toSendError } from '../send-error.ts';
import type { DeskPlace, DeskPost } from './desk-post.ts';

export interface TelegramDeskPorts {
  api: Api;
  post: DeskPost;
  tickets: TicketStore;
  log: Logger;
}

/** Telegram's limit for the name of a topic. */
const longestName = 128;
const { staff: texts } = textsFor('zh-CN').tickets;

/** The staff's group: a forum topic a ticket; where there are no topics, a thread of replies. */
export function createTelegramDesk({ api, post, tickets, log }: TelegramDeskPorts): StaffDesk {
  return {
    show: (due, o) =>
      inGroup(async (chatId) => {
        const known = await tickets.threadOf(due.ticketId);
        const thread = known?.chatId === chatId ? known : await makeThread(due, chatId);
        const isNew = thread !== known;
        const { kind } = due.message;
        if (kind === 'reopened') await setTopic(thread, 'open');
        const line = forStaff(due.message, due.ticket.groupChatId !== null, 'zh-CN');
        const paragraphs = [
          ...(kind === 'opened' || !isNew ? [] : [opened(due)]),
          `${o.again ? texts.again : ''}${thread.topic ? line : texts.withTicket({ id: due.ticketId, line })}`,
          ...(isNew ? [texts.how] : []),
          ...(isNew || o.changed ? [texts.goesTo[o.goesTo]] : []),
        ];
        const messageId = await postIn(thread, paragraphs, due);
        if (kind === 'closed') await setTopic(thread, 'closed');
        return { chatId, messageId };
      }),

    report: (due, fate) =>
      inGroup(async (chatId) => {
        const line = fateLine(fate, 'zh-CN');
        const [writtenIn, messageId] = (due.message.deskMessageId ?? '').split('/');
        const written = writtenIn === chatId ? messageId : undefined;
        if (line === null || (fate.state === 'sent' && written === undefined)) return 'nothingToSay';
        const edited = due.message.editedAt !== null && fate.state === 'sent';
        if (written !== undefined && fate.state === 'sent' && !edited && (await tick(chatId, written))) {
          return { chatId, messageId: written };
        }
        const shown = edited ? texts.edited : line;
        const thread = await tickets.threadOf(due.ticketId);
        const place = {
          ...(thread?.chatId === chatId ? placeOf(thread) : { chatId }),
          ...(written === undefined ? {} : { replyTo: written }),
        };
        const withTicket =
          thread?.topic === true ? shown : texts.withTicket({ id: due.ticketId, line: shown });
        return { chatId, messageId: await post(place, [withTicket]) };
      }),
  };

  /** What the group takes from nobody, or not from the bot, staff hear in private. */
  async function inGroup(act: (chatId: string) => Promise<DeskOutcome>): Promise<DeskOutcome> {
    const group = await tickets.staffGroup(channelName);
    if (group === null) return 'noGroup';
    try {
      return await act(group.chatId);
    } catch (error) {
      const movedTo = migratedTo(error);
      if (movedTo !== null) {
        await tickets.moveStaffGroup(channelName, movedTo);
        return act(movedTo);
      }
      const failed = toSendError(error);
      if (!isGone(failed.code) && failed.code !== 'badRequest') throw failed;
      log.error('desk.notWritable', { code: failed.code, reason: String(failed.cause) });
      return 'notWritable';
    }
  }

  async function postIn(thread: TicketThread, paragraphs: string[], due: DueDelivery): Promise<string> {
    try {
      const messageId = await post(placeOf(thread), paragraphs);
      if (thread.threadId === '') await tickets.saveThread({ ...thread, threadId: messageId });
      return messageId;
    } catch (error) {
      if (!thread.topic || !isThreadGone(error)) throw error;
      // Somebody deleted the topic: the ticket goes on in a new one.
      return post(placeOf(await makeThread(due, thread.chatId)), paragraphs);
    }
  }

  /** Outside a forum the first message is the thread: it has its ID once it is sent. */
  async function makeThread(due: DueDelivery, chatId: string): Promise<TicketThread> {
    const { ticketId } = due;
    const first = due.message.kind === 'text' ? due.message.text : await firstText(ticketId);
    const name = texts.topicName({ id: ticketId, first: first.replace(/\s+/g, ' ') });
    try {
      const topic = await api.createForumTopic({
        ...{ chat_id: Number(chatId), name: Array.from(name).slice(0, longestName).join('') },
      });
      const thread = { ticketId, chatId, threadId: String(topic.message_thread_id), topic: true };
      await tickets.saveThread(thread);
      return thread;
    } catch (error) {
      if (migratedTo(error) !== null || toSendError(error).code !== 'badRequest') throw error;
      log.info('desk.noTopics', { ticketId, reason: String(error) });
      return { ticketId, chatId, threadId: '', topic: false };
    }
  }

  async function firstText(ticketId: number): Promise<string> {
    const entries = await tickets.transcript(ticketId);
    return entries.find(({ kind }) => kind === 'text')?.text ?? '';
  }

  /** What is seen of the topic follows the ticket; where it cannot, the words are there all the same. */
  async function setTopic(thread: TicketThread, to: 'open' | 'closed'): Promise<void> {
    if (!thread.topic) return;
    const topic = { chat_id: Number(thread.chatId), message_thread_id: Number(thread.threadId) };
    try {
      await (to === 'closed' ? api.closeForumTopic(topic) : api.reopenForumTopic(topic));
    } catch (error) {
      log.info('desk.topicNotSet', { ticketId: thread.ticketId, to, error: String(error) });
    }
  }

  /** A mark on the message itself says that it arrived, without another message. False where reactions are not allowed. */
  async function tick(chatId: string, messageId: string): Promise<boolean> {
    try {
      await api.setMessageReaction({
        ...{ chat_id: Number(chatId), message_id: Number(messageId) },
        reaction: [{ type: 'emoji', emoji: '👌' }],
      });
      return true;
    } catch (error) {
      log.info('desk.noReaction', { error: String(error) });
      return false;
    }
  }
}

const opened = ({ ticketId: id, ticket }: DueDelivery): string =>
  texts.opened({ id, inGroup: ticket.groupChatId !== null });

function placeOf({ chatId, threadId, topic }: TicketThread): DeskPlace {
  if (topic) return { chatId, topicId: threadId };
  return threadId === '' ? { chatId } : { chatId, replyTo: threadId };
}

const causeOf = (error: unknown): unknown => (error instanceof SendError ? error.cause : error);

function migratedTo(error: unknown): string | null {
  const cause = causeOf(error);
  const id = cause instanceof TelegramApiError ? cause.migrateToChatId : undefined;
  return id === undefined ? null : String(id);
}

function isThreadGone(error: unknown): boolean {
  const cause = causeOf(error);
  return (
    cause instanceof TelegramApiError &&
    /thread not found|TOPIC_(DELETED|ID_INVALID)/i.test(cause.description)
  );
}

import type { Api } from 'node-telegram-bot-api';
import type { Logger } from '../../../../activities/ports/services.ts';
import type { Stores } from '../../../../activities/ports/store.ts';
import { textsFor } from '../../../../knowledge/locales/index.ts';
import { auditOnce } from '../../../engine/audit-once.ts';
import { staffWords } from '../../../engine/misses/staff-words.ts';
import type { StaffResult, StaffSide } from '../../../tickets/staff-side.ts';
import { channelName } from '../projected.ts';
import type { DeskEvent } from './desk-event.ts';
import type { DeskPost } from './desk-post.ts';

export interface DeskPorts {
  api: Api;
  post: DeskPost;
  stores: Pick<Stores, 'tickets' | 'identities' | 'audit'>;
  staffSide: StaffSide;
  log: Logger;
  now: () => Date;
}

type InPlace = Extract<DeskEvent, { place: string }>;

/** What begins with this stays among staff. */
const noteMark = /^\s*[/／]{2}\s*/;

/** What staff do in their group, by the rules that hold at every end. Only linked staff count, whoever else is in the group. */
export async function handleDeskEvent(given: DeskPorts, event: DeskEvent): Promise<void> {
  const audit = auditOnce(given.stores.audit, `${channelName}:desk:${event.externalId}`);
  const ports = { ...given, stores: { ...given.stores, audit } };
  switch (event.kind) {
    case 'tie':
      return tie(ports, event);
    default:
      return inPlace(ports, event);
  }
}

async function inPlace(ports: DeskPorts, event: InPlace): Promise<void> {
  const { staff: texts } = textsFor('zh-CN').tickets;
  const ticketId = await ports.stores.tickets.ticketOfThread(event.chatId, event.place);
  if (ticketId === null) return;
  const staffId = await staffOf(ports, event.from);
  if (staffId === null) {
    await refused(ports, event.from, `ticket/${ticketId}`);
    return answer(ports, event, texts.notLinked);
  }
  if (event.kind === 'otherThanText') return answer(ports, event, texts.textOnly);
  const result = await act(ports, event, ticketId, staffId);
  if (result === null || result.done) return;
  // A topic that is closed again under a closed ticket is no news.
  if (event.kind === 'topic' && isAlreadySo(result.why)) return;
  return answer(ports, event, texts.refused[result.why]({ id: ticketId }));
}

const isAlreadySo = (why: Extract<StaffResult, { done: false }>['why']): boolean =>
  why === 'closed' || why === 'notClosed';

async function act(
  { staffSide, stores, now }: DeskPorts,
  event: Exclude<InPlace, { kind: 'otherThanText' }>,
  ticketId: number,
  actor: string,
): Promise<StaffResult | null> {
  const elsewhere = { actor, eventId: `${channelName}:desk:${event.externalId}` };
  const here = { ...elsewhere, onDesk: { messageId: `${event.chatId}/${event.messageId}` } };
  if (event.kind === 'topic') {
    return event.closed ? staffSide.close(ticketId, here) : staffSide.reopen(ticketId, here);
  }
  const text = staffWords(event.text);
  if (event.edited) {
    if (noteMark.test(text) || text === '') return null;
    await stores.tickets.editByDesk(here.onDesk.messageId, text, now().toISOString());
    return null;
  }
  if (noteMark.test(text)) return staffSide.note(ticketId, text.replace(noteMark, ''), here);
  const [, command] = /^\/([a-z_]+)(?:@\w+)?\s*$/i.exec(text) ?? [];
  // Said to the bot, so it shows what came of it, and closes the topic.
  if (command === 'close') return staffSide.close(ticketId, elsewhere);
  if (command === 'reopen') return staffSide.reopen(ticketId, elsewhere);
  if (text === '' || text.startsWith('/')) return null;
  return staffSide.reply(ticketId, text, here);
}

async function tie(ports: DeskPorts, event: Extract<DeskEvent, { kind: 'tie' }>): Promise<void> {
  const { staff: texts } = textsFor('zh-CN').tickets;
  const { tickets, audit } = ports.stores;
  const staffId = await staffOf(ports, event.from);
  if (staffId === null || !(await isAdministrator(ports, event))) {
    await refused(ports, event.from, `telegram/${event.chatId}`);
    return answer(ports, event, texts.groupOnlyByStaff);
  }
  if (event.on === null) return answer(ports, event, texts.groupOnOrOff);
  const noted = (outcome: string): Promise<void> =>
    audit.record({ actor: staffId, action: 'staffGroup', target: `telegram/${event.chatId}`, outcome });
  if (!event.on) {
    const tied = await tickets.staffGroup(channelName);
    const untied = tied?.chatId === event.chatId && (await tickets.untieStaffGroup(channelName));
    await noted(untied ? 'untied' : 'notTied');
    return answer(ports, event, untied ? texts.groupUntied : texts.groupNotTied);
  }
  await tickets.tieStaffGroup({ channel: channelName, chatId: event.chatId, tiedBy: staffId });
  await noted('tied');
  return answer(ports, event, texts.groupTied, ...(event.forum ? [] : [texts.groupTiedForumHint]));
}

/** Who may say what a group is for is its administrators' matter too. */
async function isAdministrator(
  { api, log }: DeskPorts,
  { chatId, from }: Extract<DeskEvent, { kind: 'tie' }>,
): Promise<boolean> {
  try {
    const { status } = await api.getChatMember({ chat_id: Number(chatId), user_id: Number(from) });
    return status === 'creator' || status === 'administrator';
  } catch (error) {
    log.warn('desk.memberNotKnown', { error: String(error) });
    return false;
  }
}

async function staffOf({ stores }: DeskPorts, externalUserId: string): Promise<string | null> {
  const { identities } = stores;
  const identity = await identities.known({ channel: channelName, externalUserId });
  return identity === null ? null : ((await identities.staffOf(identity.id))?.staffId ?? null);
}

async function refused({ stores, log }: DeskPorts, from: string, target: string): Promise<void> {
  const identity = await stores.identities.known({ channel: channelName, externalUserId: from });
  // Of a stranger no more is kept than that somebody tried.
  const actor = identity?.id ?? 'unknown';
  await stores.audit.record({ actor, action: 'staff.desk', target, outcome: 'refused' });
  log.warn('desk.refused', { actor, target });
}

/** Under what was written. Whether it arrives changes nothing of what was done. */
async function answer({ post, log }: DeskPorts, event: DeskEvent, ...paragraphs: string[]): Promise<void> {
  const { chatId } = event;
  const place = event.kind === 'topic' ? { topicId: event.place } : { replyTo: event.messageId };
  try {
    await post({ chatId, ...place }, paragraphs);
  } catch (error) {
    log.warn('desk.notAnswered', { error: String(error) });
  }
}

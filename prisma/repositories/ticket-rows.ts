import type {
  DueDelivery,
  NewTicketMessage,
  Ticket,
  TicketDelivery,
  TicketMessage,
} from '../../activities/ports/tickets.ts';
import type {
  Ticket as TicketRow,
  TicketDelivery as DeliveryRow,
  TicketMessage as MessageRow,
} from '../generated/client.ts';

export const ticketOf = (row: TicketRow): Ticket => ({
  id: row.id,
  packId: row.packId,
  askerId: row.askerId,
  staffId: row.staffId,
  locale: row.locale as Ticket['locale'],
  matter: row.matter,
  groupChatId: row.groupChatId,
  groupMessageId: row.groupMessageId,
  toldDestination: row.toldDestination as Ticket['toldDestination'],
  state: row.state as Ticket['state'],
  openedAt: row.openedAt,
  waitingSince: row.waitingSince,
  firstAnsweredAt: row.firstAnsweredAt,
  answeredAt: row.answeredAt,
  closedAt: row.closedAt,
  rating: row.rating,
  reminders: row.reminders,
  version: row.version,
});

export const messageOf = (row: MessageRow): TicketMessage & { deskMessageId: string | null } => ({
  id: row.id,
  ticketId: row.ticketId,
  at: row.at,
  kind: row.kind as TicketMessage['kind'],
  author: row.author as TicketMessage['author'],
  staffId: row.staffId,
  text: row.text,
  editedAt: row.editedAt,
  deskMessageId: row.deskMessageId,
});

export const deliveryOf = (row: DeliveryRow): TicketDelivery => ({
  id: row.id,
  messageId: row.messageId,
  ticketId: row.ticketId,
  to: row.to as TicketDelivery['to'],
  state: row.state as TicketDelivery['state'],
  tries: row.tries,
  chatId: row.chatId,
  externalMessageId: row.externalMessageId,
  error: row.error,
});

export const dueOf = ({
  ticket,
  message,
  ...row
}: DeliveryRow & { ticket: TicketRow; message: MessageRow }): DueDelivery => ({
  ...deliveryOf(row),
  ticket: ticketOf(ticket),
  message: messageOf(message),
});

/** A message and its deliveries, as they are first written. */
export const newRows = (
  ticketId: number,
  at: string,
  { deliverTo, staffId = null, deskMessageId = null, ...message }: NewTicketMessage,
) => ({
  ...message,
  ...{ ticketId, at, staffId, deskMessageId },
  deliveries: { create: deliverTo.map((to) => ({ to, ticketId })) },
});

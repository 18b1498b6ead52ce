import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import type { StaffCommand } from '../../recognise.ts';
import { say } from '../../replies.ts';
import { offerAnnouncement } from './announce-preview.ts';
import { asStaff } from './as-staff.ts';
import { offerCorrection } from './correct-offer.ts';
import { firm } from './firm.ts';
import { invite } from './invite.ts';
import { mine } from './mine.ts';
import { officialChange } from './official-change.ts';
import { pending } from './pending.ts';
import { answerQuestion, dismissQuestion, listQuestions, revokeAnswer } from './questions.ts';
import { listTickets, replyToTicket, showTicket } from './tickets.ts';
import { offerTermination } from './terminate-offer.ts';
import { offerReminders } from './remind-preview.ts';

export async function staffCommand(
  context: PrivateContext,
  name: StaffCommand,
  args: string,
): Promise<HandleResult> {
  const staff = await asStaff(context, name);
  if (staff === null) return say(context.texts.staff.refused);
  switch (name) {
    case 'pending':
      return pending(staff);
    case 'firm':
      return firm(staff, args);
    case 'approve':
      return officialChange(staff, { command: name, status: 'approved', needsReason: false }, args);
    case 'return':
      return officialChange(staff, { command: name, status: 'returned', needsReason: true }, args);
    case 'terminate':
      return offerTermination(staff, args);
    case 'correct':
      return offerCorrection(staff, args);
    case 'mine':
      return mine(staff);
    case 'invite':
      return invite(staff, args);
    case 'remind':
      return offerReminders(staff, args);
    case 'announce':
      return offerAnnouncement(staff, args);
    case 'questions':
      return listQuestions(staff);
    case 'answer':
      return answerQuestion(staff, args);
    case 'dismiss':
      return dismissQuestion(staff, args);
    case 'revoke':
      return revokeAnswer(staff, args);
    case 'tickets':
      return listTickets(staff);
    case 'ticket':
      return showTicket(staff, args);
    case 'reply':
      return replyToTicket(staff, args);
  }
}

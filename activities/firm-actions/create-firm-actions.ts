import type { FirmActions } from '../ports/firm-actions.ts';
import { changeStatus } from './change-status.ts';
import { inviteFirm } from './invite-firm.ts';
import type { FirmActionPorts } from './ports.ts';
import { previewReminder, remind } from './remind-firm.ts';

export const createFirmActions = (ports: FirmActionPorts): FirmActions => ({
  changeStatus: (wanted) => changeStatus(ports, wanted),
  previewReminder: (target, locale) => previewReminder(ports, target, locale),
  remind: (target) => remind(ports, target),
  invite: (target) => inviteFirm(ports, target),
});

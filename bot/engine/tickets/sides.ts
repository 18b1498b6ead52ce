import { defaultOfficeHours } from '../../../knowledge/tickets/office-hours.ts';
import { createAskerSide } from '../../tickets/asker-side.ts';
import type { AskerSide } from '../../tickets/asker-side.ts';
import type { TicketPorts } from '../../tickets/ports.ts';
import { createStaffSide } from '../../tickets/staff-side.ts';
import type { StaffSide } from '../../tickets/staff-side.ts';
import type { EnginePorts } from '../ports.ts';

const portsOf = ({ stores, pack, settings, clock, log }: EnginePorts): TicketPorts => ({
  ...{ stores, clock, log },
  packId: pack.id,
  officeHours: settings.officeHours ?? defaultOfficeHours,
});

export const askerSideOf = (ports: EnginePorts): AskerSide => createAskerSide(portsOf(ports));
export const staffSideOf = (ports: EnginePorts): StaffSide => createStaffSide(portsOf(ports));
